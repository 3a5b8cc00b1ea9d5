"""From the archive to files: pages for every interface language, and exports that are the same for all of them.

A page kind is a module of ``render.pages`` with one function ``pages(context)``; a file format is a module of
``render.exports`` with its ``EXPORT``. Both stand in a list by their names, in the order in which their files are made.
Templates lie in ``templates/``, words in ``locale/``; ``render.wording.escape`` makes data safe for both.

The rooms, from the last to the first: ``pages``, ``head`` (what a page says to machines), ``exports``, ``tables``,
``pictures``, ``citing``, ``marking`` (names and figures in a text), ``wording`` (names, numbers, dates in a language).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from build_tools.model import Archive, OutputFile, Site
from build_tools.render.context import context_of
from build_tools.render.exports import EXPORTS, FORMATS
from build_tools.render.lookup import Lookup
from build_tools.render.pages import PAGES
from build_tools.render.pictures import cards
from build_tools.render.watched import files_of

__all__ = ["EXPORTS", "PAGES", "render"]


def render(
    archive: Archive, site: Site, languages: Sequence[str] | None = None, *, exports: bool = True
) -> Iterator[OutputFile]:
    """Every file of the site but the search index, one after the other.

    ``languages`` limits the pages to some of the site's interface languages, for builds that share the work;
    one of them then makes the exports. Raises ``DataError`` when a language has no catalogue.
    """
    lookup = Lookup(archive)
    wanted = site.languages if languages is None else languages
    contexts = [context_of(archive, site, lookup, language) for language in wanted]
    for pages in PAGES:
        # One page in all languages, then the next: what they have in common is made once (``Lookup.once``).
        for versions in zip_longest(*map(pages, contexts)):
            yield from filter(None, versions)
    if exports:
        for name, export in zip(FORMATS, EXPORTS, strict=True):
            yield from files_of(export.files, name, archive, site)
        yield from files_of(cards.files, "cards", archive, site)
