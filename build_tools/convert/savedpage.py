"""Web pages saved whole in one file (.mht, .mhtml): the page in it. RFC 2557."""

from __future__ import annotations

from collections import Counter
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import PurePosixPath

from build_tools.convert.converter import Given, Member, UnreadableError

_HTML = ("text/html", "application/xhtml+xml")


def of_mhtml(given: Given) -> tuple[tuple[Member, ...], tuple[str, ...]]:
    """The page, with its address and the day on which it was saved; a line on what else was saved with it."""
    saved = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(given.data)
    parts = [part for part in saved.walk() if not part.is_multipart()]
    page = _root(saved, parts)
    if page is None:
        raise UnreadableError(
            "broken-file",
            "The file is no saved web page that can be read",
            "Save the page again, as HTML (“web page, complete”)",
        )
    url = _address(saved["snapshot-content-location"]) or _address(page["content-location"])
    sent = saved["date"].datetime if saved["date"] else None
    others = Counter(part.get_content_type() for part in parts if part is not page)
    kinds = ", ".join(f"{kind} ({count})" for kind, count in sorted(others.items()))
    name = f"{url or PurePosixPath(given.name).stem}.html"
    return (
        (Member(name, _utf8(page), url=url, retrieved=f"{sent:%Y-%m-%d}" if sent else None),),
        (f"{sum(others.values())} files that the page is shown with: {kinds}",) if others else (),
    )


def _root(saved: EmailMessage, parts: list[EmailMessage]) -> EmailMessage | None:
    """The part that the others belong to: the one named as the start, else the first page."""
    start = saved.get_param("start")
    pages = [part for part in parts if part.get_content_type() in _HTML]
    return next(
        (part for part in pages if start and part["content-id"] == start), pages[0] if pages else None
    )


def _address(said: object) -> str | None:
    address = "".join(str(said or "").split())
    return address if address.startswith(("http://", "https://")) else None


def _utf8(page: EmailMessage) -> bytes:
    """The page in UTF-8 where its head says in what it is, which counts before what the page says of itself."""
    data = page.get_payload(decode=True)
    assert isinstance(data, bytes)
    said = page.get_content_charset()
    if said is None:
        return data
    try:
        return data.decode(said).encode()
    except (LookupError, ValueError):
        return data
