"""Everything in ``seeds/``: each file is read or reported, none is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache
from hashlib import sha256
from os import DirEntry
from pathlib import Path

from build_tools import ids
from build_tools.file_names import READY, is_system_file
from build_tools.model import NO_RULES, Authority, Document, HouseRules, Rights, Seeds, Translation
from build_tools.problems import DataError, Problem, naming
from build_tools.read import authority as authority_file
from build_tools.read import measures, merged, proposals, quotes, tags
from build_tools.read.documents import SUFFIX, Once, every_time, read_document
from build_tools.read.files import entries, plain_bytes, read_bytes, read_yaml
from build_tools.read.records import ORIGINALS
from build_tools.read.tags import UNDETERMINED
from build_tools.read.translations import read_translation

RECORD_SUFFIX = ".yml"
TRANSLATIONS = "translations"
_SHARED = frozenset({authority_file.TYPES, authority_file.REJECTED, proposals.FILE, measures.FILE})
_FOLDERS = frozenset({authority_file.FOLDER, TRANSLATIONS})
_CONVERTIBLE = (".html", ".htm", ".pdf", ".docx")


Read = tuple[Document | None, tuple[Problem, ...]]
"""A text that was read, and what was wrong with it; with an error there is no document."""
ReadOne = Callable[[str, Once], Read]
MadeOf = Callable[[str], tuple[str | bytes, ...] | None]
"""All that ``ReadOne`` gives for a text depends on; ``None`` where that cannot be told."""
Reading = Callable[[ReadOne, Sequence[str], MadeOf], Iterator[Read]]
"""How texts are read by their ids: what ``ReadOne`` gives for each, in the order given."""


def one_by_one(read: ReadOne, names: Sequence[str], made_of: MadeOf) -> Iterator[Read]:
    return (read(name, every_time) for name in names)


def read_seeds(
    root: Path, rules: HouseRules = NO_RULES, reading: Reading = one_by_one
) -> tuple[Seeds, tuple[Problem, ...]]:
    """Read all documents, records, translations, the authority file and the measures.


    What has faults is left out and reported; errors and warnings come together, sorted. Nothing is raised for bad
    data.
    """
    if not root.is_dir():
        fault = Problem(
            str(root), 0, "no-seeds", "There is no such folder", "Create it and put texts (NAME.txt) into it"
        )
        return Seeds(root), (fault,)
    problems: list[Problem] = []
    authority, wrong = authority_file.read_authority(root, rules.languages)
    problems.extend(wrong)
    listed = _listed(root, problems)
    texts = listed.texts
    documents = _documents(root, listed, rules.rights, reading, problems)
    problems.extend(_wrong_originals(documents.values(), listed.originals))
    documents = _translated(root, documents, frozenset(texts), problems)
    read = tuple(documents[key] for key in sorted(documents))
    if not texts and not problems:
        problems.append(Problem(str(root), 0, "no-texts", "It holds no texts yet, so the archive is empty", "Put texts (NAME.txt) there, or take some in: archive add FILE…", "warning"))  # fmt: skip
    curated, wrong = measures.read_measures(root)
    problems.extend(wrong)
    problems.extend(measures.check_measures(curated.measures, authority))
    problems.extend(_publishers(read, authority))
    problems.extend(_stated_relations(authority, documents, frozenset(texts)))
    return Seeds(
        root,
        tuple(merged.follow_publishers(document, authority) for document in read),
        merged.join_relations(authority),
        tuple(merged.follow_subject(measure, authority) for measure in curated.measures),
        curated.questions,
    ), tuple(sorted(set(problems)))


def record_of(path: Path) -> Path | None:
    """The record beside a text, or ``None`` where there is none."""
    if not path.name.endswith(SUFFIX):
        return None
    record = path.with_name(path.name.removesuffix(SUFFIX) + RECORD_SUFFIX)
    return record if record.exists() else None


def read_again(document: Document, seeds: Seeds, rights: Rights) -> Document | None:
    """A text of ``seeds`` and its record as they are on the disk now, with the translations that were read with it.

    ``rights`` are those of a document whose record does not say any. ``None`` where ``read_seeds`` would have an error to
    tell of it.
    """
    told: list[Problem] = []
    try:
        record = document.record.path
        again = read_document(document.path, record=record, root=seeds.root, rights=rights, told=told)
    except DataError:
        return None
    fits = all(len(one.paragraphs) == len(again.paragraphs) for one in document.translations)
    if again.language == UNDETERMINED or not fits or any(one.severity == "error" for one in told):
        return None
    return merged.follow_publishers(replace(again, translations=document.translations), seeds.authority)


@dataclass(slots=True)
class _Listed:
    """What lies in the folder and those inside it, by the id of the document."""

    texts: dict[str, Path] = field(default_factory=dict)
    records: dict[str, Path] = field(default_factory=dict)
    originals: list[Path] = field(default_factory=list)
    """Files that texts were converted from."""


def _listed(root: Path, problems: list[Problem]) -> _Listed:
    """Texts and records by id; everything else is reported."""
    listed = _Listed()
    _list_folder(root, root, listed, problems)
    for name in sorted(listed.records):
        path, text = listed.records[name], listed.texts.get(name)
        if text is None and not _only_comments(path, root):  # else it is there to be copied
            problems.append(Problem(str(path), 0, "record-without-text", f"There is no text {name}{SUFFIX} for this record", "Add the text, rename the record, or remove it"))  # fmt: skip
        elif text is not None and text.parent != path.parent:
            problems.append(Problem(str(path), 0, "record-elsewhere", f"Its text lies in another folder: {text}", "Put the two beside each other"))  # fmt: skip
    return listed


def _list_folder(folder: Path, root: Path, listed: _Listed, problems: list[Problem]) -> None:
    try:
        found = list(entries(folder))
    except DataError as error:
        problems.extend(error.problems)
        return
    for entry in found:
        path = folder / entry.name
        if is_system_file(entry.name) or entry.name == "README.md":
            continue
        if folder == root and entry.name in _SHARED | _FOLDERS:
            continue
        if entry.name.startswith(READY):
            problems.append(Problem(str(path), 0, "unfinished", "An addition was interrupted before its end", "archive add or archive build finishes it"))  # fmt: skip
        elif entry.name.startswith("."):
            problems.append(Problem(str(path), 0, "unknown-file", "Hidden files are not read", "Rename or remove it"))  # fmt: skip
        elif entry.name == ORIGINALS and _is_folder(entry) and not path.is_symlink():
            listed.originals.extend(_originals(path, problems))
        elif _is_folder(entry):
            if path.is_symlink():
                problems.append(Problem(str(path), 0, "link-out", "A link to a folder is not followed", "Put the folder itself there"))  # fmt: skip
            else:
                _list_folder(path, root, listed, problems)
        elif entry.name.endswith(SUFFIX):
            _enter(listed.texts, entry.name.removesuffix(SUFFIX), path, problems)
        elif entry.name.endswith(RECORD_SUFFIX):
            _enter(listed.records, entry.name.removesuffix(RECORD_SUFFIX), path, problems)
        else:
            problems.append(Problem(str(path), 0, "unknown-file", "Only .txt and .yml files are read here", _remedy(entry.name)))  # fmt: skip


def _originals(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    try:
        yield from (folder / entry.name for entry in entries(folder) if not is_system_file(entry.name))
    except DataError as error:
        problems.extend(error.problems)


def _wrong_originals(documents: Iterable[Document], present: Sequence[Path]) -> Iterator[Problem]:
    """Originals that are not there, not what they were or nobody's."""
    owned = set()
    for document in documents:
        original = document.record.original
        if original is None:
            continue
        owned.add(original.path)
        record = str(document.record.path)
        if original.path not in present:
            yield Problem(
                record,
                0,
                "no-original",
                f"There is no file {original.path}",
                f"Put it there again, or remove {ORIGINALS[:-1]} from the record",
            )
            continue
        try:
            found = sha256(read_bytes(original.path, original.path.parent)).hexdigest()
        except DataError as error:
            yield from error.problems
            continue
        if found != original.sha256:
            yield Problem(
                str(original.path),
                0,
                "other-original",
                "The file is no longer the one that the text was converted from",
                f"Get it from a copy, or take it in anew; its SHA-256 was {original.sha256}",
            )
    for path in present:
        if path not in owned:
            yield Problem(
                str(path),
                0,
                "nobodys-original",
                "No record names this file as its original",
                "Remove it, or name it in a record",
                "warning",
            )


def _enter(files: dict[str, Path], name: str, path: Path, problems: list[Problem]) -> None:
    first = files.setdefault(name, path)
    if first != path:
        problems.append(Problem(str(path), 0, "id-collision", f"There is a file of this name in another folder: {first}", "Rename one of them: the name is the address of the document"))  # fmt: skip


def _only_comments(path: Path, root: Path) -> bool:
    try:
        return read_yaml(path, root).data is None
    except DataError:
        return False


def _is_folder(entry: DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _remedy(name: str) -> str:
    lower = name.lower()
    if lower.endswith(_CONVERTIBLE):
        return f"Move it elsewhere and take it in with: archive add {name}"
    if lower.endswith((".txt", ".yml", ".yaml")):
        return "Write the ending as .txt or .yml"
    return "Rename or remove it"


def _documents(
    root: Path, listed: _Listed, rights: Rights, reading: Reading, problems: list[Problem]
) -> dict[str, Document]:
    documents: dict[str, Document] = {}
    taken: dict[str, str] = {}
    digests: dict[str, str] = {}
    records = listed.records

    def read(name: str, once: Once) -> Read:
        told: list[Problem] = []
        path = listed.texts[name]
        try:
            with naming(str(path)):
                record = records.get(name)
                return read_document(
                    path, record=record, root=root, rights=rights, told=told, once=once
                ), tuple(told)
        except DataError as error:
            return None, (*told, *error.problems)

    def made_of(name: str) -> tuple[str | bytes, ...] | None:
        parts = _contents(listed.texts[name], records.get(name))
        return (str(root), rights, *parts) if parts else None

    names = sorted(listed.texts)
    for name, (document, wrong) in zip(names, reading(read, names, made_of), strict=True):
        path = listed.texts[name]
        problems.extend(wrong)
        first = taken.setdefault(ids.collision_key(name), name)
        if first != name:
            problems.append(Problem(str(path), 0, "id-collision", f"{name} and {first} would have the same address", "Rename one of them"))  # fmt: skip
        if document is None or first != name:
            continue
        if document.language == UNDETERMINED:
            problems.append(Problem(str(path), 0, "unknown-language", "The language of the text cannot be told", f"Write language: into {name}{RECORD_SUFFIX}"))  # fmt: skip
            continue
        twin = digests.setdefault(document.sha256, name)
        if twin != name:
            problems.append(Problem(str(path), 0, "same-text", f"The text is the same as that of {twin}", "Remove one of them", "warning"))  # fmt: skip
        declared, detected = document.language, document.detected_language
        scripts = {tags.script(declared), tags.script(detected)}
        if len(scripts) == 2 and None not in scripts:
            problems.append(Problem(str(records.get(name, path)), 0, "other-script", f"The language is said to be {declared!r}, and the text is not in its script; it seems to be {detected!r}", "Correct language, or remove it", "warning"))  # fmt: skip
        if "\N{REPLACEMENT CHARACTER}" in document.text:
            line = document.text.count("\n", 0, document.text.index("\N{REPLACEMENT CHARACTER}")) + 1
            problems.append(Problem(str(path), line, "lost-character", "The text holds U+FFFD, so characters were lost before it came here", "Get the text again from its source", "warning"))  # fmt: skip
        documents[name] = document
    return documents


def _contents(*paths: Path | None) -> tuple[str | bytes, ...] | None:
    """The names and bytes of files; ``None`` where one is no plain file."""
    parts: list[str | bytes] = []
    for path in paths:
        content = plain_bytes(path) if path else b""
        if content is None:
            return None
        parts += [str(path), content]
    return tuple(parts)


def _translated(
    root: Path, documents: dict[str, Document], names: frozenset[str], problems: list[Problem]
) -> dict[str, Document]:
    found: dict[str, list[Translation]] = {}
    for path in _translation_files(root / TRANSLATIONS, root, problems):
        name = path.name.removesuffix(".md")
        document = documents.get(name)
        if document is None:
            if name not in names:
                problems.append(Problem(str(path), 0, "translation-without-text", f"There is no text {name}{SUFFIX} for this translation", "Add the text, rename the translation, or remove it"))  # fmt: skip
            continue
        try:
            with naming(str(path)):
                translation = read_translation(path, document, root=root)
        except DataError as error:
            problems.extend(error.problems)
            continue
        if translation.language == document.language:
            problems.append(Problem(str(path), 0, "same-language", f"The text itself is in this language ({document.language})", "Remove the translation, or correct the text's language"))  # fmt: skip
            continue
        found.setdefault(name, []).append(translation)
    return {
        name: replace(document, translations=tuple(found.get(name, ())))
        for name, document in documents.items()
    }


def _translation_files(folder: Path, root: Path, problems: list[Problem]) -> Iterator[Path]:
    try:
        for entry in entries(folder):
            inner = folder / entry.name
            if is_system_file(entry.name):
                continue
            wrong = tags.fault(entry.name) if _is_folder(entry) else "only folders of languages lie here"
            if wrong is None and inner.is_symlink() and not inner.resolve().is_relative_to(root.resolve()):
                wrong = f"the link leads out of {root}"
            if wrong is not None:
                problems.append(Problem(str(inner), 0, "unknown-folder", wrong[:1].upper() + wrong[1:], "Translations lie in translations/LANGUAGE/NAME.md"))  # fmt: skip
                continue
            for file in entries(inner):
                if file.name.endswith(".md") and not file.name.startswith("."):
                    yield inner / file.name
                elif not is_system_file(file.name):
                    problems.append(Problem(str(inner / file.name), 0, "unknown-file", "Only .md files are read here", "Rename or remove it"))  # fmt: skip
    except DataError as error:
        problems.extend(error.problems)


def _publishers(documents: tuple[Document, ...], authority: Authority) -> Iterator[Problem]:
    """Publishers that are no entity and look as if they were meant to be one."""

    @cache
    def meant(name: str) -> str | None:
        """Of many documents, which one publisher has, and many entities, each pair would be compared again and again."""
        return next(iter(get_close_matches(name, authority.entities, 1, 0.8)), None)

    for document in documents:
        source = document.record.source
        for name in (source.publisher, source.reprinted_from):
            if name is None or name in authority.entities:
                continue
            if close := meant(name):
                yield Problem(str(document.record.path), 0, "unknown-publisher", f"There is no entity {name!r}, so it is taken for a plain name", f"Did you mean {close}?", "warning")  # fmt: skip


def _stated_relations(
    authority: Authority, documents: dict[str, Document], names: frozenset[str]
) -> Iterator[Problem]:
    """Relations that name no document of the archive, or quote what their documents do not hold."""
    for entity in authority.entities.values():
        path = str(entity.path or "")
        for relation in entity.relations:
            what = f"{entity.id}: the relation {relation.kind} to {relation.object}"
            for name in relation.documents:
                if name not in names:
                    yield Problem(path, relation.line, "unknown-document", f"{what} names the document {name!r}, which does not exist", "Correct the id: it is the file's name without .txt")  # fmt: skip
            texts = [documents[name].text for name in relation.documents if name in documents]
            if relation.quote is None or len(texts) < len(relation.documents):
                continue
            if not any(quotes.find(text, relation.quote) for text in texts):
                near = next(
                    (close for text in texts if (close := quotes.nearest(text, relation.quote))), None
                )
                hint = f"The text has: {near.surface!r}" if near else "Copy the quote from the document"
                yield Problem(path, relation.line, "quote-not-found", f"{what} quotes {relation.quote!r}, which stands in none of its documents", hint)  # fmt: skip
