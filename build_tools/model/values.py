"""Values that fields may have, each a closed list of words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Localized = Mapping[str, str]
"""A text per language tag (BCP 47): ``{"en": …, "ar": …, "zh": …}``. May lack languages."""

Rights = Literal["full", "excerpt", "withheld"]
Kind = Literal[
    "money", "percent", "count", "duration", "date", "multiple", "ratio", "model-size", "rank", "discount"
]
Modifier = Literal["exact", "about", "more-than", "less-than", "at-least", "at-most", "nearly", "vague"]
Maker = Literal["machine", "person"]
Boilerplate = Literal["promotion", "caption", "credit", "notice"]
Period = Literal["day", "week", "month", "quarter", "year"]
Suspect = Literal["double_scale"]
"""Why a literal reading is doubtful: ``double_scale``, digits grouped as thousands with the word "thousand" after them."""
Assumption = Literal["currency", "currency-of-text", "currency-of-record", "currency-open"]
"""What a text leaves open: ``currency``, by usage; of the country that the text speaks of, or its record; or left open."""
Division = Literal["lines", "blocks", "page"]
"""Each line a paragraph, each block between empty lines, or the whole text."""
ParagraphKind = Literal["verse", "table"]
"""Paragraphs whose lines stay lines."""
Verdict = Literal["agree", "differ-by-date", "conflict", "not-comparable", "versions-differ", "single"]
Reason = Literal[
    "same-value", "overlapping", "differ", "other-date", "other-currency", "other-unit", "vague",
    "date-unknown", "implied-rate", "one-origin", "one-publisher", "one-voice", "one-document", "converted-inside",
    "one-statement", "versions-differ",
]  # fmt: skip
Reasons = tuple[tuple[Reason, Mapping[str, str]], ...]
"""Why a verdict is given, each reason with the values that its sentence names."""
EvidenceKind = Literal["names", "figures", "speech", "wording", "meaning"]
"""What two passages may have in common."""
RowKind = Literal["told", "placed", "only", "unmatched"]
