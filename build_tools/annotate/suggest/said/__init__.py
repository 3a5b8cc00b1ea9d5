"""Places that no table has, where a text itself says what they are: ``秀山县洪安镇``, ``Khanh village``, ``بلدة منين``.

A noun of places beside the name says so, or what it lies in directly after it; and only in a text that names a place that
is known, so that it can be told where.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.suggest import terms
from build_tools.annotate.suggest.proposal import Sighting
from build_tools.annotate.suggest.said import arabic, chinese, latin
from build_tools.annotate.suggest.said.place import Known, Named
from build_tools.annotate.suggest.spans import Spans
from build_tools.annotate.suggest.text import Text

REASON = "said"
"""The reason of such a sighting; its detail is the ISO 3166 code of the country, and the folded name without its noun."""
UNTOLD = "ZZ"
"""The detail where the text does not tell the country: the CLDR's code of an unknown region."""

_READERS: dict[str, Callable[[Text, Known], Iterator[Named]]] = {
    "Latn": latin.named,
    "Arab": arabic.named,
    "Hans": chinese.named,
}


def beside(known: Callable[[Text], Iterator[Sighting]]) -> Callable[[Text], Iterator[Sighting]]:
    """A finder of what another one knows, and of the places that the texts say are such beside these."""

    def find(text: Text) -> Iterator[Sighting]:
        sightings = list(known(text))
        yield from sightings
        yield from _said(text, sightings)

    return find


def _said(text: Text, sightings: Sequence[Sighting]) -> Iterator[Sighting]:
    reader = _READERS.get(text.script)
    if reader is None or not (sightings or text.script != "Latn"):
        return
    around = Known.of(sightings, text.mentions(terms.adjective_finder()))
    taken = Spans([*((one.start, one.end) for one in sightings), *around.adjectives])
    for one in reader(text, around):
        form = text.document.text[one.start : one.end]
        free = one.longer or not taken.overlap(one.start, one.end)
        if free and not text.is_taken(one.start, one.end):
            taken.add(one.start, one.end)
            yield Sighting(
                one.start,
                one.end,
                REASON,
                "place",
                f"{one.country or around.only or UNTOLD} {one.name or fold_name(form)}",
            )
