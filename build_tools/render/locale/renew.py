"""The messages that templates and code ask the catalogues for; run as a module, it brings the catalogues up to date.

    python -m build_tools.render.locale.renew

adds new messages (empty, to be translated), drops those that nothing asks for any more, and keeps all translations.
The English catalogue translates each message by itself.
"""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

LOCALE = Path(__file__).parent
ROOT = LOCALE.parents[2]

_SOURCES = {
    "build_tools/render": [("**.py", "python"), ("**.j2", "jinja2.ext:babel_extract")],
    "build_tools/search": [("**.py", "python")],
    "build_tools/publish": [("sizes.py", "python")],
    "overrides": [("**.html", "jinja2.ext:babel_extract")],
}
_NAVIGATION = "build_tools/publish/defaults.yml"
_OPTIONS = {"**.j2": {"trimmed": "true", "silent": "false"}, "**.html": {"trimmed": "true"}}
# Called as a method, which the extractor for templates does not look at.
_METHOD = re.compile(r"\.gettext\(\"([^\"]+)\"\)")
_PLURALS = {
    "en": "nplurals=2; plural=(n != 1);",
    "zh": "nplurals=1; plural=0;",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
}


def wanted() -> Catalog:
    """Every message that is asked for, with where."""
    catalogue = Catalog()
    for folder, methods in _SOURCES.items():
        for path, line, message, _, context in extract_from_dir(
            ROOT / folder, methods, _OPTIONS, comment_tags=()
        ):
            catalogue.add(message, locations=[(f"{folder}/{path}", line)], context=context)
    for page in (ROOT / "overrides").rglob("*.html"):
        for number, text in enumerate(page.read_text("utf-8").splitlines(), 1):
            for said in _METHOD.findall(text):
                catalogue.add(said, locations=[(f"overrides/{page.name}", number)])
    for entry in yaml.safe_load((ROOT / _NAVIGATION).read_bytes())["nav"]:
        for title in entry:
            catalogue.add(title, locations=[(_NAVIGATION, 0)])
    return catalogue


def stored(language: str) -> Catalog:
    with (LOCALE / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def update(language: str) -> None:
    """Rewrite one catalogue: the messages wanted, sorted, with the translations it had."""
    old = stored(language)
    new = Catalog(locale=language, fuzzy=False)
    for message in wanted():
        if not message.id:
            continue
        known = old.get(message.id, message.context)
        string = known.string if known else None
        if language == "en":
            string = message.id
        new.add(message.id, string, context=message.context)
    body = _Writer()
    write_po(body, new, no_location=True, omit_header=True, sort_output=True, width=0)
    header = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Language: {language}\\n"\n"Plural-Forms: {_PLURALS[language]}\\n"\n\n'
    )
    (LOCALE / f"{language}.po").write_bytes(header.encode() + body.content)


class _Writer:
    def __init__(self) -> None:
        self.content = b""

    def write(self, data: bytes) -> int:
        self.content += data
        return len(data)


if __name__ == "__main__":
    for catalogue in sorted(LOCALE.glob("*.po")):
        update(catalogue.stem)
