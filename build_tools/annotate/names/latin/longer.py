"""Forms inside a longer name: ``Manchester City``, ``New Jersey``, ``Cairo University``."""

from __future__ import annotations

from build_tools.annotate.names.clubs import is_country
from build_tools.annotate.names.latin.looks import capital, title_case
from build_tools.annotate.names.neighbours import noun_beside
from build_tools.annotate.names.page import Hit, Judgement


def longer_name(hit: Hit) -> Judgement | None:
    """``United States``, ``Kansas City``: a word that is a name too, beside another capitalised word."""
    page, rules = hit.page, hit.rules
    if not page.is_latin or title_case(hit) or hit.surface.isupper():
        return None
    after = hit.after
    known = rules.joint("verbs", "titles", "calendar")
    if after and after not in known and capital(hit, hit.end + 1) and hit.end + 1 not in page.outsets:
        return Judgement.WORD
    before = hit.before
    start = page.view.text.rfind(before, 0, hit.start) if before else 0
    if not before or not capital(hit, start) or hit.start - 1 in page.edges:
        return None
    if page.opens_sentence(start) and (rules.is_word(before) or not before.isalpha()):
        return None  # «Trafalgar Square was empty», but «Yesterday Square said»
    return None if before in known or before in rules.function_words else Judgement.WORD


def inside_longer(hit: Hit) -> Judgement | None:
    """``Manchester City``, ``Atletico Madrid``, ``International Labour Organisation``: a capital beside says so.

    A city is not meant beside a capitalised word that is no title, verb, day or other name; an institution of one word
    is not between two. Countries stand before nouns with capitals: ``Iran Air``, but ``US President``.
    """
    if not hit.page.is_latin:
        return None
    city = hit.form.type == "place"
    if not city and " " in hit.form.name:
        return None
    right = _capital_after(hit)
    left = (right or city) and _capital_before(hit)
    if not (right or left if city else right and left):
        return None
    if left and not right and not hit.rules.is_word(hit.before.rstrip(".")):
        # «Ann London won»: elsewhere in the text it is hers, too.
        hit.page.other_senses.setdefault(hit.form.name, set()).add(hit.start)
    return None if title_case(hit) or hit.surface.isupper() or is_country(hit) else Judgement.WORD


_SIDE = ("northern", "southern", "eastern", "western")
"""What says which part of a place is meant: ``Northern California``."""


def _capital_after(hit: Hit) -> bool:
    after, rules = hit.after, hit.rules
    if not after or hit.page.view.text[hit.end : hit.end + 1] != " " or hit.end + 1 in hit.page.outsets:
        return False
    return after not in rules.beside_names and capital(hit, hit.end + 1)


def _capital_before(hit: Hit) -> bool:
    before, rules, page = hit.before, hit.rules, hit.page
    if not before or before.endswith(("'s", "’s")) or hit.start - 1 in page.edges:
        return False
    if page.view.text[hit.start - 2 : hit.start - 1] == ".":
        return False
    start = page.view.text.rfind(before, 0, hit.start)
    known = before in rules.beside_names or before in rules.compound_before or before.endswith(_SIDE)
    opens = page.opens_sentence(start) and rules.is_word(before)
    return not known and capital(hit, start) and not opens


def compound(hit: Hit) -> Judgement | None:
    """``New Jersey``, ``Lake Chad``: a word before the form that makes another name of it."""
    head = hit.preceding(hit.rules.compound_before)
    if not head or not capital(hit, hit.page.view.text.rfind(head, 0, hit.start)):
        return None
    at_start = hit.page.opens_sentence(hit.page.view.text.rfind(head, 0, hit.start))
    directional = head in hit.rules.words and at_start
    return (
        None
        if directional or hit.page.entity_has(hit.form.entity, f"{head} {hit.form.name}")
        else Judgement.WORD
    )


def longer_in_capitals(hit: Hit) -> Judgement | None:
    """``Cairo University``, ``Apple Valley``: a noun beside the form, with a capital where the text has capitals."""
    beside = noun_beside(hit)
    if beside is None:
        return None
    # «the county of Berkshire» needs no capital to be none of the company.
    plain = beside.cue.small or (beside.cue.allows and beside.word.endswith(" of"))
    return None if hit.page.is_latin and not plain and not capital(hit, beside.start) else Judgement.WORD
