"""The interface's words: gettext catalogues, read as they lie in ``locale/``, without compiled files."""

from __future__ import annotations

import gettext
import io
from collections.abc import Callable
from functools import cache
from pathlib import Path

from babel.messages import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from markupsafe import Markup

from build_tools.problems import DataError, Problem
from build_tools.render.wording.escape import escape

FOLDER = Path(__file__).parents[1] / "locale"


def languages() -> tuple[str, ...]:
    """The languages that have a catalogue, sorted."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.po")))


def untranslated(language: str) -> float:
    """The share of messages that say in a catalogue what they say in English, 0 to 1: nearly all where it is a copy."""
    with (FOLDER / f"{language}.po").open("rb") as source:
        messages = [message for message in read_po(source) if message.id]
    same = sum(1 for message in messages if not any(_said(message)) or _said(message) == _said(message, "id"))
    return same / len(messages) if messages else 0.0


def _said(message: Message, part: str = "string") -> tuple[str, ...]:
    text = getattr(message, part)
    return tuple(text) if isinstance(text, list | tuple) else (str(text),)


@cache
def catalogue(language: str) -> gettext.GNUTranslations:
    """The catalogue of an interface language. Raises ``DataError`` when there is none."""
    path = FOLDER / f"{language}.po"
    if not path.is_file():
        raise DataError(
            [
                Problem(
                    str(path),
                    0,
                    "no-catalogue",
                    f"the interface has no words for the language {language!r}",
                    f"Use one of {', '.join(languages())}, or add the catalogue",
                )
            ]
        )
    compiled = io.BytesIO()
    with path.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language.replace("-", "_")))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


class Words:
    """Catalogue look-up for templates: the values are escaped, the catalogue's own words are markup."""

    def __init__(self, language: str, number: Callable[[int], str]) -> None:
        self._catalogue = catalogue(language)
        self._number = number
        self._memory: dict[tuple[object, ...], Markup] = {}

    def gettext(self, message: str, **values: object) -> Markup:
        if values:
            return self._filled(self._catalogue.gettext(message), values)
        return self._known((message,), lambda: Markup(self._catalogue.gettext(message)))

    def ngettext(self, singular: str, plural: str, n: int, **values: object) -> Markup:
        """The form that ``n`` takes; ``%(n)s`` in it is the number as the language writes it."""
        if values:
            return self._counted(singular, plural, n, values)
        return self._known((singular, n), lambda: self._counted(singular, plural, n, {}))

    def pgettext(self, context: str, message: str, **values: object) -> Markup:
        text = self._catalogue.pgettext(context, message)
        return self._filled(text, values) if values else Markup(text)

    def _counted(self, singular: str, plural: str, n: int, values: dict[str, object]) -> Markup:
        text = self._catalogue.ngettext(singular, plural, n)
        return self._filled(text, {"n": self._number(n), **values})

    def _known(self, key: tuple[object, ...], make: Callable[[], Markup]) -> Markup:
        """What was made for ``key`` before: most messages are asked for on every page, with small numbers."""
        known = self._memory.get(key)
        if known is None:
            known = self._memory[key] = make()
        return known

    @staticmethod
    def _filled(text: str, values: dict[str, object]) -> Markup:
        return Markup(text % {key: escape(value) for key, value in values.items()})
