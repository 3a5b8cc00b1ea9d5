"""Every file that readers can download: its path, its type, and what it is called in the catalogue of words."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model import Site
from build_tools.render import paths
from build_tools.render.wording.vocabulary import N_


@dataclass(frozen=True, slots=True)
class Download:
    """One file. ``name`` and ``description`` are messages to be looked up in the catalogue."""

    path: str
    """Relative to the site's root, not quoted."""
    media_type: str
    name: str
    description: str = ""
    language: str | None = None
    """Of the interface, where there is one such file for each."""


WEB_ANNOTATION = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'


def of_document(identifier: str, *, text: bool = True) -> tuple[Download, ...]:
    """The files of one document; without ``text``, because it is withheld, the citations alone."""
    base = paths.document(identifier)
    files = (
        Download(f"{base}.txt", "text/plain", N_("Source text")),
        Download(f"{base}.md", "text/markdown", N_("Markdown")),
        Download(f"{base}.annotations.json", "application/json", N_("Annotations (JSON)")),
        Download(f"{base}.annotations.jsonld", WEB_ANNOTATION, N_("Annotations (W3C Web Annotation)")),
        Download(f"{base}.bib", "application/x-bibtex", N_("Citation (BibTeX)")),
        Download(f"{base}.ris", "application/x-research-info-systems", N_("Citation (RIS)")),
        Download(f"{base}.csl.json", "application/vnd.citationstyles.csl+json", N_("Citation (CSL-JSON)")),
    )
    return files if text else files[4:]


def of_archive(site: Site) -> tuple[Download, ...]:
    """The files of the whole archive but its tables, which ``tables.tables`` lists, and the feeds last."""
    return (
        Download(
            "data/archive.jsonl",
            "application/jsonl",
            N_("Everything as JSON Lines"),
            N_("One document a line: record, text, names, figures, translations."),
        ),
        Download(
            "data/archive.sqlite",
            "application/vnd.sqlite3",
            N_("Everything as a SQLite database"),
            N_("The tables below with their keys."),
        ),
        Download(
            "data/datapackage.json",
            "application/json",
            N_("Description of the tables (Frictionless)"),
            N_("What each column holds, with sizes and checksums of the files."),
        ),
        Download(
            "data/csv-metadata.json",
            "application/csvm+json",
            N_("Description of the tables (CSV on the Web)"),
            N_("The same for tools of the W3C standard."),
        ),
        Download(
            "data/entities.json",
            "application/json",
            N_("Register of names (JSON)"),
            N_("Every entity with all its names, attested forms, identifiers and relations."),
        ),
        Download(
            "data/beacon.txt",
            "text/plain",
            N_("Wikidata links (BEACON)"),
            N_("Which Wikidata items this archive has a page about."),
        ),
        Download("data/archive.bib", "application/x-bibtex", N_("All citations (BibTeX)")),
        Download("data/archive.ris", "application/x-research-info-systems", N_("All citations (RIS)")),
        Download(
            "data/archive.csl.json", "application/vnd.citationstyles.csl+json", N_("All citations (CSL-JSON)")
        ),
        *_offline(site),
        *(feed(language) for language in site.languages),
    )


def _offline(site: Site) -> tuple[Download, ...]:
    if not site.offline:
        return ()
    return (
        Download(
            site.offline,
            "application/zip",
            N_("The whole site, for reading offline"),
            N_("Unpack it and open index.html. Search and filters need a server: python3 -m http.server"),
        ),
    )


def feed(language: str) -> Download:
    return Download(f"feed.{language}.xml", "application/atom+xml", N_("News feed (Atom)"), "", language)
