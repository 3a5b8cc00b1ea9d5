"""Candidates whose spelling is nearly that of a known name: probably aliases of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from build_tools.annotate.names.forms import fold_name
from build_tools.model import Authority

_SHORTEST = 5


def near_known(keys: Iterable[str], authority: Authority) -> dict[str, str]:
    """Folded form → id of the entity that has a name one letter away; time linear in the number of letters."""
    known: dict[str, str] = {}
    for entity in authority.entities.values():
        for form in (*entity.names.values(), *(alias.form for alias in entity.aliases)):
            known.setdefault(fold_name(form), entity.id)
    by_hole: dict[str, set[str]] = defaultdict(set)
    for form in known:
        if len(form) >= _SHORTEST:
            for hole in _holes(form):
                by_hole[hole].add(form)
    near: dict[str, str] = {}
    for key in keys:
        if len(key) < _SHORTEST or key in known:
            continue
        close = sorted({form for hole in _holes(key) for form in by_hole.get(hole, ())})
        if close:
            near[key] = known[close[0]]
    return near


def _holes(form: str) -> Iterator[str]:
    """The form, and the form without each of its letters: two forms that share one are a letter apart (or two
    letters, one lost on either side)."""
    yield form
    for at in range(len(form)):
        yield form[:at] + form[at + 1 :]
