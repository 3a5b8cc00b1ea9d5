from __future__ import annotations

import pytest

from tests.browser.seen import See
from tests.browser.stories import KINDS, LANGUAGES, RIGHT_TO_LEFT


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_language_and_direction(see: See, kind: str, language: str) -> None:
    page = see(kind, language)
    assert page.language == language
    assert page.direction == ("rtl" if language in RIGHT_TO_LEFT else "ltr")
    assert page.headings == 1
    assert page.mistaken == [], "texts of other languages say their own"
