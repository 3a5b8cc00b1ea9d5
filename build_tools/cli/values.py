"""Values of options that are checked as the files of an archive are."""

from __future__ import annotations

import click

from build_tools.read import edtf, encodings, tags
from build_tools.read.values import url_fault


def language_tag(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A language tag (BCP 47) that exists."""
    wrong = tags.fault(value) if value is not None else None
    if wrong:
        raise click.BadParameter(wrong)
    return value


def date(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A date in EDTF."""
    wrong = edtf.fault(value) if value is not None else None
    if wrong:
        raise click.BadParameter(f"{wrong}; write it like {edtf.EXAMPLES}")
    return value


def address(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """The address of a page."""
    wrong = url_fault(value) if value is not None else None
    if wrong:
        raise click.BadParameter(wrong)
    return value


def encoding(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """An encoding that exists, by Python's name."""
    if value is None:
        return None
    found = encodings.python_name(value)
    if found is None:
        raise click.BadParameter(f"{value!r} is no encoding; write it like windows-1256, gb18030 or big5")
    return found
