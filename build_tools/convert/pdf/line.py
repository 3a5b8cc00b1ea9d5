"""A printed line: its text in reading order, and where it stands on its page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Line:
    """Lengths in points, ``y`` and ``bottom`` upwards from the foot of the page. On pages that are read from right to
    left, ``start`` and ``end`` are mirrored, so that a line begins at the smaller one everywhere."""

    text: str
    page: int
    """From 0."""
    start: float
    end: float
    y: float
    """Of the baseline."""
    size: float
    """Size of the type."""
    first: float = 0.0
    """Width of its first word; of Chinese, of its first character."""
    hyphen: bool = False
    """A word of it goes on in the next line."""
    place: float = 0.0
    """How high it stands, as a share of the page's height."""
