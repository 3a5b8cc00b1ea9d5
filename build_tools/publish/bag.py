"""A bag (BagIt, RFC 8493) of the whole archive, to be kept: sources, records, site and the exports in it."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import bagit

from build_tools.file_names import ALWAYS_KEPT
from build_tools.model import Entity, Measure, Seeds
from build_tools.problems import DataError, Problem
from build_tools.publish import fixity
from build_tools.publish.settings import Settings
from build_tools.publish.workspaces import one_builder
from build_tools.read import authority, measures, read_seeds
from build_tools.writing import Tell, silent

_EVERYTHING = "Everything is here, texts that may not be published too. Not to be handed on."
_PUBLIC = "Only what may be published. Left out, because rights withhold or cut a text: {left_out}."
_NOTHING = "nothing"

_CHECKSUMS = ["sha256", "sha512"]


def make_bag(settings: Settings, target: Path, *, public: bool, tell: Tell = silent) -> tuple[str, ...]:
    """Write a bag into the folder ``target``, which may not exist yet. Returns paths of ``seeds/`` that were left out.

    ``public`` leaves out every file of ``seeds/`` that holds, or quotes, what rights withhold or cut. Nobody else
    writes meanwhile; ``tell`` is told who is waited for. Raises ``DataError`` when ``target`` is taken, or ``seeds/``
    and site are not those of the last build; nothing is written then.
    """
    if target.exists():
        raise DataError(
            [Problem(str(target), 0, "taken", "There is something of this name already", "Name a new folder")]
        )
    with one_builder(settings, "archive bag", tell=tell):
        if wrong := fixity.verify(settings):
            raise DataError(wrong)
        kept, left_out = _chosen(settings, public=public)
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as workspace:
            folder = Path(workspace) / "bag"
            shutil.copytree(settings.site_dir, folder / "site", ignore=_of_others(settings))
            for path in (settings.seeds / name for name in kept):
                _copy(path, folder / "seeds" / path.relative_to(settings.seeds))
            _copy(settings.config, folder / settings.config.name)
            _silently_bagged(folder, _about(settings, left_out, public=public))
            folder.rename(target)
    return left_out


def _of_others(settings: Settings) -> Callable[[str, list[str]], set[str]]:
    """What ``copytree`` leaves out: other programs' files in the site."""

    def ignored(folder: str, names: list[str]) -> set[str]:
        return {*settings.keep, *ALWAYS_KEPT} if Path(folder) == settings.site_dir else set()

    return ignored


def verify_bag(folder: Path) -> tuple[Problem, ...]:
    """What is wrong with the bag ``folder``: its files one by one, else what BagIt asks of a bag. Empty where whole."""
    try:
        bag = _silently_opened(folder)
        by_sha256 = folder / fixity.MANIFEST
        found = fixity.verify_payload(folder, by_sha256) if by_sha256.is_file() else ()
        if not found:
            bag.validate()
    except bagit.BagError as error:
        return (Problem(str(folder), 0, "bag", str(error), "Take the bag from another copy"),)
    return found


def is_bag(folder: Path) -> bool:
    return (folder / "bagit.txt").is_file()


def _chosen(settings: Settings, *, public: bool) -> tuple[list[str], tuple[str, ...]]:
    """Paths in ``seeds/`` that go into the bag, and those that do not."""
    present = list(fixity.digests(settings.seeds))
    if not public:
        return present, ()
    seeds, problems = read_seeds(settings.seeds, settings.rules)
    if wrong := [problem for problem in problems if problem.severity == "error"]:
        raise DataError(wrong)
    allowed = {path.relative_to(settings.seeds).as_posix() for path in _publishable(seeds)}
    return [path for path in present if path in allowed], tuple(p for p in present if p not in allowed)


def _publishable(seeds: Seeds) -> Iterator[Path]:
    """Files of what is shown whole, and shared files that quote nothing else."""
    whole = [document for document in seeds.documents if document.record.rights == "full"]
    for document in whole:
        yield document.path
        yield from (path for path in (document.record.path,) if path)
        yield from (original.path for original in (document.record.original,) if original)
        yield from (translation.path for translation in document.translations)
    texts = [document.text for document in whole]
    hidden = {document.id for document in seeds.documents} - {document.id for document in whole}
    quoting = {entity.path for entity in seeds.authority.entities.values() if _quotes_hidden(entity, texts)}
    quoting |= {measure.path for measure in seeds.measures if _states_hidden(measure, hidden)}
    shared = [authority.TYPES, authority.REJECTED, measures.FILE]
    for path in [*(seeds.root / name for name in shared), *(seeds.root / authority.FOLDER).glob("*.yml")]:
        if path not in quoting:
            yield path


def _quotes_hidden(entity: Entity, texts: list[str]) -> bool:
    quotes = [relation.quote for relation in entity.relations if relation.quote]
    return any(not any(quote in text for text in texts) for quote in quotes)


def _states_hidden(measure: Measure, hidden: set[str]) -> bool:
    return any(statement.document in hidden for statement in measure.statements)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _about(settings: Settings, left_out: tuple[str, ...], *, public: bool) -> dict[str, str]:
    """``bag-info.txt``: the elements that RFC 8493 reserves, as far as they are known."""
    default = settings.site.languages[0]
    told = _PUBLIC.format(left_out=", ".join(left_out) or _NOTHING) if public else _EVERYTHING
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    day = datetime.fromtimestamp(int(seconds), UTC) if seconds else datetime.now(UTC)
    about = {
        "Bag-Software-Agent": f"press-archive {version('press-archive')}",
        "Bagging-Date": day.date().isoformat(),
        "External-Identifier": settings.site.url,
        "External-Description": settings.site.description.get(default, settings.site.name.get(default, "")),
        "Internal-Sender-Identifier": settings.site.name.get(default, ""),
        "Internal-Sender-Description": told,
    }
    return {key: value for key, value in about.items() if value}


def _silently_bagged(folder: Path, about: dict[str, str]) -> None:
    logging.getLogger("bagit").setLevel(logging.CRITICAL)
    before = Path.cwd()
    try:  # it works in the folder itself
        bagit.make_bag(str(folder), about, checksums=_CHECKSUMS)
    finally:
        os.chdir(before)


def _silently_opened(folder: Path) -> bagit.Bag:
    logging.getLogger("bagit").setLevel(logging.CRITICAL)
    return bagit.Bag(str(folder))
