"""A small archive on the disk that is edited again and again, each time in one way, and stays without faults."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from tests.publish.archives import as_yaml
from tests.tiny import tiny_archive

PAID = "40 million dollars"
FIRST = f"Harbour Bank paid {PAID} to Orla Finch in March 2021."
"""Of every text, for the measure states it."""
SENTENCES = (
    "The Lantern sold 3,000 lamps; Finch owned 12 % of it.",
    "Nobody said anything of the ferry.",
    "The Harbour Savings Bank lent two boats to O. Finch on 3 May 2020.",
    "دفع مصرف الميناء 40 مليون دولار إلى أورلا فينش.",
    "港口银行向灯笼公司支付了4000万美元。",
    "The harbourmaster counted 61 ships, and Orla J. Finch did not.",
)
TURNED = ("سلّم مصرف الميناء المال إلى أورلا فينش.", "لم يقل أحد شيئًا.", "باعت «الفانوس» ثلاثة آلاف مصباح.")
KINDS = (
    "text",
    "name",
    "alias",
    "record",
    "measure",
    "translation",
    "relation",
    "description",
    "story",
    "addition",
    "deletion",
    "rename",
    "template",
)


class Edited:
    """What the archive is made of, and the kinds of edits of it; each does something else than is there."""

    def __init__(self, root: Path, lot: random.Random) -> None:
        self.root, self._lot = root, lot
        self.config = tiny_archive(root, offline=False)
        text = self.config.read_text("utf-8")
        self.config.write_text(f"{text}  custom_dir: mine\n", "utf-8")
        (root / "seeds/one.txt").unlink()
        self._texts = {f"d{number}": [FIRST, *lot.sample(SENTENCES, 2)] for number in range(4)}
        self._records: dict[str, Any] = {}
        self._turned: dict[str, list[str]] = {}
        self._name, self._alias, self._measure, self._template, self._made = "Orla Finch", "", 0, 0, 0
        self._described, self._related = "", False
        self._write()

    def edit(self, kind: str) -> None:
        """Edit in one of ``KINDS``."""
        self._made += 1
        getattr(self, f"_{kind}_edited")(self._lot.choice(sorted(self._texts)))
        self._write()

    def _text_edited(self, one: str) -> None:
        text = self._texts[one]
        text[1] = self._lot.choice([sentence for sentence in SENTENCES if sentence not in text])

    def _name_edited(self, _: str) -> None:
        names = {"Orla Finch", "Finch", "Orla J. Finch", "O. Finch"}
        self._name = self._lot.choice(sorted(names - {self._name}))

    def _alias_edited(self, _: str) -> None:
        aliases = {"", "The Harbour Savings Bank", "harbourmaster", "Nobody", "ferry", "لم يقل"}
        self._alias = self._lot.choice(sorted(aliases - {self._alias}))

    def _record_edited(self, one: str) -> None:
        rejected = {"quote": "Harbour Bank", "reject": True, "note": {"en": f"another bank {self._made}"}}
        changes: list[dict[str, Any]] = [
            {"title": {"en": f"Paid, told for the time {self._made}"}},
            {"source": {"published": f"202{self._made % 10}-05-04", "publisher": "lantern"}},
            {"annotations": [rejected]},
            {"story": "money", "tags": [f"told-{self._made}"]},
        ]
        self._records[one] = {"language": "en", **self._lot.choice(changes)}

    def _measure_edited(self, _: str) -> None:
        self._measure = self._made

    def _translation_edited(self, one: str) -> None:
        self._turned[one] = [*self._lot.sample(TURNED, 2), f"سلّمت أورلا فينش {self._made} سفينة."]

    def _relation_edited(self, _: str) -> None:
        self._related = not self._related

    def _description_edited(self, _: str) -> None:
        self._described = f"A bank, described for the time {self._made}"

    def _story_edited(self, one: str) -> None:
        for name in {one, min(self._texts)}:
            self._records[name] = {"language": "en", "story": f"told-{self._made}"}

    def _addition_edited(self, _: str) -> None:
        self._texts[f"d{self._made}-new"] = [FIRST, *self._lot.sample(SENTENCES, 2)]

    def _template_edited(self, _: str) -> None:
        self._template = self._made

    def _deletion_edited(self, one: str) -> None:
        for parts in (self._texts, self._records, self._turned):
            parts.pop(one, None)

    def _rename_edited(self, one: str) -> None:
        parts: dict[str, Any]
        for parts in (self._texts, self._records, self._turned):
            if one in parts:
                parts[f"{one}x"] = parts.pop(one)

    def _write(self) -> None:
        """Make the files what they are to be, and touch no other."""
        files = self._files()
        for folder in ("seeds", "mine"):
            for path in sorted((self.root / folder).rglob("*")):
                if path.is_file() and path.relative_to(self.root).as_posix() not in files:
                    path.unlink()
        for name, content in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists() or path.read_text("utf-8") != content:
                path.write_text(content, "utf-8")

    def _files(self) -> dict[str, str]:
        files = {"seeds/entities/all.yml": as_yaml(self._entities())}
        stated = [
            {"document": one, "quote": PAID, "basis": {"en": f"as told {self._measure}"}}
            for one in sorted(self._texts)[self._measure % 2 :]
        ]
        measure = {"id": "paid", "subject": "finch", "kind": "money", "currency": "USD", "names": {"en": f"Paid {self._measure}"}}  # fmt: skip
        files["seeds/measures.yml"] = as_yaml([{**measure, "statements": stated}])
        for one, text in self._texts.items():
            files[f"seeds/{one}.txt"] = "\n\n".join(text) + "\n"
            files[f"seeds/{one}.yml"] = as_yaml(self._records.get(one, {"language": "en"}))
        for one, text in self._turned.items():
            body = "\n\n".join(text)
            files[f"seeds/translations/ar/{one}.md"] = f"---\nmade_by: machine\n---\n\n{body}\n"
        files["mine/README"] = "Templates\n"
        if self._template:
            files["mine/partials/copyright.html"] = f"<p>Ours {self._template}</p>\n"
        return files

    def _entities(self) -> list[dict[str, Any]]:
        bank = {"en": "Harbour Bank", "ar": "مصرف الميناء", "zh": "港口银行"}
        aliases = {"aliases": {"ar" if self._alias > "z" else "en": [self._alias]}} if self._alias else {}
        about: dict[str, Any] = {"description": {"en": self._described}} if self._described else {}
        if self._related:
            about["relations"] = [{"owner_of": "lantern", "documents": [min(self._texts)]}]
        return [
            {"id": "bank", "type": "organization", "names": bank, **about, **aliases},
            {"id": "finch", "type": "person", "names": {"en": self._name, "ar": "أورلا فينش"}},
            {"id": "lantern", "type": "publication", "names": {"en": "The Lantern", "zh": "灯笼"}},
        ]
