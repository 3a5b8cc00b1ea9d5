"""Parts of the frame are made once for pages that differ in nothing they show."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from jinja2.runtime import Context

from build_tools.publish.squeeze.frame import Shared


def _page(uri: str, kind: str = "document", **more: Any) -> dict[str, Any]:
    fields = {"parent": None, "previous_page": None, "next_page": None, "meta": {"kind": kind}, **more}
    page = SimpleNamespace(file=SimpleNamespace(norm_src_uri=uri), **fields)
    return {"page": page, "nav": SimpleNamespace(items=[]), "base_url": "../.."}


class _Part:
    """A part that says how often it was made."""

    def __init__(self, *, of_the_page: bool = False) -> None:
        self.times = 0
        self._of_the_page = of_the_page
        self._shared = Shared(self._made)  # type: ignore[arg-type]

    def __call__(self, values: dict[str, Any]) -> str:
        return "".join(self._shared(values))  # type: ignore[arg-type]

    def _made(self, context: Context) -> Iterator[str]:
        self.times += 1
        uri = context["page"].file.norm_src_uri
        yield f"{context['base_url']} {uri if self._of_the_page else uri.split('/')[0]}"


def test_many_pages_share_a_part() -> None:
    part = _Part()
    assert {part(_page(f"documents/{number}.md")) for number in range(9)} == {"../.. documents"}
    assert part.times == 2


def test_pages_of_other_folders_kinds_and_depths_have_their_own() -> None:
    part = _Part()
    for _ in range(3):
        assert part(_page("documents/a.md")) == "../.. documents"
        assert part(_page("entities/a.md")) == "../.. entities"
        assert part({**_page("entities/by/a.md"), "base_url": "../../.."}) == "../../.. entities"
        assert part(_page("documents/index.md", "documents")) == "../.. documents"
    assert part.times == 8


def test_a_part_that_shows_the_page_is_made_for_each() -> None:
    part = _Part(of_the_page=True)
    for number in range(5):
        assert part(_page(f"documents/{number}.md")) == f"../.. documents/{number}.md"


def test_pages_of_the_navigation_share_nothing() -> None:
    part = _Part()
    for number in range(4):
        part(_page(f"documents/{number}.md", parent="a section"))
    assert part.times == 4
