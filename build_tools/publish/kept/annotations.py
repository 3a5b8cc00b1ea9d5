"""Annotations by text, record and what of the authority file bears on them: a text for which none of these changed is not
read for names and figures again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from build_tools.annotate.names.bearing import Bearing
from build_tools.model import AnnotatedDocument, Authority, Document
from build_tools.problems import Problem
from build_tools.publish.kept import Kept, key
from build_tools.publish.kept.packed import packed, unpacked
from build_tools.publish.kept.program import program

Annotated = tuple[AnnotatedDocument | None, tuple[Problem, ...]]
Annotate = Callable[[Sequence[Document]], Iterable[Annotated]]


def annotated_or_kept(
    documents: Sequence[Document], authority: Authority, kept: Kept, annotate: Annotate
) -> Iterator[Annotated]:
    """The annotations of all documents, in their order; ``annotate`` is given those that none are kept for."""
    keys = list(_keys(documents, authority, kept))
    known: dict[int, Annotated] = {
        at: found for at, one in enumerate(keys) if (found := unpacked(kept.get(one)))
    }
    made = iter(annotate([document for at, document in enumerate(documents) if at not in known]))
    for at, one in enumerate(keys):
        if at in known:
            yield known.pop(at)
            continue
        result = next(made)
        if result[0] is not None:
            kept.put(one, packed(result))
        yield result


def _keys(documents: Sequence[Document], authority: Authority, kept: Kept) -> Iterator[bytes]:
    """For each document the key of all that its annotations depend on.

    Of the authority file that is what bears on the document. What bears on it is kept under the key of the whole file,
    so that texts are looked through only after a change of it.
    """
    common, whole = key(program(), repr(authority.types)), repr(authority)
    bearing: Bearing | None = None
    for document in documents:
        own = key(common, repr(document))
        told = key(own, whole)
        found = kept.get(told)
        if found is None:
            bearing = bearing or Bearing(authority)
            found = key(own, bearing.on(document))
            kept.put(told, found)
        yield found
