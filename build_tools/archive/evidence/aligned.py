"""Which rows of a table go with which columns, when both tell mostly the same in the same order.

The order is found as in Needleman and Wunsch, *A general method applicable to the search for similarities in the amino
acid sequence of two proteins* (1970), without a price for what is left out.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Cells = list[tuple[int, int]]


def in_order(gains: Floats) -> Cells:
    """The cells, of rising rows and columns, whose gains are the greatest together; none with a gain of 0 or less."""
    rows, columns = gains.shape
    best = np.zeros((rows + 1, columns + 1))
    for row in range(rows):
        taken = best[row, :-1] + gains[row]
        best[row + 1, 1:] = np.maximum.accumulate(np.maximum(taken, best[row, 1:]))
    cells = []
    row, column = rows, columns
    while row and column:
        if best[row, column] == best[row - 1, column]:
            row -= 1
        elif best[row, column] == best[row, column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            cells.append((row, column))
    return cells[::-1]


def nearest(gains: Floats) -> Cells:
    """The cells that have the greatest gain of their row and of their column; none with a gain of 0 or less."""
    best, back = gains.argmax(axis=1), gains.argmax(axis=0)
    return [
        (row, column)
        for row, column in enumerate(best.tolist())
        if back[column] == row and gains[row, column] > 0
    ]


def alone(gains: Floats, taken: Cells, least: float) -> Cells:
    """For each row and each column that has no cell yet, its greatest gain, where that is ``least`` or more."""
    rows, columns = {row for row, _ in taken}, {column for _, column in taken}
    best, back = gains.argmax(axis=1).tolist(), gains.argmax(axis=0).tolist()
    found = [(row, best[row]) for row in range(len(best)) if row not in rows]
    found += [(back[column], column) for column in range(len(back)) if column not in columns]
    return [cell for cell in dict.fromkeys(found) if gains[cell] >= least]


def together(gains: Floats, parallel: float, moved: tuple[float, float], joined: float) -> Cells:
    """The cells that go together: those in order, and those that are the nearest out of order.

    The order holds when it has the share ``parallel`` of what all the nearest have; what breaks it then has to gain more:
    the first of ``moved``, else the second. Where it does not hold, what is left over joins what the other tells together with
    something else, when it gains ``joined``.
    """
    ordered, near = in_order(gains), nearest(gains)
    kept = set(ordered)
    total = sum(gains[cell] for cell in near)
    holds = sum(gains[cell] for cell in near if cell in kept) >= parallel * total
    if not holds:
        ordered = [cell for cell in ordered if gains[cell] >= moved[1] / 2]
    cells = [*ordered, *(cell for cell in near if cell not in kept and gains[cell] >= moved[not holds])]
    return cells if holds else [*cells, *alone(gains, cells, joined)]
