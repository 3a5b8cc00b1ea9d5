"""How fast names are found: ``python -m tests.benchmarks.names``.

An invented authority file of 10,000 entities with 50,000 names in three scripts, and text of the project's own source
documents with such names strewn in. Prints processor seconds to load the file (as YAML, every check included) and to
build the finder, and megabytes (UTF-8) a second for each language.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from build_tools.annotate.names import NameFinder
from build_tools.annotate.resident import keep_resident
from build_tools.model import Alias, Authority, Entity, Paragraph
from build_tools.read import read_authority
from tests.benchmarks.syllables import SYLLABLES

ENTITIES = 10_000
SEEDS = Path(__file__).parents[2] / "seeds"
_TYPES = ("organization", "person", "place", "product", "publication")


def invented_authority(rng: random.Random) -> Authority:
    """Entities with five names each: a name in every language and two aliases."""

    def name(language: str, parts: int) -> str:
        made = ["".join(rng.choices(SYLLABLES[language], k=rng.randint(2, 4))) for _ in range(parts)]
        return "".join(made) if language == "zh" else " ".join(word.capitalize() for word in made)

    entities = {}
    for number in range(ENTITIES):
        parts = rng.randint(1, 3)
        aliases = (Alias(name("en", parts + 1), "en"), Alias(name("ar", parts), "ar"))
        names = {language: name(language, 1 if language == "zh" else parts) for language in SYLLABLES}
        key = f"e{number:05}"
        entities[key] = Entity(key, rng.choice(_TYPES), names, aliases)
    return Authority(entities)


def as_yaml(entity: Entity) -> str:
    """An entity as people write it, with what else a record holds: descriptions, an identifier, a relation."""
    listed = ", ".join(f"{tag}: {name}" for tag, name in entity.names.items())
    said = ", ".join(f"{tag}: {name} {name}" for tag, name in entity.names.items())
    number = int(entity.id[1:])
    lines = [f"- id: {entity.id}", f"  type: {entity.type}", f"  names: {{{listed}}}", "  aliases:"]
    lines += [f"    {alias.language}: [{alias.form}]" for alias in entity.aliases]
    lines += [f"  wikidata: Q{number + 1}", f"  description: {{{said}}}"]
    lines += [f"  relations: [{{partner_of: e{(number + 1) % ENTITIES:05}}}]"]
    return "\n".join(lines) + "\n"


def loaded(authority: Authority) -> Authority:
    """The same authority file after writing it and reading it again; prints how long the reading took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "entities" / "all.yml"
        path.parent.mkdir()
        path.write_text("".join(map(as_yaml, authority.entities.values())), "utf-8")
        start = time.process_time()
        again, problems = read_authority(Path(folder))
        seconds = time.process_time() - start
        errors = [problem for problem in problems if problem.severity == "error"]
        assert not errors, errors[0]
        print(f"loaded {path.stat().st_size / 1e6:.1f} MB of YAML in {seconds:.2f} s")
    return again


def texts(authority: Authority, rng: random.Random) -> Iterator[tuple[str, str]]:
    """A megabyte or so per language, with a name in every second sentence."""
    sources = {path.stem: path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))}
    arabic = "\n".join(text for stem, text in sources.items() if not stem.startswith("003"))
    chinese = "\n".join(text for stem, text in sources.items() if stem.startswith("003"))
    english = "\n".join(p.read_text("utf-8") for p in sorted((SEEDS / "translations" / "en").glob("*.md")))
    entities = list(authority.entities.values())
    for language, text in (("ar", arabic), ("zh", chinese), ("en", english)):
        made: list[str] = []
        size = 0
        while size < 1_000_000:
            for line in text.splitlines():
                chosen = rng.choice(entities).names[language]
                made.append(f"{line} {chosen}" if rng.random() < 0.5 else line)
                size += len(line.encode())
        yield language, "\n".join(made)


def main() -> int:
    rng = random.Random(7)
    authority = loaded(invented_authority(rng))
    start = time.process_time()
    finder = NameFinder(authority)
    print(f"built in {time.process_time() - start:.2f} s")
    keep_resident()
    for language, text in texts(authority, rng):
        paragraphs, at = [], 0
        for line in text.split("\n"):
            if line.strip():
                paragraphs.append(Paragraph(at, at + len(line)))
            at += len(line) + 1
        start = time.process_time()
        mentions, _ = finder.find(text, language, paragraphs)
        seconds = time.process_time() - start
        size = len(text.encode()) / 1e6
        print(f"{language}: {size:.1f} MB, {len(mentions)} mentions, {size / seconds:.2f} MB/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
