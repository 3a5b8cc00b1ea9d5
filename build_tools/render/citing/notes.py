"""What a citation has to say in words, for formats without a field for it. In English, as the formats are."""

from __future__ import annotations

from babel import Locale

from build_tools.render.citing.dates import certain
from build_tools.render.citing.reference import Reference
from build_tools.render.wording.names import language_name


def notes(cited: Reference) -> list[str]:
    """Sentences, each with its full stop."""
    said: list[str] = []
    if cited.supplied:
        said.append("Title supplied by the archive")
    if cited.summary and cited.summary_supplied:
        said.append("Summary supplied by the archive")
    if cited.published and not certain(cited.published):
        said.append(f"Date of publication (EDTF): {cited.published}")
    if cited.byline:
        said.append(f"Byline: {cited.byline}")
    if cited.translated_from:
        said.append(f"Translated from {language_name(cited.translated_from, Locale('en'))}")
    if cited.reprinted_from:
        said.append(f"Reprinted from {cited.reprinted_from}")
    if cited.credits:
        said.append(f"Reporting credited to {', '.join(cited.credits)}")
    if cited.original_url:
        said.append(f"Originally at {cited.original_url}")
    said.append(f"Read in {cited.archive}")
    return [f"{sentence.rstrip('. ')}." for sentence in said]
