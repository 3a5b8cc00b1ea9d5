"""A fault of the authority file is told at the line of what is wrong, not at that of its entity."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.read import read_authority
from tests.read.folder import seeds

OTHER = """\
- id: other
  type: organization
  names: {en: Other House, ar: البيت الآخر, zh: 其他社}
  identifiers: {gnd: 118540238}
"""


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("unknown-type", "  type: organisation"),
        ("empty-form", '    ar: "؟"'),
        ("empty-form", '      - {form: "——"}'),
        ("short-form", "      - 顶"),
        ("contradiction", "      - {form: summit, needs: [other], unless: [other]}"),
        ("duplicate-claim", "      - Other House"),
        ("unknown-relation", "  - {onwer_of: other}"),
        ("unknown-entity", "  - {owner_of: othr}"),
        ("self-relation", "  - {partner_of: acme}"),
        ("unknown-entity", "  merged_into: nobody"),
        ("duplicate-identifier", "    gnd: 118540238"),
    ],
)
def test_the_line_is_that_of_the_part_that_is_wrong(tmp_path: Path, code: str, wrong: str) -> None:
    text = entry(wrong)
    _, problems = read_authority(seeds(tmp_path, {"entities/b.yml": text, "entities/c.yml": OTHER}))
    told = [problem for problem in problems if problem.code == code and problem.path.endswith("b.yml")]
    assert [text.splitlines()[problem.line - 1] for problem in told] == [wrong], problems


def entry(wrong: str) -> str:
    """An entity with every part on a line of its own, one of them wrong."""
    lines = [
        "- id: zz-acme" if "Other House" in wrong or "gnd" in wrong else "- id: acme",
        "  type: organization",
        "  names:",
        "    en: Acme",
        "    ar: أكمي",
        "    zh: 顶点",
        "  identifiers:",
        "    isni: 0000000121032683",
        "  aliases:",
        "    en:",
        "      - Acme Works",
        "    zh:",
        "      - 顶点社",
        "  relations:",
        "  - {competitor_of: other}",
    ]
    key = wrong.split(":")[0]
    same = [
        number
        for number, line in enumerate(lines)
        if line.split(":")[0] == key and key.strip() in ("type", "ar")
    ]
    if same:
        lines[same[0]] = wrong
    elif wrong.startswith("    gnd"):
        lines.insert(8, wrong)
    elif wrong.startswith("      -"):
        lines.insert(13 if "顶" in wrong else 11, wrong)
    else:
        lines.append(wrong)
    return "\n".join(lines) + "\n"


def test_a_further_name_that_was_accepted_is_told_in_the_file_of_proposals(tmp_path: Path) -> None:
    proposals = "- decision: accept\n  alias_of: other\n  names:\n    en: Fine\n    ar: لم\n"
    files = {"entities/c.yml": OTHER, "proposals.yml": proposals}
    _, problems = read_authority(seeds(tmp_path, files))
    assert [(Path(problem.path).name, problem.line, problem.code) for problem in problems] == [
        ("proposals.yml", 5, "short-form")
    ]
