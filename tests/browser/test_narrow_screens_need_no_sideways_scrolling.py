from __future__ import annotations

import pytest

from tests.browser.seen import See
from tests.browser.stories import KINDS, LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wider_than_the_window(see: See, kind: str, language: str) -> None:
    assert see(kind, language).too_wide == []
