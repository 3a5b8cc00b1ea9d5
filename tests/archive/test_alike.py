"""Reports like another one, and what speaks for it."""

from __future__ import annotations

import numpy as np

from build_tools.archive.alike import MOST, alike
from build_tools.archive.places import figure_uses
from build_tools.meaning import told
from tests.archive.build import annotated, figure

NAMES = {"Ostra": "ostra", "Pellan": "pellan", "Quist": "quist"}


class Subjects:
    """An encoder that knows what the last word of a sentence is about."""

    version = "subjects-1"
    size = 16

    def encode(self, sentences):
        made = np.zeros((len(sentences), self.size), np.int8)
        for row, sentence in zip(made, sentences, strict=True):
            row[hash_of(sentence.rstrip(".").rpartition(" ")[2])] = 127
        return made


def hash_of(word):
    return sum(map(ord, word)) % Subjects.size


def found(*documents, meaning=False):
    figures = {one.document.id: figure_uses(one) for one in documents}
    return alike(documents, figures, told(documents, Subjects()) if meaning else None)


def test_names_and_figures_are_reasons_the_rarest_first():
    crates = figure("4,812 crates", "4812", kind="count", unit="crate")
    one = annotated("one", "Ostra sold 4,812 crates to Pellan.", names=NAMES, figures=(crates,))
    two = annotated("two", "Pellan got 4,812 crates; Ostra and Quist did not.", names=NAMES, figures=(crates,))  # fmt: skip
    three = annotated("three", "Ostra grew.", names=NAMES)
    likes = found(one, two, three)
    first = likes["one"][0]
    assert (first.document, first.kinds) == ("two", ("names", "figures"))
    assert first.entities == ("pellan", "ostra")
    assert first.figures == ((1, 1),)
    assert [like.document for like in likes["one"]] == ["two", "three"]
    assert likes["two"][0].score == first.score


def test_what_shares_nothing_is_not_alike():
    likes = found(
        annotated("one", "Ostra grew.", names=NAMES), annotated("two", "Quist shrank.", names=NAMES)
    )
    assert likes == {"one": (), "two": ()}


def test_meaning_is_a_reason_with_the_two_nearest_places():
    one = annotated("one", "It is about rain.\nAnd then snow.")
    two = annotated("two", "They speak of wind.\nAll was snow.")
    others = [annotated(f"o{n}", f"Others on {word}.\nThey like {word}.") for n, word in enumerate(["tax", "jam", "oak"])]  # fmt: skip
    [like, *_] = found(one, two, *others, meaning=True)["one"]
    assert (like.document, like.kinds, like.nearest) == ("two", ("meaning",), (2, 2))


def test_there_are_never_more_than_three():
    many = [annotated(f"d{n}", "Ostra met Pellan.", names=NAMES) for n in range(6)]
    assert {len(likes) for likes in found(*many).values()} == {MOST}
