"""Annotations by text, record and what of the authority file bears on them: a text for which none of these changed is not
read for names and figures again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from build_tools.annotate.names.bearing import Bearing
from build_tools.model import AnnotatedDocument, Authority, Document
from build_tools.problems import Problem
from build_tools.publish.kept import Kept, key
from build_tools.publish.kept.portions import Portions
from build_tools.publish.kept.program import program

Annotated = tuple[AnnotatedDocument | None, tuple[Problem, ...]]
Annotate = Callable[[Sequence[Document]], Iterable[Annotated]]

_ELSEWHERE = Document("", Path(), "", "", "", "", "", ())
"""Stands for the document in what is kept: whoever asks for its annotations has it."""


def annotated_or_kept(
    documents: Sequence[Document],
    authority: Authority,
    kept: Kept,
    annotate: Annotate,
    told: dict[str, bytes] | None = None,
) -> Iterator[Annotated]:
    """The annotations of all documents, in their order; ``annotate`` is given those that none are kept for. By id it is ``told``
    of what each was made.
    """
    known = Portions(kept, program(), (document.id for document in documents))
    keys = _keys(documents, authority, known)
    if told is not None:
        told.update((name, bears) for name, (_, bears) in keys.items())
    made = iter(annotate([document for document in documents if known.get(document.id)[2] is None]))
    try:
        for document in documents:
            result: Annotated | None = known.get(document.id)[2]
            if result is None:
                result = next(made)
                if result[0] is not None:
                    known.put(document.id, (*keys[document.id], _without(document, result)))
                yield result
            else:
                yield _with(document, result)
    finally:  # also what was made before an error
        known.keep()


def _without(document: Document, result: Annotated) -> Annotated:
    annotated, problems = result
    whole = annotated is None or annotated.document != document
    return result if whole else (replace(annotated, document=_ELSEWHERE), problems)  # type: ignore[type-var]


def _with(document: Document, result: Annotated) -> Annotated:
    annotated, problems = result
    if annotated is None or annotated.document.id:
        return result
    return replace(annotated, document=document), problems


def _keys(
    documents: Sequence[Document], authority: Authority, known: Portions
) -> dict[str, tuple[bytes, bytes]]:
    """For each document a key of it and the whole authority file, and one of all that its annotations depend on. Annotations
    kept under other ones are forgotten.

    Of the authority file that is what bears on the document; texts are looked through for it only after a change of the
    file.
    """
    common, whole = key(repr(authority.types)), key(repr(authority))
    bearing: Bearing | None = None
    found: dict[str, tuple[bytes, bytes]] = {}
    for document in documents:
        # The text is in it by its digest.
        own = key(common, repr(replace(document, text="")))
        told, bears, result = known.get(document.id) or (b"", b"", None)
        if told != (now := key(own, whole)):
            bearing = bearing or Bearing(authority)
            before, bears = bears, key(own, bearing.on(document))
            known.put(document.id, (now, bears, result if bears == before else None))
        found[document.id] = now, bears
    return found
