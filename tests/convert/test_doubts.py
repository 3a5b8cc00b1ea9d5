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
