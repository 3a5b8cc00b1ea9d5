"""Every check there is over a whole folder of seeds, in the order of the stages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from build_tools.annotate import Annotator
from build_tools.annotate.attested import check_attested
from build_tools.annotate.described import check_described
from build_tools.annotate.ordinary import check_ordinary
from build_tools.annotate.resident import keep_resident
from build_tools.archive import gather
from build_tools.model import NO_RULES, HouseRules, Measure, Seeds
from build_tools.problems import DataError, Problem
from build_tools.publish.beginning import older_forms
from build_tools.publish.hand_written import broken_links
from build_tools.publish.leftovers import leftovers
from build_tools.publish.settings import read_settings
from build_tools.read import read_seeds
from build_tools.render.wording import words


def check_archive(config: Path, seeds: Path | None) -> tuple[Problem, ...]:
    """Check the configuration, where there is one, and the folder of texts that it names, or ``seeds``."""
    if not config.is_file():
        return check_seeds(seeds or Path("seeds"))
    older = older_forms(config.parent)
    try:
        settings = read_settings(config)
    except DataError as error:
        return tuple(sorted({*error.problems, *older, *check_seeds(seeds or Path("seeds"))}))
    own = (*leftovers(settings), *broken_links(settings)) if seeds is None else ()
    left = (*own, *_untranslated(settings.site.languages))
    return tuple(sorted({*older, *left, *check_seeds(seeds or settings.seeds, settings.rules)}))


def _untranslated(languages: Sequence[str]) -> Iterator[Problem]:
    """Languages of the interface whose catalogue mostly says in English what it should say in them."""
    for tag in languages:
        share = words.untranslated(tag)
        if not tag.startswith("en") and share > _MOSTLY:
            path = words.FOLDER / f"{tag}.po"
            yield Problem(
                str(path),
                0,
                "untranslated",
                f"{share:.0%} of its messages are those of English",
                "Translate them, or take the language out of mkdocs.yml",
                "warning",
            )


_MOSTLY = 0.2
"""Names and numbers alone are less."""


def check_seeds(root: Path, rules: HouseRules = NO_RULES) -> tuple[Problem, ...]:
    """Read, annotate and gather everything; every error and warning on the way, sorted."""
    seeds, found = read_seeds(root, rules)
    problems = set(found)
    annotator = Annotator(seeds.authority)
    keep_resident()
    annotated = []
    for document in seeds.documents:
        result, wrong = annotator.attempt(document)
        problems.update(wrong)
        if result is not None:
            annotated.append(result)
    problems.update(check_ordinary(seeds.authority))
    problems.update(check_attested(seeds, annotated))
    problems.update(check_described(seeds, annotated, annotator))
    try:
        gather(_readable(seeds, root), annotated)
    except DataError as error:
        problems.update(error.problems)
    return tuple(sorted(problems))


def _readable(seeds: Seeds, root: Path) -> Seeds:
    """Without statements on documents that exist and were left out: their own faults are reported already."""
    read = {document.id for document in seeds.documents}
    there = {path.name.removesuffix(".txt") for path in root.rglob("*.txt")}

    def unread(name: str) -> bool:
        return name not in read and name in there

    def kept(measure: Measure) -> Measure:
        statements = tuple(item for item in measure.statements if not unread(item.document))
        return replace(measure, statements=statements)

    return replace(seeds, measures=tuple(map(kept, seeds.measures)))
