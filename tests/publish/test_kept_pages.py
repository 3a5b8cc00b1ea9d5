"""What is remembered of pages is taken only whole, and only of pages that still lie where they were written."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from build_tools.model import OutputFile, SameFile, Site
from build_tools.publish.kept.pages import remembered
from build_tools.publish.pages import Pages
from build_tools.render.lookup.asked import Fact
from build_tools.render.lookup.remembered import Answer

SITE = Site("https://a.example/", ("en",))
FACTS: list[Fact] = [("archive.documents", "one"), ("lookup.neighbours()", ("one",))]
PAGE = OutputFile("documents/one.md", b"<p>one</p>")


def _answered(fact: Fact) -> bytes:
    return hashlib.sha256(repr(fact).encode()).digest()


class Archive:
    """One page that was made and written by the build before."""

    def __init__(self, root: Path) -> None:
        self.docs, self.cache, self.work = root / "docs", root / "cache", root
        self.docs.mkdir()
        built = self._pages()
        built.stage(PAGE.path, PAGE.content)
        built.commit()
        with self._opened() as memory:
            memory.keep("one", FACTS, [PAGE])

    def _pages(self) -> Pages:
        self.work = self.work / "next"
        self.work.mkdir()
        return Pages(self.docs, self.work)

    def _opened(self, site: Site = SITE, portions: int = 1, answer: Answer = _answered):  # type: ignore[no-untyped-def]
        return remembered(self.cache, site, self._pages().there)("document", 0, portions, answer)

    def known(self, key: str = "one", *, site: Site = SITE, portions: int = 1, answer: bytes = b"") -> bool:
        """Whether the page is taken over; then as it was written."""
        with self._opened(site, portions, lambda fact: answer or _answered(fact)) as memory:
            found = memory.same(key)
        assert found in (None, [SameFile(PAGE.path, b"", digest=hashlib.sha256(PAGE.content).hexdigest())])
        return found is not None


@pytest.fixture
def made(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def test_what_is_as_it_was_is_known(made: Archive) -> None:
    assert made.known()
    assert made.known(), "and stays so"


def test_each_page_has_its_own_questions_and_all_hold_what_is_answered_now(made: Archive) -> None:
    new: dict[Fact, bytes] = {FACTS[0]: b"new", FACTS[1]: b"old", ("use.forms", "x"): b"x"}
    asking = {"one": FACTS, "two": FACTS[:1], "three": FACTS[1:], "four": [("use.forms", "x")]}

    def taken(answers: dict[Fact, bytes], names: Sequence[str] = tuple(asking)) -> list[str]:
        """Which pages of these are taken over; the others are made."""
        with made._opened(answer=lambda fact: answers[fact]) as memory:
            found = [one for one in names if memory.same(one)]
            for one in names:
                if one not in found:
                    memory.keep(one, asking[one], [PAGE])
            return found

    assert taken({**new, FACTS[0]: b"old"}) == []
    assert taken({**new, FACTS[0]: b"old"}) == list(asking)
    assert taken(new) == ["three", "four"], "a page that is made says nothing of one that is asked for later"
    assert taken(new) == list(asking)
    assert taken(new, ["three", "four"]) == ["three", "four"]
    assert taken({**new, FACTS[1]: b"new"}) == ["four"], "nobody asks what no page asked any more"
    assert taken({**new, ("use.forms", "x"): b"y"}, ["four", "three"]) == []


def test_pages_of_a_build_that_failed_are_not_remembered(made: Archive) -> None:
    def fail() -> None:
        with made._opened(answer=lambda fact: b"new") as memory:
            memory.keep("one", FACTS, [PAGE])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert made.known()


def test_what_it_was_given_makes_another_page(made: Archive) -> None:
    with made._opened() as memory:
        memory.keep("one", FACTS, [PAGE], b"given")
    assert not made.known()


def test_another_answer_site_or_key_is_another_page(made: Archive) -> None:
    assert not made.known(answer=b"another")
    assert not made.known("two")
    assert not made.known(site=Site("https://a.example/", ("en", "ar")))


def test_a_page_that_somebody_changed_is_made_again(made: Archive) -> None:
    (made.docs / PAGE.path).write_bytes(b"<p>mine</p>")
    assert not made.known()


def test_a_page_that_is_gone_is_made_again(made: Archive) -> None:
    (made.docs / PAGE.path).unlink()
    assert not made.known()


def test_a_page_of_which_nobody_knows_who_wrote_it_is_made_again(made: Archive) -> None:
    (made.docs / ".generated.json").write_text('{"version": 1, "files": {}}')
    assert not made.known()


def test_what_is_kept_of_another_division_goes(made: Archive) -> None:
    assert not made.known(portions=2)
    assert [path.name for path in made.cache.glob("asked-*")] == ["asked-document-1-of-2.sqlite"]


@pytest.mark.parametrize("where", [0, 100, 4096, 5000, -100, -30])
def test_what_is_damaged_is_made_again_in_silence(made: Archive, where: int) -> None:
    (path,) = made.cache.glob("asked-*")
    content = bytearray(path.read_bytes())
    content[where] ^= 0xFF
    path.write_bytes(bytes(content))
    made.known()  # a byte that says nothing may be another one
    path.write_bytes(b"no data base")
    assert not made.known()
