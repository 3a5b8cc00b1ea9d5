"""The way from ``seeds/`` to an archive, and what is said on it."""

from __future__ import annotations

from pathlib import Path

from build_tools.publish.pipeline import prepare
from build_tools.publish.progress import silent
from tests.publish.test_settings import LANGUAGES, settings_of

ENTITIES = """\
- {id: bank, type: organization, names: {en: Quorum, ar: كورم, zh: 科鲁姆}}
- {id: ship, type: product, names: {en: Quorum, ar: سفينة كورم, zh: 科鲁姆号}}
"""


def test_a_build_warns_of_names_that_the_texts_leave_undecided(tmp_path: Path) -> None:
    settings = settings_of(tmp_path, f"site_name: One\nsite_url: https://a.example/\n{LANGUAGES}")
    (tmp_path / "seeds" / "entities").mkdir()
    (tmp_path / "seeds" / "entities" / "all.yml").write_text(ENTITIES, "utf-8")
    (tmp_path / "seeds" / "a.txt").write_text("The wind was fair.\n\nLater the Quorum sailed.\n", "utf-8")
    prepared = prepare(settings, silent)
    told = {(problem.code, Path(problem.path).name, problem.line) for problem in prepared.warnings}
    assert told == {("undecided", "a.txt", 3), ("duplicate-claim", "all.yml", 2)}
    assert prepared.archive.documents["a"].mentions == ()


def test_how_far_it_is_is_told_stage_by_stage(tmp_path: Path) -> None:
    settings = settings_of(tmp_path, f"site_name: One\nsite_url: https://a.example/\n{LANGUAGES}")
    for name in ("a", "b"):
        (tmp_path / "seeds" / f"{name}.txt").write_text(f"The wind of {name} was fair.\n", "utf-8")
    told: list[tuple[str, int, int]] = []
    prepare(settings, lambda *said: told.append(said))
    assert [said for said in told if said[0] == "annotate"][-1] == ("annotate", 2, 2)
    assert ("gather", 0, 0) in told
