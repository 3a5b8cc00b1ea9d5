"""From the archive to files: pages for every interface language, and exports that are the same for all of them.

A page kind is a module of ``render.pages`` with one function ``pages(context)``; a file format is a module of
``render.exports`` with its ``EXPORT``. Both stand in a list by their names, in the order in which their files are made.
Templates lie in ``templates/``, words in ``locale/``; ``render.wording.escape`` makes data safe for both.

The rooms, from the last to the first: ``pages``, ``head`` (what a page says to machines), ``exports``, ``tables``,
``pictures``, ``citing``, ``marking`` (names and figures in a text), ``wording`` (names, numbers, dates in a language).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import zip_longest

from build_tools.model import Archive, OutputFile, Site
from build_tools.render.context import Context, PageKind, context_of
from build_tools.render.exports import EXPORTS, FORMATS
from build_tools.render.lookup import Lookup
from build_tools.render.pages import KINDS, PAGES
from build_tools.render.pictures import cards
from build_tools.render.watched import files_of

__all__ = ["EXPORTS", "PAGES", "Task", "render", "tasks"]

ALIKE = ("document", "entity", "mentions")
"""Kinds of which there are many pages, so that several processes share them."""


@dataclass(frozen=True, slots=True)
class Task:
    """Files that are made without any others; ``part`` says that they are a portion of those of a kind."""

    files: Callable[[], Iterator[OutputFile]]
    part: bool = False


def render(
    archive: Archive, site: Site, languages: Sequence[str] | None = None, *, exports: bool = True
) -> Iterator[OutputFile]:
    """Every file of the site but the search index, one after the other.

    ``languages`` limits the pages to some of the site's interface languages, for builds that share the work;
    one of them then makes the exports. Raises ``DataError`` when a language has no catalogue.
    """
    for task in tasks(archive, site, languages, exports=exports):
        yield from task.files()


def tasks(
    archive: Archive,
    site: Site,
    languages: Sequence[str] | None = None,
    *,
    exports: bool = True,
    portions: int = 1,
) -> list[Task]:
    """The work of ``render`` in pieces, in its order. Several ``portions`` are for processes that begin as copies of this
    one; what all of them need is then made here."""
    lookup = Lookup(archive)
    wanted = site.languages if languages is None else languages
    contexts = [context_of(archive, site, lookup, language) for language in wanted]
    if portions > 1:
        lookup.answer_all()
        for context in contexts:
            for name in context.templates.list_templates():
                context.templates.get_template(name)
    made: list[Task] = []
    for kind, pages in zip(KINDS, PAGES, strict=True):
        divided = portions if kind in ALIKE else 1
        for number in range(divided):
            some = [replace(context, portion=(number, divided)) for context in contexts]
            made.append(Task(partial(_versions, pages, some), divided > 1))
    if exports:
        for name, export in zip(FORMATS, EXPORTS, strict=True):
            made.append(Task(partial(files_of, export.files, name, archive, site)))
        made.append(Task(partial(files_of, cards.files, "cards", archive, site)))
    return made


def _versions(pages: PageKind, contexts: Sequence[Context]) -> Iterator[OutputFile]:
    """One page in all languages, then the next: what they have in common is made once (``Lookup.once``)."""
    for versions in zip_longest(*map(pages, contexts)):
        yield from filter(None, versions)
