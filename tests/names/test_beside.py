"""What stands beside a name."""

from __future__ import annotations

from build_tools.annotate.names.beside import Beside, Surroundings
from build_tools.annotate.names.rules import rules_for


def beside(text: str) -> tuple[Beside, Beside]:
    """What stands on either side of the bar."""
    left, _, right = text.partition("|")
    around = Surroundings(left + right, lambda: rules_for("Arab", "ar"))
    return around.left(len(left)), around.right(len(left))


def test_what_stands_before_an_opened_quotation_is_not_beside_a_word_in_it() -> None:
    assert beside('then he said "old |marble')[0].words == ("old",)
    assert beside("then he said old |marble")[0].words == ("old", "said", "he")


def test_a_letter_that_touches_is_no_word_beside() -> None:
    assert beside("cut|glass")[1] == Beside()
    assert beside("cut| glass door")[1].words == ("glass", "door")
    assert beside("Norvik|公司说")[1].phrases[0] == "公"
