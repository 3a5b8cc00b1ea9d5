"""Arabic verbs of which a form is the subject, as names are and what it means as a word is not."""

from __future__ import annotations

from build_tools.annotate.names.arabic.classes import bare, dictionary, is_verb
from build_tools.annotate.names.arabic.looks import looks_feminine
from build_tools.annotate.names.page import Hit


def does_something_known(hit: Hit) -> bool:
    """``ما كتبته الفجر``: a verb that has its object with it is followed by who does it."""
    verb = bare(hit.before)
    return any(verb.endswith(end) and verb.removesuffix(end) in hit.rules.verbs for end in _OBJECTS)


_OBJECTS = ("ه", "ها", "هم", "هما", "نا")


def claims(hit: Hit) -> bool:
    """``ورأت الشروق أن``: between a verb and what is claimed stands who claims it; a feminine verb has no man for that."""
    verb = bare(hit.before)
    return hit.after in _CLAIMED and verb.endswith("ت") and is_verb(hit.before, hit.rules)


_CLAIMED = frozenset(["ان", "انه", "انها", "انهم"])


def acts_as_company(hit: Hit) -> bool:
    """``وأضافت السلام رحلات``: a feminine verb that opens its clause, before what is masculine as a word."""
    verb, led, *_ = (*hit.left.words, "", "")
    plain = bare(verb)
    feminine = (plain.endswith("ت") and not plain.startswith(("ي", "ت"))) or plain.startswith(("ت", "ست"))
    opens = plain != verb or not led or bare(led) == _THAT or led in hit.rules.subordinators
    stem = hit.form.name.removeprefix(hit.rules.article)
    return feminine and opens and not hit.proclitic and not looks_feminine(stem, hit.rules)


def is_subject_of_clause(hit: Hit) -> bool:
    """``أضاف أن حماس سلمت ردها``: a noun after that conjunction would have an article."""
    verb = hit.after
    past = "v" in dictionary().classes(verb.removesuffix("ت"))
    return bare(hit.before) == _THAT and not hit.proclitic and (past or is_verb(verb, hit.rules))


_THAT = "ان"
