"""What the stories go through: every kind of page, in every language of the interface."""

from __future__ import annotations

from typing import Any

from build_tools.publish import read_settings
from build_tools.render.environment import FOLDER
from tests.built_site import ROOT
from tests.thorough import first

LANGUAGES = read_settings(ROOT / "mkdocs.yml").site.languages
RIGHT_TO_LEFT = {"ar"}
KINDS = (
    *sorted(
        path.name.removesuffix(".md.j2")
        for path in FOLDER.glob("*.md.j2")
        if path.name not in ("merged.md.j2", "mentions.md.j2")
    ),
    "text",
)
"""Every kind that has a template, but that which leads on at once and that for names named more often than any of the
example; and what is written by hand."""


def usually(language: str) -> list[Any]:
    """Languages for a story that is told in this one, and by a thorough run in all."""
    return first(sorted(LANGUAGES, key=lambda tag: tag != language))


def localized(path: str, language: str) -> str:
    """The same page in another interface language."""
    return path if language == LANGUAGES[0] else f"{language}/{path}"
