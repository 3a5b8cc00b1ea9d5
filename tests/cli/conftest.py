from __future__ import annotations

from pathlib import Path

import pytest

ENTITIES = """\
- id: acme
  type: organization
  names: {en: Acme Motors, ar: أكمي موتورز, zh: 顶点汽车}
- id: herald
  type: publication
  names: {en: Daily Herald, ar: ديلي هيرالد, zh: 每日先驱报}
"""
TEXT = "Acme Motors said on Monday that its profit rose by 5% to $2bn.\nIts rivals hired 300 people, Acme Motors said.\n"
ARABIC = "قالت شركة أكمي موتورز يوم الاثنين إن أرباحها ارتفعت إلى ملياري دولار.\n"
CHINESE = "顶点汽车星期一表示，利润增长5%，达到20亿美元。\n"
RECORD = 'annotations:\n  - {quote: 300 people, figure: {value: 30}, note: {en: A slip.}}\n  - {quote: Acme Motors, nth: 2, reject: true}\n'  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small archive without faults, as the current folder of a command."""
    seeds = tmp_path / "seeds"
    (seeds / "entities").mkdir(parents=True)
    (seeds / "entities" / "all.yml").write_text(ENTITIES, "utf-8")
    (seeds / "a.txt").write_text(TEXT, "utf-8")
    (seeds / "a.yml").write_text(RECORD, "utf-8")
    (seeds / "b.txt").write_text(ARABIC, "utf-8")
    (seeds / "c.txt").write_text(CHINESE, "utf-8")
    (tmp_path / "report.txt").write_text("The Daily Herald said that prices rose by 3% last year.\n", "utf-8")
    (tmp_path / "metadata.csv").write_text("file,title\nharvest.txt,The harvest\n", "utf-8")
    (tmp_path / "library.json").write_text('[{"id": "mill", "title": "The mill"}]', "utf-8")
    for name, text in (
        ("scans/harvest", "The harvest fell by 3%."),
        ("texts/mill", "The mill closed in May."),
    ):
        (tmp_path / f"{name}.txt").parent.mkdir()
        (tmp_path / f"{name}.txt").write_text(f"{text} Nobody knew why, the owner said.\n", "utf-8")
    return tmp_path
