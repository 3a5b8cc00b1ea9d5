"""What the stories go through: every kind of page, in every language of the interface."""

from __future__ import annotations

from build_tools.publish import read_settings
from tests.built_site import ROOT

LANGUAGES = read_settings(ROOT / "mkdocs.yml").site.languages
RIGHT_TO_LEFT = {"ar"}
KINDS = (
    "home",
    "documents",
    "documents-in-language",
    "document",
    "entities",
    "entity",
    "figures",
    "measure",
    "stories",
    "story",
    "timeline",
    "search",
    "data",
    "text",
)


def localized(path: str, language: str) -> str:
    """The same page in another interface language."""
    return path if language == LANGUAGES[0] else f"{language}/{path}"
