"""MkDocs, run in processes of its own, and the site put together from what they make."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from build_tools.problems import DataError, Problem, refused
from build_tools.publish import child, handed
from build_tools.publish.kept.standing import Made
from build_tools.publish.settings import Settings
from build_tools.publish.squeeze.resident import Residents
from build_tools.publish.told import named

PAGES_READY = "ARCHIVE_PAGES_READY"
"""Set for MkDocs when the pages are already written, so that its hook does not make them again."""

JOBS = "ARCHIVE_JOBS"
"""How many processes shall write pages in MkDocs' place."""

_REPORTED = re.compile(r"(WARNING|ERROR|CRITICAL)\s+-\s+(.*)")
_RAISED = re.compile(r"[\w.]*(?:Error|Exception): (?:\[Errno \d+\] )?(.+)")
_SYSTEM = re.compile(r"(?:\w+\.)*\w+: \[Errno \d+\] (?P<reason>[^:]+?)(?:: '(?P<path>.*)')?(?: -> '.*')?")
"""The last line of a traceback that ends in an error of the system: a full disk, for instance."""


def environment(settings: Settings, extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """What MkDocs sees of the environment: no notice of the theme's maintainers, and no time of day in its output."""
    return {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", "0"),
        "PYTHONUTF8": "1",
        "SITE_URL": settings.site.url,
        **(extra or {}),
    }


def run_mkdocs(
    settings: Settings,
    target: Path,
    *,
    strict: bool,
    processes: int,
    standing: Mapping[str, Made],
    residents: Residents | None = None,
) -> tuple[list[str], dict[str, Made]]:
    """Build the site into the folder ``target`` of a workspace; generated pages are written by up to so many processes. Copies of
    MkDocs' process stay for ``residents``.

    Returns which pages of the ``standing`` site would be made as they are, and so are not written, and what is told of
    those that were made.
    Raises ``DataError`` with what MkDocs reported when it failed.
    """
    # Never with --quiet: it hides warnings from the counter that makes --strict fail.
    strictly = "--strict" if strict else "--no-strict"
    arguments = ["build", "--config-file", str(settings.config), "--site-dir", str(target), strictly]
    handed.tell_standing(target.parent, standing)
    told = {
        PAGES_READY: "1",
        JOBS: str(processes),
        handed.FOLDER: str(target.parent),
        **(residents.environment if residents else {}),
    }
    given = {"given": residents.descriptors} if residents else {}
    process = child.start(arguments, cwd=settings.root, environment=environment(settings, told), **given)
    try:
        output = process.communicate()[0]
    finally:
        child.end([process])
    if process.returncode:
        raise DataError(_problems(output, settings))
    _tidy(target)
    return handed.done(target.parent)


def check_pages(pages: Iterable[str], target: Path, settings: Settings, there: Collection[str] = ()) -> None:
    """Raise ``DataError`` for each generated page that is missing from the built site; ``there``: paths in it that need not
    be looked for."""
    built = ((page, built_path(page, settings)) for page in pages if page.endswith(".md"))
    lost = [page for page, path in built if path not in there and not (target / path).is_file()]
    if lost:
        raise DataError(
            Problem(
                f"{settings.docs.name}/{page}",
                0,
                "page-lost",
                "MkDocs made no page of it",
                f"See whether exclude_docs in {settings.config.name} covers it",
            )
            for page in lost
        )


def built_path(page: str, settings: Settings) -> str:
    """Path in the site of the generated page ``page``: ``documents/a.ar.md`` → ``ar/documents/a/index.html``."""
    stem = page.removesuffix(".md")
    folder, _, name = stem.rpartition("/")
    name, _, language = name.partition(".")
    default = settings.site.languages[0]
    parts = [language if language and language != default else "", folder, "" if name == "index" else name]
    return "/".join([*filter(None, parts), "index.html"])


def _problems(output: str, settings: Settings) -> list[Problem]:
    """What MkDocs reported; else what stopped it (of a traceback the last line), or the last that it said."""
    said = [line.strip() for line in output.splitlines() if line.strip()]
    reported = [found.group(2).strip() for found in map(_REPORTED.match, said) if found]
    last = said[-1] if said else "nothing was said"
    if not reported and os.environ.get("ARCHIVE_TRACEBACK"):
        sys.stderr.write(output)
    if not reported and (system := _SYSTEM.fullmatch(last)):
        return [refused(system["path"] or str(settings.cache), system["reason"])]
    stopped = [found.group(1).strip() for found in map(_RAISED.match, said) if found]
    lines = reported or stopped[-1:] or [last]
    return [named(line.rstrip("."), settings) for line in lines]


def _tidy(target: Path) -> None:
    """Remove what nothing asks for: MkDocs' compressed site map, the maps to the theme's own sources, and its search, whose
    place the archive's has taken."""
    for path in (target / "sitemap.xml.gz", *(target / "assets").rglob("*.map")):
        path.unlink(missing_ok=True)
    for name in ("lunr", "workers"):
        shutil.rmtree(target / "assets/javascripts" / name, ignore_errors=True)
