"""Text that cannot be right is told, and text that is right is not."""

from __future__ import annotations

import pytest

from build_tools.convert import doubts
from tests.convert.making import ARABIC, PARAGRAPHS

PLAIN = " ".join(PARAGRAPHS * 4)
LONG = " ".join(ARABIC * 8)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (PLAIN + " Thisdocumentmaybeusedunderthetermsofthelicence andnoneofitswordscanbetoldapart noteventheshortonesatitsend.", "glued-words"),
        (LONG.replace("لا", "ل").replace("لأ", "ل").replace("لآ", "ل").replace("لإ", "ل"), "no-lam-alef"),
        ("ﻗﺎﻟﺖ ﺍﻟﻮﺯﺍﺭﺓ ﺇﻥ ﺍﻟﻤﺤﺼﻮﻝ ﺗﺮﺍﺟﻊ ﻫﺬﺍ ﺍﻟﻌﺎﻡ", "presentation-forms"),
        (PLAIN + " \ue001\ue002", "private-characters"),
        (PLAIN + " \ufffd", "lost-characters"),
    ],
)  # fmt: skip
def test_what_cannot_be_right_is_told(text: str, code: str) -> None:
    assert [doubt.code for doubt in doubts.of([text])] == [code]


def test_a_lost_character_is_told_with_its_place_and_few_of_them_are_slight() -> None:
    broken = PARAGRAPHS[0].replace("winter", "w\ufffdnter")
    (doubt,) = doubts.of([*PARAGRAPHS * 8, broken], pages=((1, "i"), (17, "ii")))
    assert doubt.slight
    assert doubt.message.endswith(": paragraph 17 on page ii, “o days in the w\ufffdnter of 2023, t”")
    (doubt,) = doubts.of([*PARAGRAPHS, broken])
    assert not doubt.slight
    assert "paragraph 3, “" in doubt.message
    (doubt,) = doubts.of([broken] * 6)
    assert doubt.message.endswith("; …")


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        LONG,
        "قال الوزير إن السعر ثابت. " * 3,
        PLAIN
        + " Donaudampfschifffahrtsgesellschaft https://herald.example/averyveryverylongaddresswithoutanyspaces",
        "本報記者在北京報導，今年的收成因為乾旱而下降，這個地區的人們不得不買外地的糧食。" * 20,
        "السلام عليكم ﷺ ﷲ " * 3,
    ],
)
def test_what_is_right_is_not(text: str) -> None:
    assert list(doubts.of([text])) == []
