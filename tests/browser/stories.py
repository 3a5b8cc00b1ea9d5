"""What the stories go through: every kind of page, in every language of the interface."""

from __future__ import annotations

from build_tools.publish import read_settings
from build_tools.render.environment import FOLDER
from tests.built_site import ROOT

LANGUAGES = read_settings(ROOT / "mkdocs.yml").site.languages
RIGHT_TO_LEFT = {"ar"}
KINDS = (
    *sorted(
        path.name.removesuffix(".md.j2") for path in FOLDER.glob("*.md.j2") if path.name != "merged.md.j2"
    ),
    "text",
)
"""Every kind that has a template, but that which leads on at once; and what is written by hand."""


def localized(path: str, language: str) -> str:
    """The same page in another interface language."""
    return path if language == LANGUAGES[0] else f"{language}/{path}"
