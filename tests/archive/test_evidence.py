"""What kinds of evidence find between two paragraphs, and how they are weighed together."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.archive.evidence import Found, kinds, weigh
from build_tools.archive.evidence.figures import is_telling
from build_tools.archive.evidence.speakers import voices
from build_tools.archive.evidence.wording import NOISE, SAME, groups
from build_tools.archive.passages import material
from build_tools.archive.places import figure_uses
from build_tools.archive.signatures import figure_feature
from build_tools.model import AnnotatedTranslation, Figure, Paragraph, Translation
from tests.archive.build import annotated, figure

CANAL = (
    "The old canal bridge will be pulled down after cracks were found in two of its iron arches.\n"
    "Schoolchildren planted willows along the towpath and sang for the mayor."
)
RETOLD = (
    "Since cracks were found in the iron arches, the old bridge over the canal is to be pulled down.\n"
    "A bakery on the square sells bread from a recipe of the last century."
)


def between(a, b):
    documents = [a, b]
    known = kinds(material(documents, {d.document.id: figure_uses(d) for d in documents}))
    return weigh(known, a.document.id, b.document.id)


def test_what_is_worded_alike_is_found_without_any_name():
    weighed = between(annotated("a", CANAL), annotated("b", RETOLD))
    assert max(weighed.likeness, key=lambda pair: weighed.likeness[pair]) == (0, 0)
    assert weighed.kinds((0, 0)) == ("wording",)
    assert weighed.likeness.get((1, 1), 0.0) == 0


def test_words_that_are_names_do_not_count_twice():
    named = "Marlow and Henley rowed to Bray past Cookham and Sonning on Sunday."
    other = "Marlow, Henley, Bray, Cookham and Sonning have a new mayor."
    names = {name: name.lower() for name in ("Marlow", "Henley", "Bray", "Cookham", "Sonning")}
    weighed = between(annotated("a", named, names=names), annotated("b", other, names=names))
    assert weighed.kinds((0, 0)) == ("names",)


def translated(document, language, text):
    """The document with a translation of one paragraph a line."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        paragraphs.append(Paragraph(at, at + len(line)))
        at += len(line) + 1
    one = Translation(language, text, tuple(paragraphs), "machine", None, None, None, Path("x.md"))
    return replace(
        document,
        document=replace(document.document, translations=(one,)),
        translations=(AnnotatedTranslation(one),),
    )


def test_two_languages_are_compared_through_a_translation():
    foreign = annotated("b", "某地将拆除一座旧桥。\n面包店。")
    foreign = replace(foreign, document=replace(foreign.document, language="zh"))
    assert between(annotated("a", CANAL), foreign).likeness == {}
    weighed = between(annotated("a", CANAL), translated(foreign, "en", RETOLD))
    assert "wording" in weighed.kinds((0, 0))


def test_boilerplate_has_no_wording():
    a, b = annotated("a", CANAL), annotated("b", RETOLD)
    first, second = b.document.paragraphs
    b = replace(b, document=replace(b.document, paragraphs=(replace(first, boilerplate="notice"), second)))
    assert (0, 0) not in between(a, b).likeness


def test_wording_starts_to_count_above_noise_and_is_full_where_it_is_the_same():
    assert 0 < NOISE < SAME < 1
    weighed = between(annotated("a", CANAL), annotated("b", CANAL))
    assert weighed.likeness[0, 0] == pytest.approx(1.0)


def test_groups_of_letters_are_those_of_the_folded_words():
    assert groups("Bridges, ÉTÉ") == {"brid", "ridg", "idge", "dges", "ete"}
    assert groups("拆除旧桥") == {"拆除", "除旧", "旧桥"}


@pytest.mark.parametrize(
    ("one", "tells"),
    [
        (figure("", "2023", kind="date"), False),
        (figure("", "2023-08", kind="date"), True),
        (figure("", "2", kind="count", unit="person"), False),
        (figure("", "9", kind="percent"), False),
        (figure("", "10", kind="percent"), True),
        (figure("", "3", kind="multiple"), False),
        (figure("", "400", kind="count", unit="person"), True),
        (figure("", "5", currency="USD"), True),
    ],
)
def test_years_and_numbers_below_ten_tell_nothing_alone(one: Figure, tells: bool):
    feature = figure_feature(one)
    assert feature is not None
    assert is_telling(feature) is tells


class Fixed:
    """A kind that finds what it is told, as one does that is added later."""

    name = "fixed"

    def __init__(self, shared: float) -> None:
        self.shared = shared

    def together(self) -> Counter[tuple[str, str]]:
        return Counter()

    def between(self, left: str, right: str) -> Found:
        found = {(0, 0): self.shared}
        return Found([4.0], [4.0], found, found, {})


def test_kinds_add_up_and_one_that_is_silent_lowers_the_likeness():
    alone = weigh([Fixed(4.0)], "a", "b")
    both = weigh([Fixed(4.0), Fixed(4.0)], "a", "b")
    half = weigh([Fixed(4.0), type("Other", (Fixed,), {"name": "other"})(0.0)], "a", "b")
    assert (alone.likeness[0, 0], both.likeness[0, 0]) == (1.0, 1.0)
    assert half.likeness[0, 0] == 0.5
    assert half.kinds((0, 0)) == ("fixed",)


SPOKE = {
    "Ada Quill": ("ada-quill", "person"),
    "Bo Hart": ("bo-hart", "person"),
    "Lantern Works": ("lantern-works", "organization"),
    "Delft": ("delft", "place"),
    "阿达·奎尔": ("ada-quill", "person"),
    "灯笼工厂": ("lantern-works", "organization"),
}


def spoken(key, text):
    """A document with the names of ``SPOKE``, each of its type."""
    made = annotated(key, text, names={name: entity for name, (entity, _) in SPOKE.items()})
    types = dict(SPOKE.values())
    return replace(made, mentions=tuple(replace(m, type=types[m.entity]) for m in made.mentions))


@pytest.mark.parametrize(
    ("text", "together"),
    [
        (
            "Ada Quill, a spokeswoman for the Lantern Works in Delft, said no.",
            [["ada-quill", "lantern-works", "delft"]],
        ),
        ("The head of the Lantern Works, Ada Quill, said no.", [["ada-quill", "lantern-works"]]),
        ("灯笼工厂的发言人阿达·奎尔表示反对。", [["ada-quill", "lantern-works"]]),
        ("Ada Quill said no. The Lantern Works closed.", []),
        ("Ada Quill said that after all these years of bad luck the Lantern Works would close.", []),
        ("Ada Quill met Bo Hart of the Lantern Works.", [["bo-hart", "lantern-works"]]),
        ("The Lantern Works in Delft closed.", []),
        ("Ada Quill sold 412 lamps to the Lantern Works.", []),
    ],
)
def test_who_is_introduced_with_whom(text, together):
    lamps = figure("412 lamps", "412", kind="count", unit="lamp")
    made = spoken("a", text)
    if "412" in text:
        at = text.index("412")
        made = replace(made, figures=(replace(lamps, start=at, end=at + len("412 lamps")),))
    assert [[entity for _, entity in voice] for found in voices(made).values() for voice in found] == together


INTRODUCED = (
    "Ada Quill, a spokeswoman for the Lantern Works in Delft, said the works regretted the smell of the glue."
)
AGAIN = "The spokeswoman of the Lantern Works, Ada Quill, said the works in Delft regretted the noise of the lorries."
OTHER = "Birds came back to the river.\nA choir sang.\nThe bridge was painted."


def test_one_speaker_on_one_subject_tells_nothing_by_name_office_and_words():
    a, b = spoken("a", f"{INTRODUCED}\n{OTHER}"), spoken("b", f"{AGAIN}\nIt rained.\nNobody came.")
    spoke = between(a, b)
    assert spoke.likeness[0, 0] > 0.5
    once = spoke.found["names"].telling[0, 0]
    assert 0 < once == pytest.approx(spoke.found["names"].known[0, 0] / 3)
    assert spoke.found["wording"].telling.get((0, 0), 0.0) == 0.0
    # Where the second says nothing of her office, the words are its own.
    plain = spoken("b", "Ada Quill said the works regretted the smell of the glue.\nIt rained.\nNobody came.")
    assert between(a, plain).found["wording"].telling[0, 0] > 5


def test_two_who_are_named_apart_count_both():
    a = spoken("a", f"The Lantern Works closed. So Ada Quill went home.\n{OTHER}")
    b = spoken("b", "Ada Quill wept. The Lantern Works had closed.\nIt rained.\nNobody came.")
    names = between(a, b).found["names"]
    assert names.telling[0, 0] == names.known[0, 0]
