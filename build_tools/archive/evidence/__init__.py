"""Why two paragraphs of different documents may tell the same: kinds of evidence, weighed together.

To add a kind, write a module with a class of the shape of ``kind.Kind``, put it into ``KINDS``, its name into
``model.EvidenceKind``, and give it words in ``render.wording.vocabulary``. Nothing else needs to know it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from build_tools.archive.evidence.figures import Figures
from build_tools.archive.evidence.kind import Found, Kind, Material, Pair
from build_tools.archive.evidence.meaning import Meaning
from build_tools.archive.evidence.names import Names
from build_tools.archive.evidence.speech import Speech
from build_tools.archive.evidence.weigh import Weighed, weigh
from build_tools.archive.evidence.wording import Wording

KINDS: tuple[Callable[[Material], Kind], ...] = (Names, Figures, Speech, Wording, Meaning)


def kinds(material: Material) -> Sequence[Kind]:
    """Every kind of evidence, made ready for these documents."""
    return [make(material) for make in KINDS]


__all__ = ["KINDS", "Found", "Kind", "Material", "Pair", "Weighed", "kinds", "weigh"]
