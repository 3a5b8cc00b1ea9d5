"""The published text of each document, for reading and working on elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from build_tools.model import AnnotatedDocument, Archive, OutputFile, Site
from build_tools.render import paths
from build_tools.render.citing.reference import Reference, reference
from build_tools.render.formats import Download, Export
from build_tools.render.formats.packing import NOTHING, Before, Member, key_of, zipped_again
from build_tools.render.wording.vocabulary import N_

ZIP = "application/zip"

_INLINE = re.compile(r"[\\`*_\[\]<~$]|&(?=#?\w)")
"""What means something to Markdown, or to the extensions that many readers of it switch on."""
_LINE_START = re.compile(r"(?m)^(?:([#+=>|:-])|(\d{1,9})([.)]))")


ALL = "data/texts.zip"


def files(archive: Archive, site: Site, before: Before = NOTHING) -> Iterator[OutputFile]:
    """``documents/NAME.txt`` and ``documents/NAME.md`` for every document whose text is published; of a packed archive the
    latter are in ``data/texts.zip``."""
    for key, annotated in archive.documents.items():
        if annotated.document.paragraphs:
            yield OutputFile(f"{paths.document(key)}.txt", annotated.document.text.encode(), "site")
    if site.packed:
        yield OutputFile(ALL, zipped_again(ALL, _marked_down(archive, site, before), before), "site")
    else:
        for one in _marked_down(archive, site, before):
            yield OutputFile(one.name, one.content(), "site")


def _marked_down(archive: Archive, site: Site, before: Before) -> Iterator[Member]:
    for key, annotated in archive.documents.items():
        if annotated.document.paragraphs:
            cited = reference(archive, site, annotated, site.languages[0])
            made_of = key_of(before.documents.get(key, b""), repr(cited).encode())
            name = f"{paths.document(key)}.md"
            yield Member(name, made_of, lambda one=annotated, cited=cited: markdown(one, cited).encode())  # type: ignore[misc]


def markdown(annotated: AnnotatedDocument, cited: Reference) -> str:
    """The text as Markdown: front matter, the title as a heading, a block for each paragraph, nothing interpreted."""
    document = annotated.document
    blocks = [f"# {escaped(cited.cited_title)}"]
    blocks += [escaped(document.text[p.start : p.end].strip()) for p in document.paragraphs]
    matter = yaml.safe_dump(_front(annotated, cited), allow_unicode=True, sort_keys=False, width=10**6)
    return f"---\n{matter}---\n\n" + "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """``text`` so that Markdown shows exactly it, white space apart."""
    lines = (line.strip() for line in re.split(r"\r\n|\r|\n", text))
    escaped = _INLINE.sub(r"\\\g<0>", "\n".join(line for line in lines if line))
    return _LINE_START.sub(_escaped_start, escaped)


def _escaped_start(found: re.Match[str]) -> str:
    sign, number, closing = found.groups()
    return f"\\{sign}" if sign else f"{number}\\{closing}"


def _front(annotated: AnnotatedDocument, cited: Reference) -> dict[str, Any]:
    record = annotated.document.record
    front = {
        "id": cited.id,
        "title": cited.title,
        "title_supplied": cited.supplied or None,
        "language": cited.language,
        "publication": cited.publication,
        "published": cited.published,
        "byline": record.source.byline,
        "translated_from": cited.translated_from,
        "reprinted_from": cited.reprinted_from,
        "credits": list(cited.credits) or None,
        "source": cited.original_url,
        "page": cited.page,
        "rights": record.rights,
        "sha256": annotated.document.sha256,
    }
    return {key: value for key, value in front.items() if value is not None}


def of_document(page: str, site: Site) -> tuple[Download, ...]:
    text = Download(f"{page}.txt", "text/plain", N_("Source text"), needs_text=True)
    if site.packed:
        return (text,)
    return text, Download(f"{page}.md", "text/markdown", N_("Markdown"), needs_text=True)


def of_archive(site: Site) -> tuple[Download, ...]:
    description = N_("One file a document, with what is known of it before its text.")
    return (Download(ALL, ZIP, N_("All texts as Markdown"), description),) if site.packed else ()


EXPORT = Export(files, of_document, of_archive, again=files)
