"""Names that are ordinary words of their language as well, and will be found where the word is meant."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.annotate.names.chinese_words import NAME_TAGS, tag_of
from build_tools.annotate.names.forms import fold_name, is_general
from build_tools.annotate.names.rules import NameRules, rules_for
from build_tools.annotate.names.scripts import script_of
from build_tools.annotate.suggest.territories import territories
from build_tools.model import Authority
from build_tools.problems import Problem
from build_tools.read.listed import is_conditional, listed_forms

_LONGEST = 3
"""Characters of a Chinese word that is ordinary; longer ones are terms."""

_SHORTENED = "j"
"""The dictionary's tag of names in short."""


def check_ordinary(authority: Authority) -> Iterator[Problem]:
    """A warning for each entity with forms that are words and have no condition.

    General terms (``data centre``, written small in their own language's names) are meant to be words, and what the
    CLDR calls a territory is known to be a name.
    """
    places = {fold_name(name) for place in territories().entities.values() for name in place.names.values()}
    for entity in authority.entities.values():
        if entity.merged_into is not None or is_general(entity):
            continue
        forms = {fold_name(alias.form): alias for alias in listed_forms(entity) if not is_conditional(alias)}
        words = [
            alias
            for key, alias in forms.items()
            if key not in places and _is_word(key, rules_for(script_of(key), alias.language))
        ]
        if words:
            told = ", ".join(repr(alias.form) for alias in words)
            yield Problem(
                str(words[0].path or entity.path or ""),
                words[0].line or entity.line,
                "ordinary-word",
                f"{entity.id}: ordinary words too: {told}",
                "Look at its mentions; an alias of the same spelling with needs, unless or case: exact is found so only",
                "warning",
            )


def _is_word(key: str, rules: NameRules) -> bool:
    if key in rules.function_words | rules.verbs | rules.titles | rules.kinds:
        return True
    if script_of(key) == "Hans":
        tag = tag_of(key)
        return bool(tag) and len(key) <= _LONGEST and not tag.startswith((*NAME_TAGS, _SHORTENED))
    bare = key.removeprefix(rules.article) if rules.article else key
    return rules.is_word(key) or rules.is_word(bare)
