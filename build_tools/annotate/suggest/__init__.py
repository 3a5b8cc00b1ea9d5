"""Names that texts hold and the authority file lacks, ranked, with their evidence; and measures worth comparing.

``suggest`` reads annotated documents, so that known names are left out. Every finder of sightings stands in
``FINDERS``; what they see is gathered by form, linked across scripts, looked up in all texts and ranked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

from build_tools.annotate.names.arabic.looks import is_native
from build_tools.annotate.names.chinese_words import is_common
from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.names.scripts import script_of
from build_tools.annotate.suggest import (
    arabic,
    chinese,
    latin,
    marks,
    recognised,
    said,
    sound,
    towns,
    transliterated,
)
from build_tools.annotate.suggest.as_yaml import NAMES_HEAD, evidence, measures_as_yaml, proposals_as_yaml
from build_tools.annotate.suggest.belonging import known_surnames, with_surnames
from build_tools.annotate.suggest.closeness import near_known
from build_tools.annotate.suggest.collect import Candidate, attest, gather, is_known, rank
from build_tools.annotate.suggest.joining import joined
from build_tools.annotate.suggest.measures import MeasureProposal, suggest_measures
from build_tools.annotate.suggest.models import model_finder
from build_tools.annotate.suggest.proposal import Context, Proposal, Reason, Sighting
from build_tools.annotate.suggest.rules import suggest_rules
from build_tools.annotate.suggest.text import Text, is_any
from build_tools.model import AnnotatedDocument, Authority

__all__ = [
    "NAMES_HEAD",
    "Context",
    "MeasureProposal",
    "Proposal",
    "Reason",
    "evidence",
    "measures_as_yaml",
    "model_finder",
    "proposals_as_yaml",
    "suggest",
    "suggest_measures",
]

_FOUR = 4
"""Characters of Chinese names that people cut in half."""
_OFTEN = 3

Finder = Callable[[Text], Iterator[Sighting]]


FINDERS: tuple[Finder, ...] = (
    latin.sightings,
    arabic.sightings,
    chinese.sightings,
    transliterated.sightings,
    marks.sightings,
    recognised.sightings,
)


def suggest(
    annotated: Sequence[AnnotatedDocument], authority: Authority, finders: Iterable[Finder] = ()
) -> tuple[Proposal, ...]:
    """Proposals, the best first, without what the authority file knows or an editor has rejected.

    ``finders`` are further sources of sightings, such as a model that the user has installed.
    """
    texts = [Text(one) for one in annotated]
    every = (*FINDERS, said.beside(towns.sightings_in(texts)), *finders)
    candidates = gather((text, seen) for text in texts for finder in every for seen in finder(text))
    known = _known(authority)
    candidates = {key: one for key, one in candidates.items() if key not in known}
    _split(candidates)
    _shorten(texts, candidates)
    _titled(candidates)
    _within_known(candidates)
    others = _equations(texts)
    _same_territories(candidates, others)
    _sounds(texts, candidates, others)
    near = near_known(candidates, authority)
    surnames = known_surnames(authority)
    near |= {key: surnames[key] for key in candidates if key in surnames}
    for key in near:
        candidates[key].reasons["near"] += 1
    ranked = with_surnames(rank(candidates, attest(candidates, texts), _as_names(others), near))
    return recognised.known(joined(ranked))


def _split(candidates: dict[str, Candidate]) -> None:
    """``Norvik Alan Brook``: a Latin run that opens with a name met alone is that name and another."""
    for key in sorted(candidates, key=len):
        whole = candidates[key]
        head, _, rest = key.partition(" ")
        alone = candidates.get(head)
        if script_of(key) != "Latn" or not rest or alone is None or not alone.reasons["latin"]:
            continue
        if rest.isdigit() or alone.reasons["latin"] <= whole.reasons["latin"]:
            continue
        form = whole.form.partition(" ")[2]
        part = candidates.setdefault(rest, Candidate(rest))
        part.take(whole, form)
        for reason in ("latin-several", "capitals"):
            del whole.reasons[reason]


def _shorten(texts: Iterable[Text], candidates: dict[str, Candidate]) -> None:
    """``蓝鲸`` for ``蓝鲸跳跃``: the first half of a Chinese name that recurs, where it stands alone."""
    views = [text.view.text for text in texts if text.script == "Hans"]
    for key in list(candidates):
        whole = candidates[key]
        head = key[: len(key) // 2]
        if (
            script_of(key) != "Hans"
            or len(key) != _FOUR
            or whole.reasons["repeated"] < _OFTEN
            or head in candidates
        ):
            continue
        if is_common(head):
            continue
        if sum(view.count(head) - view.count(key) for view in views) > 0:
            short = candidates[head] = Candidate(head)
            short.take(whole, whole.form[: len(head)])
            short.reasons.clear()
            short.reasons["short"] = whole.reasons["repeated"]
            short.details["short"][whole.form] += 1


def _titled(candidates: dict[str, Candidate]) -> None:
    """``Foreign Minister Ana Volta of Peru``: the minister is one, and the place another."""
    titles = suggest_rules("en").before["person"]
    places = {key for key, one in candidates.items() if is_known(one.details)}
    for key in [key for key in candidates if " of " in key]:
        head, _, tail = key.rpartition(" of ")
        if tail in places and titles.intersection(head.split(" ")):
            whole = candidates.pop(key)
            person = candidates.setdefault(head, Candidate(head))
            person.take(whole, whole.form[: len(head)])


def _within_known(candidates: dict[str, Candidate]) -> None:
    """Leaves out guesses around places that are known.

    Around Chinese parts of countries, ``救援队抵达湖北省``, and ``德克萨斯州`` of ``德克萨斯``; around every place of three
    characters, ``登陆吕宋岛``; and an Arabic adjective behind one of two words, ``مملكة البحرين الشقيقة``.
    """
    places = [key for key, one in candidates.items() if is_known(one.details)]
    chinese = [key for key in places if script_of(key) == "Hans"]
    parts = tuple(key for key in chinese if recognised.is_part(candidates[key].details))
    ends = (*parts, *(key for key in chinese if len(key) > _SHORT))
    arabic_heads = tuple(f"{key} " for key in places if script_of(key) == "Arab" and " " in key)
    nouns = suggest_rules("zh").divisions_after
    for key in set(candidates).difference(places):
        around = (
            key.endswith(ends) or key.startswith(arabic_heads) or _goes_on(candidates[key], chinese, parts)
        )
        if around or any(key.removesuffix(noun) in parts for noun in nouns):
            del candidates[key]


def _goes_on(guess: Candidate, places: Sequence[str], parts: Container[str]) -> bool:
    """Whether a Chinese guess begins with a place, and goes on with a side or a part of it: ``乌克兰东部``, ``密歇根州底特律市``, ``乌克兰顿涅``.

    What ends like an institution is one that is called after the place.
    """
    for place in places:
        rest = guess.key.removeprefix(place)
        if rest != guess.key and (len(place) > _SHORT or place in parts):
            side = rest[0] in suggest_rules("zh").sides
            place_too = max(guess.types, key=lambda kind: guess.types[kind], default="") == "place"
            cut = any(other.startswith(rest) and other != rest for other in places)
            return side or place_too or cut
    return False


_SHORT = 2
"""Characters of Chinese names that others end with by accident."""


def _known(authority: Authority) -> frozenset[str]:
    forms = {fold_name(name) for entity in authority.entities.values() for name in entity.names.values()}
    forms |= {fold_name(alias.form) for entity in authority.entities.values() for alias in entity.aliases}
    return frozenset(forms | set(authority.rejected))


Others = dict[str, dict[str, dict[str, None]]]
"""Folded form → language → forms set equal to it, in the order met."""


def _equations(texts: Iterable[Text]) -> Others:
    others: Others = defaultdict(lambda: defaultdict(dict))
    for text in texts:
        for one, other in marks.equations(text):
            forms = [" ".join(text.document.text[start:end].split()) for start, end in (one, other)]
            _link(others, forms[0], forms[1])
    return others


def _same_territories(candidates: Mapping[str, Candidate], others: Others) -> None:
    """``中国`` and ``الصين`` are one place by the CLDR, ``北京`` and ``بكين`` one city by GeoNames."""
    by_code: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates.values():
        codes = next(
            (candidate.details[kind] for kind in recognised.KINDS if kind in candidate.details), None
        )
        if codes and len(candidate.key) > 1:
            by_code[codes.most_common(1)[0][0]].append(candidate)
    for alike in by_code.values():
        for one in alike:
            for other in alike:
                if one.key < other.key:
                    _link(others, one.form, other.form)


def _link(others: Others, one: str, other: str) -> None:
    for form, equal in ((one, other), (other, one)):
        language = {"Latn": "en", "Arab": "ar", "Hans": "zh"}[script_of(fold_name(equal))]
        others[fold_name(form)][language][equal] = None


def _sounds(texts: Iterable[Text], candidates: dict[str, Candidate], others: Others) -> None:
    """Arabic words that sound like a Latin name met elsewhere become candidates, and both are linked."""
    by_consonants: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates.values():
        if script_of(candidate.key) == "Latn":
            by_consonants[sound.consonants(sound.of_latin(candidate.key))].append(candidate)
    for text in texts:
        if text.script != "Arab":
            continue
        for start, end, form in arabic.word_runs(text):
            for partner in by_consonants.get(sound.consonants(sound.of_arabic(form)), ()):
                if not sound.alike(partner.key, form) or not _sounds_foreign(text, form):
                    continue
                if form not in candidates and all(map(text.lexicon.class_of, form.split(" "))):
                    continue  # «تأثير» is a word, whatever «Twitter» sounds like
                sighting = text.sighting(start, end, "sound", "", partner.form)
                written = " ".join(text.document.text[sighting.start : sighting.end].split())
                if text.is_taken(sighting.start, sighting.end):
                    continue
                candidate = candidates.setdefault(form, Candidate(form))
                candidate.add(written, "ar", sighting, text.document.id)
                _link(others, written, partner.form)


def _sounds_foreign(text: Text, form: str) -> bool:
    """Whether an Arabic form can be a transliteration: three consonants, and no word of the language."""
    words = form.split(" ")
    names = text.names
    return len(sound.consonants(sound.of_arabic(form))) > 2 and not any(
        is_any(word, names.words, names.followers, names.function_words, names.verbs)
        or is_native(word, names)
        for word in words
    )


def _as_names(others: Others) -> dict[str, dict[str, tuple[str, ...]]]:
    return {
        key: {language: tuple(forms) for language, forms in by_language.items()}
        for key, by_language in others.items()
    }
