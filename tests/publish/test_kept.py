"""What is kept between builds never changes what they make, whatever happened to it."""

from __future__ import annotations

import pickle
import random
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from build_tools.annotate import Annotator
from build_tools.model import Alias, Authority, Document, EditorAnnotation, Entity, Record, Relation
from build_tools.publish import workers
from build_tools.publish.kept import Kept, key, program
from build_tools.publish.kept.annotations import Annotated, annotated_or_kept
from build_tools.read.documents import document_from_text

SENTENCES = (
    "Harbour Bank paid 40 million dollars to Orla Finch in March 2021.",
    "The Lantern sold 3,000 lamps; Finch owned 12 % of it.",
    "دفع مصرف الميناء 40 مليون دولار إلى أورلا فينش.",
    "港口银行向灯笼公司支付了4000万美元。",
    "Nobody said anything.",
    "港口银行的林先生说，赵强没有来。Orla J. Finch did.",
)
AUTHORITY = Authority(
    entities={
        "bank": Entity(
            "bank", "organization", {"en": "Harbour Bank", "ar": "مصرف الميناء", "zh": "港口银行"}
        ),
        "finch": Entity("finch", "person", {"en": "Orla Finch", "ar": "أورلا فينش"}),
        "lantern": Entity("lantern", "publication", {"en": "The Lantern", "zh": "灯笼"}),
    }
)


def _document(name: str, lot: random.Random) -> Document:
    return document_from_text(name, "\n\n".join(lot.choices(SENTENCES, k=lot.randint(1, 3))))


def _annotated(
    documents: Sequence[Document], authority: Authority, path: Path
) -> tuple[list[Annotated], list[str]]:
    """The annotations, and which documents were annotated for it."""
    asked: list[str] = []

    def annotate(some: Sequence[Document]) -> Iterable[Annotated]:
        asked.extend(document.id for document in some)
        return map(Annotator(authority).attempt, some)

    with Kept(path) as kept:
        return list(annotated_or_kept(documents, authority, kept, annotate)), asked


def test_over_random_edits_the_same_as_without(tmp_path: Path) -> None:
    lot = random.Random(4)
    documents = {f"d{number}": _document(f"d{number}", lot) for number in range(4)}
    authority = AUTHORITY

    def text() -> None:
        name = lot.choice(sorted(documents))
        documents[name] = _document(name, lot)

    def added() -> None:
        documents[f"n{len(documents)}"] = _document(f"n{len(documents)}", lot)

    def renamed() -> None:
        name = lot.choice(sorted(documents))
        documents[f"{name}x"] = replace(documents.pop(name), id=f"{name}x", path=Path(f"{name}x.txt"))

    def deleted() -> None:
        if len(documents) > 2:
            del documents[lot.choice(sorted(documents))]

    def recorded() -> None:
        name = lot.choice(sorted(documents))
        said = EditorAnnotation("Finch", 1, reject=True, line=lot.randint(1, 9))
        documents[name] = replace(
            documents[name], record=Record(annotations=(said,) if lot.random() < 0.5 else ())
        )

    def entities() -> None:
        nonlocal authority
        one = lot.choice(sorted(authority.entities))
        form = lot.choice(["Nobody", "Finch", "lamps", "دولار", "公司", "Orla J. Finch", "万"])
        needs = (lot.choice(["finch", "lantern", "lamps", "nobody"]),) if lot.random() < 0.4 else ()
        relations = (Relation("member_of", lot.choice(["bank", "lantern"])),) if lot.random() < 0.4 else ()
        changed = replace(
            authority.entities[one],
            aliases=(Alias(form, lot.choice(["en", "ar", "zh"]), needs=needs, line=lot.randint(1, 9)),),
            relations=relations,
            merged_into=lot.choice([None, None, "bank"]) if one != "bank" else None,
            line=lot.randint(1, 9),
        )
        authority = replace(authority, entities={**authority.entities, one: changed})

    def persons() -> None:
        nonlocal authority
        name = f"p{lot.randint(1, 3)}"
        names = {"en": lot.choice(["Ada Finch", "Lin Mei"]), "zh": lot.choice(["林梅", "林小海", "赵强"])}
        person = Entity(name, "person", names, relations=(Relation("member_of", "bank"),))
        kept = {key: one for key, one in authority.entities.items() if key != name}
        authority = replace(authority, entities=dict(sorted({**kept, **({name: person} if lot.random() < 0.7 else {})}.items())))  # fmt: skip

    edits: list[Callable[[], None]] = [text, added, renamed, deleted, recorded, entities, persons, persons]
    for _ in range(11):
        lot.choice(edits)()
        now = [documents[name] for name in sorted(documents)]
        found, _ = _annotated(now, authority, tmp_path / "kept.sqlite")
        assert found == [Annotator(authority).attempt(document) for document in now]


def test_only_what_changed_is_annotated(tmp_path: Path) -> None:
    lot = random.Random(1)
    documents = [_document(f"d{number}", lot) for number in range(4)]
    path = tmp_path / "kept.sqlite"
    assert _annotated(documents, AUTHORITY, path)[1] == ["d0", "d1", "d2", "d3"]
    documents[2] = document_from_text("d2", "Other words.")
    assert _annotated(documents, AUTHORITY, path)[1] == ["d2"]
    assert _annotated(documents[:2], AUTHORITY, path)[1] == []
    assert _annotated(documents, AUTHORITY, path)[1] == ["d2", "d3"], "what was not asked for was dropped"


def test_the_authority_file_is_not_hashed_for_every_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[int] = []

    def counted(*parts: str | bytes) -> bytes:
        hashed.append(sum(map(len, parts)))
        return key(*parts)

    monkeypatch.setattr("build_tools.publish.kept.annotations.key", counted)
    documents = [_document(f"d{number}", random.Random(number)) for number in range(40)]
    bank = replace(AUTHORITY.entities["bank"], description={"en": "A bank. " * 1000})
    authority = replace(AUTHORITY, entities={**AUTHORITY.entities, "bank": bank})
    path = tmp_path / "kept.sqlite"
    _annotated(documents, authority, path)
    hashed.clear()
    _annotated(documents, authority, path)
    assert sum(length >= len(repr(authority)) for length in hashed) == 1


def test_a_name_concerns_the_texts_in_which_it_can_occur(tmp_path: Path) -> None:
    texts = {
        "finch": "Finch sold it.",
        "bank": "Harbour Bank paid.",
        "port": "The bank of the harbour paid.",
        "none": "No.",
    }
    documents = [document_from_text(name, text) for name, text in texts.items()]
    path = tmp_path / "kept.sqlite"
    assert len(_annotated(documents, AUTHORITY, path)[1]) == 4

    def asked(**change: Any) -> list[str]:
        changed = {**AUTHORITY.entities, "bank": replace(AUTHORITY.entities["bank"], **change)}
        return _annotated(documents, replace(AUTHORITY, entities=changed), path)[1]

    assert asked(line=7, description={"en": "A bank."}) == []
    assert asked(aliases=(Alias("Docks Bank", "en"),)) == ["bank", "port"], (
        "where its other name can stand, too"
    )
    assert asked(aliases=(Alias("Sold", "en"),)) == ["finch", "bank", "port"]
    assert asked(relations=(Relation("owner_of", "finch"),)) == ["finch", "bank", "port"]


@pytest.mark.parametrize("damage", ["cut", "rubbish", "zeros", "value", "pickle", "folder", "empty"])
def test_what_is_damaged_is_made_anew_in_silence(
    damage: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lot = random.Random(2)
    documents = [_document(f"d{number}", lot) for number in range(3)]
    path = tmp_path / "kept.sqlite"
    right, _ = _annotated(documents, AUTHORITY, path)
    _damage(path, damage)
    assert _annotated(documents, AUTHORITY, path)[0] == right
    assert _annotated(documents, AUTHORITY, path)[0] == right
    assert capsys.readouterr() == ("", "")


def _damage(path: Path, how: str) -> None:
    content = path.read_bytes()
    if how == "cut":
        path.write_bytes(content[: len(content) // 2])
    elif how == "rubbish":
        path.write_bytes(random.Random(3).randbytes(len(content)))
    elif how == "zeros":
        path.write_bytes(content[:4096] + bytes(len(content) - 4096))
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "folder":
        path.unlink()
        path.mkdir()
    else:
        with sqlite3.connect(path) as base:
            for one, value in base.execute("SELECT key, value FROM kept").fetchall():
                other = value[:-9] + b"012345678" if how == "value" else pickle.dumps(print)
                if how == "value":
                    base.execute("UPDATE kept SET value = ? WHERE key = ?", (other, one))
                else:
                    with Kept(path) as kept:
                        kept.put(one, other)


def test_nothing_but_annotations_comes_out_of_a_file(tmp_path: Path) -> None:
    document = document_from_text("d", SENTENCES[0])
    path = tmp_path / "kept.sqlite"
    _annotated([document], AUTHORITY, path)
    with sqlite3.connect(path) as base:
        one = base.execute("SELECT key FROM kept").fetchone()[0]
    with Kept(path) as kept:
        kept.put(one, pickle.dumps(tmp_path.joinpath))
    assert _annotated([document], AUTHORITY, path)[1] == ["d"]


def test_two_that_write_at_once_harm_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite"
    with Kept(path) as one:
        one.put(b"a", b"1")
        with Kept(path) as other:
            other.put(b"b", b"2")
            assert other.get(b"b") in (None, b"2")
    with Kept(path) as later:
        assert later.get(b"a") == b"1"


def test_an_error_drops_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite"
    with Kept(path) as kept:
        kept.put(b"a", b"1")
    with pytest.raises(ValueError, match="stop"), Kept(path) as kept:  # noqa: PT012
        kept.put(b"b", b"2")
        raise ValueError("stop")
    with Kept(path) as kept:
        assert (kept.get(b"a"), kept.get(b"b")) == (b"1", b"2")


def test_a_key_tells_where_its_parts_end() -> None:
    assert len({key("ab", "c"), key("a", "bc"), key("abc"), key("abc", ""), key(b"ab", b"c", b"")}) == 5


def test_workers_give_the_same_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "ENOUGH", 20)
    lot = random.Random(5)
    documents = [_document(f"d{number}", lot) for number in range(20)]
    own = [Annotator(AUTHORITY).attempt(document) for document in documents]
    with workers.Workers(AUTHORITY, jobs=2) as two:
        assert list(two.annotated(documents)) == own


def test_what_a_dead_worker_leaves_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    lot = random.Random(6)
    documents = [_document(f"d{number}", lot) for number in range(5)]
    own = [Annotator(AUTHORITY).attempt(document) for document in documents]

    def killed(*_: object) -> Iterable[Annotated]:
        yield from own[:2]
        raise BrokenProcessPool("killed")

    monkeypatch.setattr(workers, "ENOUGH", 1)
    monkeypatch.setattr(workers, "_by", killed)
    with workers.Workers(AUTHORITY, jobs=2) as two:
        assert list(two.annotated(documents)) == own
        assert list(two.annotated(documents)) == own


@pytest.mark.parametrize(("documents", "several"), [(workers.ENOUGH - 1, False), (workers.ENOUGH, True)])
def test_a_small_archive_is_built_in_one_process(documents: int, several: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setattr("os.cpu_count", lambda: 4)
    assert workers.sensible(documents) == (4 if several else 1)


def test_the_programs_own_templates_and_data_are_part_of_every_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "_ROOT", tmp_path / "code")
    monkeypatch.setattr("build_tools.publish.shipped.OVERRIDES", tmp_path / "overrides")
    monkeypatch.setattr("build_tools.publish.shipped.DOCS", tmp_path / "docs")
    seen = set()
    for path in ("code/a.py", "code/names.yml", "overrides/partials/x.html", "docs/assets/a.css"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        for content in ("one", "two"):
            (tmp_path / path).write_text(content, "utf-8")
            seen.add(program.program.__wrapped__())
    assert len(seen) == 8
    (tmp_path / "code/__pycache__").mkdir()
    (tmp_path / "code/__pycache__/a.pyc").write_text("bytes", "utf-8")
    assert program.program.__wrapped__() in seen
