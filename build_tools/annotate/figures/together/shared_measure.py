"""Numbers of a row whose measure only the last one bears: 100, 50 and 15 years ago, 6.6、10.9和2.7个百分点; and ages of a row."""

from __future__ import annotations

from dataclasses import replace

from build_tools.annotate.figures.draft import Context, Draft
from build_tools.annotate.figures.grammar import Grammar
from build_tools.annotate.figures.grammar.units import measures
from build_tools.annotate.figures.together.lent import in_measure_of
from build_tools.annotate.figures.view import View

_SHARED = ("money", "percent", "duration")
_APART = (", and", ", or")
"""What joins no two numbers, but a third one to them: he ate 3, and 5 years later."""


def share_measures(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """Bare numbers of a row take the money, the percent or the time of the last one: costs 5, 10 and 20 euros."""
    made: list[Draft] = []
    row = 0
    """Where in ``made`` the row begins that may go on."""
    for draft in drafts:
        joint = _joint(view, made[-1], draft, g) if made else ""
        row = row if joint else len(made)
        closed = joint in g.data.ranges.rows.last and (len(made) - row > 1 or joint not in _APART)
        if closed and draft.kind in _SHARED and draft.suffixed and all(one.naked for one in made[row:]):
            made[row:] = [in_measure_of(number, draft, "row") for number in made[row:]]
        made.append(draft)
    return made


def share_sides(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """225 by 160 mm, 5 by 3 by 2 metres: sides whose unit only the last one bears."""
    made: list[Draft] = []
    for draft in drafts:
        here = len(made)
        while (
            draft.unit in measures()
            and here
            and made[here - 1].naked
            and _sides(view, [*made, draft], here, g)
        ):
            here -= 1
            made[here] = in_measure_of(made[here], draft, "row")
        made.append(draft)
    return made


def _sides(view: View, drafts: list[Draft], at: int, g: Grammar) -> bool:
    """Whether the figure at a place is another side of what the one before it measures."""
    between = view.flat[drafts[at - 1].end : drafts[at].reach].strip(" ")
    return between in g.data.ranges.rows.sides


def share_ages(view: View, drafts: list[Draft], g: Grammar, context: Context) -> list[Draft]:
    """Children aged two, five and nine: what goes on with a row of ages is one."""
    made: list[Draft] = []
    for draft in drafts:
        last = made[-1] if made else None
        if last and last.trail.endswith("+age") and draft.naked and _joint(view, last, draft, g):
            draft = replace(draft, kind="duration", unit="year", trail=last.trail)
        made.append(draft)
    return made


def _joint(view: View, first: Draft, second: Draft, g: Grammar) -> str:
    """What joins two numbers of a row; empty where they are of none."""
    between = view.flat[first.end : second.reach].strip(" ")
    rows = g.data.ranges.rows
    return between if between in rows.last or between in rows.mark else ""
