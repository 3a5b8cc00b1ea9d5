"""English names that are words as well: which forms are weighed at every mention, and the verdict."""

from __future__ import annotations

from build_tools.annotate.names import senses
from build_tools.annotate.names.latin.evidence import evidence
from build_tools.annotate.names.latin.looks import shouted_line
from build_tools.annotate.names.latin.meant import words_around
from build_tools.annotate.names.latin.words import asks
from build_tools.annotate.names.page import Hit, Judgement


def weighed(hit: Hit) -> Judgement | None:
    """A form that the dictionary knows as a word, or that the text writes small as well."""
    if not hit.page.is_latin:
        return None
    if not hit.rules.is_word(hit.form.name) and hit.form.name not in hit.page.small_words:
        return None
    acronym = len(hit.form.written) > 1 and hit.form.written.isupper()
    if hit.surface.isupper() and (acronym or len(hit.surface) > 1):
        if not shouted_line(hit):
            return None if acronym else Judgement.UNSURE
        return Judgement.WORD if acronym and asks(hit) else Judgement.UNSURE
    return senses.weighed(hit, evidence(hit), words_around(hit))
