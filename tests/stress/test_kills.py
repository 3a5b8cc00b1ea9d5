"""Builds killed at random moments, in five settings: the site is whole, the next build right, nothing is left, and
nothing else is touched.

``make stress`` kills fifty whole builds in each setting; the suite some quick ones, in which something small stands for
MkDocs.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from build_tools import publish
from tests.publish.test_serve import free_port, until
from tests.stress.places import FULL, KILLS, TEXTS, Place, Run, place, quick_mkdocs

Sites = dict[str, dict[str, bytes]]


@pytest.fixture(scope="module", autouse=True)
def quick(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        if not FULL:
            patched.setattr(publish, "run_mkdocs", quick_mkdocs)
            for name in ("check_pages", "unite", "join_scripts"):
                patched.setattr(publish, name, lambda *_: None)
            with place("one disk", tmp_path_factory.mktemp("warm")) as warm:
                publish.build(warm.config)  # what forked builds need is loaded once
        yield


@pytest.fixture(scope="module")
def alone(quick: None, tmp_path_factory: pytest.TempPathFactory) -> tuple[Sites, float]:
    """What a build makes of each text when nothing disturbs it, and how many seconds it takes."""
    sites, seconds = {}, 0.0
    with place("one disk", tmp_path_factory.mktemp("alone")) as undisturbed:
        for text in TEXTS:
            undisturbed.write(text)
            started = time.monotonic()
            assert undisturbed.build().wait() == 0
            seconds = max(seconds, time.monotonic() - started)
            sites[text] = undisturbed.content()
    assert sites["A"] != sites["B"]
    return sites, seconds


class Trial:
    """One place, in which one build after the other is killed."""

    def __init__(self, where: Place, name: str, alone: tuple[Sites, float]) -> None:
        self.place, self.random = where, random.Random(name)
        self.sites, self.seconds = alone
        where.write("B")
        assert where.build().wait() == 0
        assert where.content() == self.sites["B"]

    def run(self, killed: Callable[[Trial], None], *, server: Run | None = None) -> None:
        """``killed`` starts what is to be killed, and kills it; the ``server`` works here meanwhile."""
        for number in range(KILLS or 1):
            text = "AB"[number % 2]
            self.place.write(text)
            outside = self.place.outside()
            killed(self)
            self.place.wait_for_children(server)
            if not self.place.is_finished_later():
                assert self.place.content() in self.sites.values(), f"half a site after kill {number}"
            assert self.place.build().wait() == 0
            assert self.place.content() == self.sites[text], f"another site after kill {number}"
            assert self.place.outside() == outside
            if server is None:
                assert self.place.leftovers() == []

    def wait_for_a_moment(self, victim: Run) -> None:
        """Any moment of a build, or one about the time when the new site takes the place of the old one."""
        if self.random.random() < 0.5:
            time.sleep(self.random.uniform(0, self.seconds))
            return
        while victim.poll() is None and not self.place.is_made():
            time.sleep(0.001)
        time.sleep(self.random.uniform(0, 0.1))


def one_build(trial: Trial) -> None:
    victim = trial.place.build()
    trial.wait_for_a_moment(victim)
    victim.kill()


def two_builds(trial: Trial) -> None:
    victim, other = trial.place.build(), trial.place.build()
    trial.wait_for_a_moment(victim)
    victim.kill()
    assert other.wait() == 0


@pytest.mark.parametrize("kind", ["one disk", "two disks", "mount point"])
def test_killed_builds(kind: str, tmp_path: Path, alone: tuple[Sites, float]) -> None:
    with place(kind, tmp_path) as where:
        Trial(where, kind, alone).run(one_build)


def test_one_of_two_builds_killed(tmp_path: Path, alone: tuple[Sites, float]) -> None:
    with place("one disk", tmp_path) as where:
        Trial(where, "two builds", alone).run(two_builds)


def test_builds_killed_beside_a_server(tmp_path: Path, alone: tuple[Sites, float]) -> None:
    with place("one disk", tmp_path) as where:
        trial = Trial(where, "serve running", alone)
        port = free_port()
        server = where.serve(port)
        try:
            until(lambda: _answers(port))
            trial.run(one_build, server=server)
            until(lambda: _answers(port))
            assert server.poll() is None
        finally:
            server.kill()
        where.wait_for_children()
        trial.run(one_build)


def _answers(port: int) -> bool:
    """Whether the server shows the site."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/archive/", timeout=5) as response:
            return bool(response.status == 200)
    except (HTTPError, URLError, TimeoutError, ConnectionError):
        return False
