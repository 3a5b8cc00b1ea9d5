"""What the suite leaves to ``make thorough`` and to the weekly run: trying again in another language, window or setting
what it has tried in one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

thorough = pytest.mark.thorough


def first(cases: Iterable[Any], number: int = 1) -> list[Any]:
    """Cases for ``parametrize``, of which every run tries the first ``number``, and a thorough one all."""
    return [
        case
        if place < number
        else pytest.param(*(case if isinstance(case, tuple) else [case]), marks=thorough)
        for place, case in enumerate(cases)
    ]
