"""Options of the whole suite, and what becomes of it where ``seeds/`` holds another archive than the example."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from build_tools.annotate import resident
from tests.browser.chromium import find
from tests.built_site import shared, site

__all__ = ["shared", "site"]

# The same examples in every run, however slow the machine; `--hypothesis-profile=others` looks at others.
SLOW = [HealthCheck.too_slow]
settings.register_profile("suite", deadline=None, suppress_health_check=SLOW, derandomize=True)
settings.register_profile("others", deadline=None, suppress_health_check=SLOW)
settings.load_profile("suite")

TESTS = Path(__file__).parent
LONG = ("publish/test_serve.py", "package", "test_recipes.py", "stress")
"""What has tests of many seconds is begun first, so that no process is left alone with one at the end."""
EXAMPLE = {
    "000_3da771af4504faa0",
    "001_607af3dc2c998b26",
    "002_d9f66c3f087b2b70",
    "003_04e41d7397bdb8f1",
    "004_250318e849e05411",
}


def pytest_collection_finish() -> None:
    """What the collected tests brought along stays; garbage need not be looked for in it again and again.

    Nor by each command that a test runs: the first thing that it does with what it has built is to look through all.
    """
    gc.collect()
    gc.freeze()
    nothing = SimpleNamespace(
        get_freeze_count=lambda: 0, freeze=lambda: None, set_threshold=lambda number: None
    )
    resident.gc = nothing  # type: ignore[assignment]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew-golden", action="store_true", help="write the golden files anew instead of comparing"
    )
    parser.addoption(
        "--thorough", action="store_true", help="try in every language and window what is else tried in one"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is left to thorough runs is left out of others (``tests/thorough.py``).

    The tests are of the program. Those that need the example's texts are left out where others stand in their place.

    A browser may die or hang by no fault of the site, and with it the process of tests: its story is told once more. One
    that fails is not.
    """
    if not config.getoption("--thorough"):
        left = [item for item in items if item.get_closest_marker("thorough")]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if not item.get_closest_marker("thorough")]
    items.sort(key=lambda item: not item.path.relative_to(TESTS).as_posix().startswith(LONG))
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=["TargetClosedError"]))
    if {path.stem for path in (TESTS.parent / "seeds").glob("*.txt")} == EXAMPLE:
        return
    elsewhere = pytest.mark.skip(reason="seeds/ holds another archive than the example")
    for item in items:
        if item.get_closest_marker("example") or TESTS / "browser" in item.path.parents:
            item.add_marker(elsewhere)


@pytest.fixture
def renew_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written anew."""
    return bool(request.config.getoption("--renew-golden"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once for all tests of a process."""
    path = find()
    if path is None:
        pytest.fail("no Chromium or Chrome here: run `make browser`, or name one with CHROMIUM=…")
    # Chromium's sandbox cannot be set up by root, as whom containers run.
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    quiet = ["--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*sandbox, *quiet])
        yield browser
        browser.close()
