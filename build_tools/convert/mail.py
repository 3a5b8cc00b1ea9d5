"""A message (.eml): its text, with what its head says."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Any

from build_tools.convert import clean
from build_tools.convert.blocks import Blocks
from build_tools.convert.converter import About, Given, Made, UnreadableError
from build_tools.convert.packages import load


def convert(given: Given) -> Made:
    message = BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(given.data)
    if not message["from"] and not message["subject"]:
        raise UnreadableError(
            "broken-file",
            "The file is no message that can be read",
            "Save it again from the mail program, as .eml",
        )
    body = message.get_body(("plain", "html"))
    if body is None:
        raise UnreadableError(
            "no-text", "The message has no text", "Save what is attached to it, and take that in"
        )
    content = str(body.get_content())
    told: tuple[str, ...] = ()
    if body.get_content_type() == "text/html":
        html: Any = load("lxml.html")
        blocks = Blocks().read(html.fromstring(content))
        paragraphs, told = tuple(blocks.paragraphs), tuple(blocks.told())
    else:
        paragraphs = tuple(clean.lines(_unwrapped(content, body)))
    attached = [str(part.get_filename() or part.get_content_type()) for part in message.iter_attachments()]
    sent = message["date"].datetime if message["date"] and message["date"].datetime else None
    return Made(
        paragraphs,
        "Python's email",
        About(
            title=clean.said(message["subject"]),
            byline=clean.said(message["from"]),
            published=f"{sent:%Y-%m-%d}" if sent else None,
        ),
        left_out=(*told, *clean.told("attachments, to be saved and taken in by themselves", attached)),
    )


def _unwrapped(text: str, body: Any) -> str:
    """The paragraphs of a message, wrapped as mail programs do: flowed text says so, else empty lines part them."""
    flowed = body["content-type"].params.get("format", "").lower() == "flowed"
    lines = text.replace("\r\n", "\n").split("\n")
    if flowed:
        return "".join(line if line.endswith(" ") and line != "-- " else f"{line}\n" for line in lines)
    from build_tools.read.paragraphs import split

    return "\n".join(
        " ".join(text[p.start : p.end].split()) if p.kind is None else text[p.start : p.end]
        for p in split(text)
    )
