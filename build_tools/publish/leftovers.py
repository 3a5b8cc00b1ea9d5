"""What is left of the repository's example in an archive that holds other texts: told by ``archive check``.

The program knows nothing of the example but checksums: of its texts, by which it is recognised, and of the words that speak
of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import yaml

from build_tools.problems import Problem
from build_tools.publish.beginning import EXAMPLE_ADDRESS
from build_tools.publish.settings import Settings

FILE = Path(__file__).with_name("leftovers.yml")


def leftovers(settings: Settings) -> Iterator[Problem]:
    """A warning for each; none in the example itself, and none in an archive without texts."""
    texts = [path for path in settings.seeds.rglob("*.txt") if path.is_file()]
    known = checksums()
    if not texts or any(_digest(path.read_bytes()) in known for path in texts):
        return
    for path in sorted(settings.docs.glob("*.md")):
        if _digest(path.read_bytes()) in known:
            hint = f"Rewrite it; archive new --print docs/{path.name} prints a text that fits any archive"
            yield Problem(str(path), 0, "example-left", "It still speaks of the example", hint, "warning")
    config = str(settings.config)
    for name in sorted({*settings.site.name.values(), *settings.site.description.values()}):
        if _digest(name.encode()) in known:
            yield Problem(config, 0, "example-left", f"{name!r} is still the example's", "Write your own", "warning")  # fmt: skip
    if settings.site.url.startswith(EXAMPLE_ADDRESS):
        hint = "Write the address at which the site will be, or give it when building: SITE_URL=…"
        yield Problem(
            config, 0, "example-left", f"site_url is an example: {settings.site.url}", hint, "warning"
        )


@cache
def checksums() -> frozenset[str]:
    """SHA-256 of the example's texts, of its hand-written pages, and of its names and descriptions."""
    return frozenset(yaml.safe_load(FILE.read_bytes()) or ())


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
