"""``archive suggest --accept``, ``--all-known`` and ``--reject``: proposals become entities, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from build_tools.accepting import accept
from build_tools.model import Authority, Entity
from tests.cli.command import archive

PROPOSALS = """\
# Proposed names.
- decision: open
  id: "brenta"
  type: place
  known: "CLDR 1"
  names: {"en": "Brenta"}
  description: {"en": "River"}
  seen: "once in 1 document"
  # d p1: the Brenta
- decision: open
  id: "moro"
  type:
  names: {"en": "Moro"}
- decision: open
  alias_of: acme
  names: {"en": "Acme Co"}
- decision: open
  id: "zeta"
  type: place
  names: {"en": "Zeta"}
- decision: reject
  id: "settled"
  type: place
  names: {"en": "Settled"}
"""
PLACES = """\
# Places, by id.
- id: adda   # a river
  type: place
  names: {en: Adda}

# The next one is a lake.
- id: como
  type: place
  names:   {en: Como}
"""


@pytest.fixture
def proposed(folder: Path) -> Path:
    (folder / "seeds" / "proposals.yml").write_text(PROPOSALS, "utf-8")
    (folder / "seeds" / "entities" / "places.yml").write_text(PLACES, "utf-8")
    return folder / "seeds"


def test_an_accepted_proposal_moves_to_its_place_and_all_else_stays(proposed: Path) -> None:
    done = archive("suggest", "--accept", "brenta", "--accept", "zeta", cwd=proposed.parent)
    assert (done.returncode, done.stdout) == (0, "seeds/entities/places.yml: 2 new entities\n"), done.stderr
    assert (
        (proposed / "entities" / "places.yml").read_text("utf-8")
        == """\
# Places, by id.
- id: adda   # a river
  type: place
  names: {en: Adda}

- id: brenta  # CLDR 1
  type: place
  names: {en: Brenta}
  description: {en: River}

# The next one is a lake.
- id: como
  type: place
  names:   {en: Como}

- id: zeta
  type: place
  names: {en: Zeta}
"""
    )
    rest = (proposed / "proposals.yml").read_text("utf-8")
    assert rest.startswith('# Proposed names.\n- decision: open\n  id: "moro"\n')
    assert not [word for word in ("brenta", "the Brenta", "zeta") if word in rest]
    assert archive("check", cwd=proposed.parent).returncode == 0


def test_a_file_that_ends_in_the_midst_of_a_line_is_gone_on_with(proposed: Path) -> None:
    path = proposed / "entities" / "places.yml"
    path.write_text(PLACES.rstrip("\n"), "utf-8")
    assert archive("suggest", "--accept", "zeta", cwd=proposed.parent).returncode == 0
    assert path.read_text("utf-8").startswith(f"{PLACES}\n- id: zeta\n")


FURTHER = """\
- decision: open
  alias_of: adda
  names: {en: Addua, zh: 阿达河}
  aliases: {en: ["The Adda"]}
  seen: "once in 1 document"
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # No alias yet, and what is said of the next one.
        (
            "- id: adda   # a river\n  type: place\n  names: {en: Adda}\n\n# A lake.\n- id: como\n",
            "- id: adda   # a river\n  type: place\n  names: {en: Adda}\n"
            "  aliases: {en: [Addua, The Adda], zh: [阿达河]}\n\n# A lake.\n- id: como\n",
        ),
        # In a line, in the midst of the entity, one form there already.
        (
            "- id: adda\n  aliases: {en: ['Addua', {form: Ad, case: exact}]}  # Latin\n  type: place\n- id: como\n",
            "- id: adda\n  aliases: {en: ['Addua', {form: Ad, case: exact}, The Adda], zh: [阿达河]} # Latin\n"
            "  type: place\n- id: como\n",
        ),
        # Below each other, with what is said of a form.
        (
            "- id: adda\n  type: place\n  aliases:\n    en:\n      - Ada  # old\n      # older\n      - Abdua\n- id: como\n",
            "- id: adda\n  type: place\n  aliases:\n    en:\n      - Ada  # old\n      # older\n      - Abdua\n"
            "      - Addua\n      - The Adda\n    zh: [阿达河]\n- id: como\n",
        ),
        # All in one line.
        (
            "- {id: adda, type: place}  # a river\n- id: como\n",
            "- {id: adda, type: place, aliases: {en: [Addua, The Adda], zh: [阿达河]}} # a river\n- id: como\n",
        ),
        # At the end of a file that ends in the midst of a line.
        (
            "- id: adda\n  type: place",
            "- id: adda\n  type: place\n  aliases: {en: [Addua, The Adda], zh: [阿达河]}\n",
        ),
    ],
)
def test_accepted_further_names_stand_in_their_entity_and_all_else_stays(
    tmp_path: Path, before: str, after: str
) -> None:
    path = tmp_path / "entities" / "places.yml"
    path.parent.mkdir()
    path.write_text(before, "utf-8")
    (tmp_path / "proposals.yml").write_text(f"# Proposed.\n{FURTHER}- {{id: z, names: {{en: Z}}}}\n", "utf-8")
    authority = Authority({"adda": Entity("adda", "place", {"en": "Adda"}, path=path)})
    done = accept(tmp_path, authority, ["adda"], all_known=False)
    assert path.read_text("utf-8") == after
    assert (tmp_path / "proposals.yml").read_text("utf-8") == "# Proposed.\n- {id: z, names: {en: Z}}\n"
    assert (done.entities, done.aliases) == ([], ["adda"])


def test_further_names_are_found_by_the_next_command_and_not_proposed_again(proposed: Path) -> None:
    path = proposed / "proposals.yml"
    path.write_text(PROPOSALS.replace("alias_of: acme", "alias_of: adda"), "utf-8")
    done = archive("suggest", "--accept", "adda", cwd=proposed.parent)
    assert done.stdout == "seeds/entities/places.yml: 0 new entities, further names of 1\n", done.stderr
    assert "alias_of" not in path.read_text("utf-8")
    assert "  aliases: {en: [Acme Co]}\n" in (proposed / "entities" / "places.yml").read_text("utf-8")
    assert archive("check", cwd=proposed.parent).returncode == 0


def test_further_names_of_what_was_accepted_among_the_proposals_stay_there(tmp_path: Path) -> None:
    path = tmp_path / "proposals.yml"
    path.write_text(f"- {{decision: accept, id: adda, type: place, names: {{en: Adda}}}}\n{FURTHER}", "utf-8")
    authority = Authority({"adda": Entity("adda", "place", {"en": "Adda"}, path=path)})
    accept(tmp_path, authority, ["adda"], all_known=False)
    assert [row["decision"] for row in yaml.safe_load(path.read_text("utf-8"))] == ["accept", "accept"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--accept", "nobody"), "No open proposal has the id nobody"),
        (("--accept", "moro"), "The proposal moro has no type"),
        (("--accept", "brenta", "--accept", "moro"), "The proposal moro has no type"),
        (("--reject", "nobody"), "No open proposal has the id nobody"),
        (("--reject", "settled"), "No open proposal has the id settled"),
    ],
)
def test_what_cannot_be_accepted_is_told_and_nothing_is_written(
    proposed: Path, arguments: tuple[str, ...], told: str
) -> None:
    before = {path: path.read_bytes() for path in proposed.rglob("*.yml")}
    done = archive("suggest", *arguments, cwd=proposed.parent)
    assert done.returncode == 1
    assert told in done.stderr
    assert {path: path.read_bytes() for path in proposed.rglob("*.yml")} == before


def test_an_id_that_is_taken_is_told(proposed: Path) -> None:
    path = proposed / "proposals.yml"
    path.write_text(PROPOSALS.replace('"brenta"', '"adda"'), "utf-8")
    done = archive("suggest", "--accept", "adda", cwd=proposed.parent)
    assert (done.returncode, "There is an entity adda already" in done.stderr) == (1, True)


def test_a_rejected_proposal_stays_and_is_not_proposed_again(proposed: Path) -> None:
    done = archive("suggest", "--reject", "zeta", cwd=proposed.parent)
    assert done.stdout == "1 proposals rejected\n"
    rows = yaml.safe_load((proposed / "proposals.yml").read_text("utf-8"))
    assert {row.get("id"): row["decision"] for row in rows}["zeta"] == "reject"
    (proposed / "z.txt").write_text("People in Zeta waited. The town of Zeta slept.\n", "utf-8")
    assert "Zeta" not in archive("suggest", cwd=proposed.parent).stdout


def test_known_places_fill_a_register_at_once(folder: Path) -> None:
    seeds = folder / "seeds"
    (seeds / "k1.txt").write_text(
        "They flew from Peru to Kenya. Kenya agreed, and the US did not.\n", "utf-8"
    )
    (seeds / "k2.txt").write_text("代表团访问秘鲁和肯尼亚。\n", "utf-8")
    done = archive("suggest", "--all-known", cwd=folder)
    assert done.returncode == 0, done.stderr
    (path,) = (path for path in (seeds / "entities").glob("*.yml") if "peru" in path.read_text("utf-8"))
    rows = {row["id"]: row for row in yaml.safe_load(path.read_text("utf-8"))}
    assert rows["kenya"]["names"] == {"ar": "كينيا", "en": "Kenya", "zh": "肯尼亚"}
    assert rows["united-states"]["aliases"] == {"en": ["US"]}
    assert rows["peru"]["description"]["zh"] == "国家或地区"
    assert "# CLDR" in path.read_text("utf-8")
    assert archive("suggest", "--all-known", cwd=folder).stdout.endswith("0 new entities\n")
