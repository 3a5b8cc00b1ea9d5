"""Kinds of values in the YAML files of ``seeds/``: how each is checked, and what editors are told of it."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    WithJsonSchema,
)

from build_tools import ids
from build_tools.read import edtf, tags
from build_tools.read.wrapped import rejoined

SCALAR = ["string", "number", "boolean"]
"""What an editor's YAML may take a plain scalar for; the strict loader reads every one as its text."""


_LONGEST_NUMBER = 100
"""Characters of a number; whoever needs more has slipped."""


def _checked(fault: Any) -> AfterValidator:
    def check(value: str) -> str:
        wrong = fault(value)
        if wrong:
            raise ValueError(wrong)
        return value

    return AfterValidator(check)


def decimal_fault(value: str) -> str | None:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return f"{value!r} is no plain decimal number; write it like 100000 or 5.5"
    if not number.is_finite() or not re.fullmatch(r"-?\d+(?:\.\d+)?", value, re.ASCII):
        return f"{value!r} is no plain decimal number; write it like 100000 or 5.5"
    if len(value) > _LONGEST_NUMBER:
        return f"a number of {len(value)} characters is none that a text states; write it like 100000 or 5.5"
    return None


@cache
def _currencies() -> frozenset[str]:
    from babel import Locale

    return frozenset(Locale("en").currencies)


def _currency_fault(value: str) -> str | None:
    known = re.fullmatch(r"[A-Z]{3}", value) and value in _currencies()
    return None if known else f"{value!r} is no currency of ISO 4217; write it like USD or CNY"


def _unit_fault(value: str) -> str | None:
    if re.fullmatch(r"[a-z0-9]+(?:[-/ ][a-z0-9]+)*", value):
        return None
    return f"{value!r} is no unit; write an English noun in the singular, like chip or percentage-point"


def _label_fault(value: str) -> str | None:
    if ids.slug(value):
        return None
    return f"{value!r} has no letter or digit, so it can have no page"


def _date_fault(value: str) -> str | None:
    wrong = edtf.fault(value)
    return wrong and f"{wrong}; write it like {edtf.EXAMPLES}"


def url_fault(value: str) -> str | None:
    """Why a text is no address of a page, as half a sentence; ``None`` when it is one."""
    if re.fullmatch(r"https?://[^\s<>\"\\^`{|}\x00-\x1f]+", value):
        return None
    return f"{value!r} is no web address; write it with http:// or https://"


def _truth(value: object) -> bool:
    """``true`` and ``false`` are the two words for it."""
    if value in ("true", "false"):
        return value == "true"
    raise ValueError("write true or false")


def _nth(value: object) -> int | str | None:
    """A number from 1 up, or ``all``."""
    if value is None or value == "all":
        return None if value is None else "all"
    if isinstance(value, str) and re.fullmatch(r"[1-9][0-9]{0,5}", value):
        return int(value)
    raise ValueError("write a whole number from 1 up, or all")


def _ordinal_fault(value: str) -> str | None:
    if re.fullmatch(r"[1-9][0-9]{0,5}", value):
        return None
    return f"{value!r} is no number of a paragraph; write a whole number from 1 up"


def _file_fault(value: str) -> str | None:
    if "/" in value or "\\" in value or value.startswith("."):
        return f"{value!r} is no name of a file in originals/"
    return None


def _digest_fault(value: str) -> str | None:
    return None if re.fullmatch(r"[0-9a-f]{64}", value) else f"{value!r} is no SHA-256"


Text = Annotated[str, Field(min_length=1), WithJsonSchema({"type": SCALAR})]
Label = Annotated[
    str, Field(min_length=1, max_length=80), _checked(_label_fault), WithJsonSchema({"type": SCALAR})
]
"""A tag or the name of a collection."""
Tag = Annotated[str, _checked(tags.fault), WithJsonSchema({"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$"})]  # fmt: skip
Id = Annotated[str, _checked(ids.entity_fault), WithJsonSchema({"type": SCALAR, "description": "Id of an entity, measure or story"})]  # fmt: skip
Edtf = Annotated[
    str, _checked(_date_fault), WithJsonSchema({"type": SCALAR, "description": f"EDTF: {edtf.EXAMPLES}"})
]
Number = Annotated[str, _checked(decimal_fault), WithJsonSchema({"type": ["number", "string"]})]
Currency = Annotated[
    str, _checked(_currency_fault), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"})
]
Unit = Annotated[
    str, _checked(_unit_fault), WithJsonSchema({"type": "string", "description": "English singular noun"})
]
Url = Annotated[str, _checked(url_fault), WithJsonSchema({"type": "string", "format": "uri"})]
Truth = Annotated[bool, BeforeValidator(_truth)]
Ordinal = Annotated[
    str, _checked(_ordinal_fault), WithJsonSchema({"type": "string", "pattern": "^[1-9][0-9]*$"})
]
Nth = Annotated[
    int | Literal["all"] | None,
    BeforeValidator(_nth),
    WithJsonSchema({
        "anyOf": [{"type": "integer", "minimum": 1}, {"const": "all"}],
        "description": "Which occurrence of the quote, counted from 1, or all of them",
    }),
]  # fmt: skip
Localized = Annotated[dict[Tag, Text], AfterValidator(rejoined)]
OwnOrLocalized = Annotated[
    Localized,
    BeforeValidator(lambda given: {tags.UNDETERMINED: given} if isinstance(given, str) and given else given),
    WithJsonSchema({
        "anyOf": [{"type": SCALAR}, {"type": "object", "additionalProperties": {"type": SCALAR}}],
        "description": "A text in the language of the document, or texts per language",
    }),
]  # fmt: skip
"""A plain text is one in the document's own language, which is not known here: its tag is ``und``."""
FileName = Annotated[str, _checked(_file_fault), WithJsonSchema({"type": SCALAR})]
Digest = Annotated[
    str, _checked(_digest_fault), WithJsonSchema({"type": SCALAR, "pattern": "^[0-9a-f]{64}$"})
]
"""SHA-256."""
