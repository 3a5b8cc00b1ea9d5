"""The work of making all files of a site, whole or in pieces."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import partial
from itertools import zip_longest
from zlib import crc32

from build_tools.model import Archive, OutputFile, Site
from build_tools.render.context import Context, PageKind, context_of
from build_tools.render.exports import EXPORTS, FORMATS, NOTHING, Before
from build_tools.render.lookup import Lookup
from build_tools.render.lookup.asked import Asked
from build_tools.render.lookup.remembered import Memory, Recalled, Remembered, Said
from build_tools.render.pages import KINDS, PAGES, Many, document, many
from build_tools.render.pictures import cards
from build_tools.render.watched import files_of


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
    remembered: Remembered | None = None,
    before: Before = NOTHING,
) -> list[Task]:
    """The work of ``render`` in pieces, in its order. Several ``portions`` are for processes that begin as copies of this
    one; what all of them need is then made here. With ``remembered``, pages of many that would come out as in an earlier
    build are only named; of what was packed ``before``, what did not change is taken over."""
    asked = Asked(archive) if remembered else None
    shown, lookup = (asked.archive, asked.lookup) if asked else (archive, Lookup(archive))
    wanted = site.languages if languages is None else languages
    contexts = [context_of(shown, site, lookup, language) for language in wanted]
    if portions > 1:
        lookup.answer_all()
        for context in contexts:
            for name in context.templates.list_templates():
                context.templates.get_template(name)
            for known in filter(None, map(many, KINDS)):
                known.common(context)
    made: list[Task] = []
    for kind, pages in zip(KINDS, PAGES, strict=True):
        of_many = many(kind)
        if of_many is None:
            whole = partial(_versions, pages, contexts)
            if asked and remembered:
                whole = partial(
                    _recalled, pages, contexts, asked, partial(remembered, kind, 0, 1, asked.answer)
                )
            made.append(Task(whole))
            continue
        for number in range(portions):
            mine = partial(_mine, of_many.keys, archive, number, portions)
            files: Callable[[], Iterator[OutputFile]]
            if asked and remembered:
                memory = partial(remembered, kind, number, portions, asked.answer)
                files = partial(_remembered, kind, of_many, mine, contexts, asked, memory)
            else:
                files = partial(_made, of_many, mine, contexts)
            made.append(Task(files, portions > 1))
    if exports:
        for name, export in zip(FORMATS, EXPORTS, strict=True):
            made.append(Task(partial(files_of, export.files_after(before), name, archive, site)))
        made.append(Task(partial(files_of, cards.files, "cards", archive, site)))
    return made


def pages_of(archive: Archive, site: Site, documents: Collection[str]) -> dict[str, dict[str, bytes]]:
    """The pages of some documents alone, by language and path."""
    lookup = Lookup(archive)
    contexts = [context_of(archive, site, lookup, language) for language in site.languages]
    return {
        context.language: {file.path: file.content for key in documents for file in document.of(context, key)}
        for context in contexts
    }


def _versions(pages: PageKind, contexts: Sequence[Context]) -> Iterator[OutputFile]:
    """One page in all languages, then the next: what they have in common is made once (``Lookup.once``)."""
    for versions in zip_longest(*map(pages, contexts)):
        yield from filter(None, versions)


def _recalled(
    pages: PageKind,
    contexts: Sequence[Context],
    asked: Asked,
    opened: Callable[[], AbstractContextManager[Memory]],
) -> Iterator[OutputFile]:
    """The same, but for pages whose templates are given what they were given."""
    with opened() as memory:
        recalled = Recalled(memory, asked, Said())
        yield from _versions(pages, [replace(context, recalled=recalled) for context in contexts])


def _mine(
    keys: Callable[[Archive], Iterator[str]], archive: Archive, number: int, portions: int
) -> Iterator[str]:
    """The keys of a portion: by their names, so that another key more leaves each in its portion."""
    return (key for key in keys(archive) if crc32(key.encode()) % portions == number)


def _made(many: Many, keys: Callable[[], Iterator[str]], contexts: Sequence[Context]) -> Iterator[OutputFile]:
    for key in keys():
        yield from _versions(lambda context, key=key: many.of(context, key), contexts)  # type: ignore[misc]


def _remembered(
    kind: str,
    many: Many,
    keys: Callable[[], Iterator[str]],
    contexts: Sequence[Context],
    asked: Asked,
    opened: Callable[[], AbstractContextManager[Memory]],
) -> Iterator[OutputFile]:
    """The same, but for those that are known to come out as they did."""
    for context in contexts:
        many.common(context)
    with opened() as memory:
        for key in keys():
            same = memory.same(key)
            if same is not None:
                yield from same
                continue
            with asked.noting() as facts:
                files = list(_made(many, lambda key=key: iter((key,)), contexts))  # type: ignore[misc]
            memory.keep(key, list(facts), files)
            yield from files
