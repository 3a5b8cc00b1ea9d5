"""Annotations by text, record and authority file: a text that did not change is not read for names and figures again."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, cast

from build_tools.model import AnnotatedDocument, Authority, Document
from build_tools.problems import Problem
from build_tools.publish.kept import Kept, key
from build_tools.publish.kept.program import program

Annotated = tuple[AnnotatedDocument | None, tuple[Problem, ...]]
Annotate = Callable[[Sequence[Document]], Iterable[Annotated]]

_MODULES = ("build_tools.model.", "build_tools.problems.", "pathlib.")
"""All that annotations are made of."""


def annotated_or_kept(
    documents: Sequence[Document], authority: Authority, kept: Kept, annotate: Annotate
) -> Iterator[Annotated]:
    """The annotations of all documents, in their order; ``annotate`` is given those that none are kept for."""
    common = key(program(), repr(authority))
    keys = [key(common, repr(document)) for document in documents]
    known = {at: found for at, one in enumerate(keys) if (found := _unpacked(kept.get(one)))}
    made = iter(annotate([document for at, document in enumerate(documents) if at not in known]))
    for at, one in enumerate(keys):
        if at in known:
            yield known.pop(at)
            continue
        result = next(made)
        if result[0] is not None:
            kept.put(one, pickle.dumps(result, pickle.HIGHEST_PROTOCOL))
        yield result


def _unpacked(value: bytes | None) -> Annotated | None:
    if value is None:
        return None
    try:
        return cast(Annotated, _Unpickler(io.BytesIO(value)).load())
    except Exception:  # whatever a damaged pickle raises: it is made anew
        return None


class _Unpickler(pickle.Unpickler):
    """Makes nothing but annotations, whatever somebody has put into the file."""

    def find_class(self, module: str, name: str) -> Any:
        if not f"{module}.".startswith(_MODULES) or "." in name:
            raise pickle.UnpicklingError(f"{module}.{name}")
        found = super().find_class(module, name)
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found
