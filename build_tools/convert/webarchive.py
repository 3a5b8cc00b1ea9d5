"""Web archives (.warc, .warc.gz, .wacz): the pages in them. ISO 28500; WACZ 1.1.1."""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from build_tools.convert import limits
from build_tools.convert.converter import Given, Member, UnreadableError
from build_tools.convert.packages import load

_PAGES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
}


def of_warc(given: Given) -> tuple[tuple[Member, ...], tuple[str, ...]]:
    """Every page that was answered with, once each; lines on the other records."""
    left_out: Counter[str] = Counter()
    members = tuple(_members(given.data, None, left_out))
    return members, _told(left_out)


def of_wacz(given: Given) -> tuple[tuple[Member, ...], tuple[str, ...]]:
    """The pages that its list of pages names, or all where it has none."""
    try:
        packed = limits.unzip(given.data)
    except zipfile.BadZipFile:
        raise UnreadableError(
            "broken-file", "The file is no web archive that can be read", "Get it again from its source"
        ) from None
    wanted = frozenset(_listed(packed)) or None
    left_out: Counter[str] = Counter()
    members: list[Member] = []
    for info in sorted(packed.infolist(), key=lambda info: info.filename):
        if info.filename.startswith("archive/") and info.filename.endswith((".warc", ".warc.gz")):
            members.extend(_members(packed.read(info), wanted, left_out))
    return tuple(members), _told(left_out)


def _listed(packed: zipfile.ZipFile) -> Iterator[str]:
    """Addresses in ``pages/*.jsonl``."""
    for name in sorted(packed.namelist()):
        if name.startswith("pages/") and name.endswith(".jsonl"):
            for line in packed.read(name).splitlines():
                try:
                    page = json.loads(line)
                except ValueError:
                    continue
                if isinstance(page, dict) and isinstance(page.get("url"), str):
                    yield page["url"]


def _members(data: bytes, wanted: frozenset[str] | None, left_out: Counter[str]) -> Iterator[Member]:
    iterator: Any = load("warcio.archiveiterator")
    total = 0
    seen: set[str] = set()
    try:
        for record in iterator.ArchiveIterator(io.BytesIO(data)):
            if record.rec_type not in ("response", "resource"):
                continue
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            kind, status = _kind(record)
            if (
                status not in ("200", "")
                or kind not in _PAGES
                or url in seen
                or (wanted is not None and url not in wanted)
            ):
                left_out[kind or "without a type"] += 1
                continue
            content = record.content_stream().read(limits.UNPACKED - total + 1)
            total += len(content)
            if total > limits.UNPACKED:
                raise UnreadableError(
                    "too-large", f"Unpacked it would be more than {limits.UNPACKED} bytes", limits.TOO_LARGE
                )
            seen.add(url)
            day = (record.rec_headers.get_header("WARC-Date") or "")[:10] or None
            yield Member(f"{url}{_PAGES[kind]}", content, url=url, retrieved=day, optional=wanted is None)
    except UnreadableError:
        raise
    except Exception as error:
        raise UnreadableError(
            "broken-file",
            f"The file is no web archive that can be read ({type(error).__name__})",
            "Get it again from its source",
        ) from None


def _kind(record: Any) -> tuple[str, str]:
    """Media type and status of an answer."""
    if record.rec_type == "resource":
        return (record.rec_headers.get_header("Content-Type") or "").split(";")[0].strip().lower(), ""
    if record.http_headers is None:
        return "", "none"
    kind = record.http_headers.get_header("Content-Type") or ""
    return kind.split(";")[0].strip().lower(), str(record.http_headers.get_statuscode())


def _told(left_out: Counter[str]) -> tuple[str, ...]:
    total = sum(left_out.values())
    kinds = ", ".join(f"{kind} ({count})" for kind, count in sorted(left_out.items()))
    return (f"{total} records that are no pages: {kinds}",) if total else ()
