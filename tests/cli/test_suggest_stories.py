"""``archive suggest --stories``: versions of one report without a story are proposed, and put into one when accepted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import archive

REPORTS = {
    "kiln.en": (
        "A brick kiln outside the town of Marra collapsed on Tuesday night.",
        "Eleven workers were pulled out of the rubble alive by their colleagues.",
        "The owner of the works said that the chimney had been inspected in spring.",
        "Inspectors have closed four other kilns along the river until further notice.",
    ),
    "kiln.ar": (
        "انهار فرن للطوب خارج بلدة مرّا ليلة الثلاثاء.",
        "وانتشل العمال أحد عشر من زملائهم أحياء من تحت الأنقاض.",
        "وقال صاحب المصنع إن المدخنة فُحصت في الربيع.",
        "وأغلق المفتشون أربعة أفران أخرى على طول النهر حتى إشعار آخر.",
    ),
    "choir.en": (
        "The cathedral choir will sing without an organ this winter.",
        "Its pipes are being cleaned for the first time in sixty years.",
        "Concert-goers are asked to bring blankets, since the heating is off as well.",
    ),
}


@pytest.fixture
def reports(folder: Path) -> Path:
    for name, lines in REPORTS.items():
        (folder / "seeds" / f"{name}.txt").write_text("\n".join(lines) + "\n", "utf-8")
    (folder / "seeds" / "kiln.ar.yml").write_text("# from the agency\ntags: [work]\n", "utf-8")
    return folder


def test_versions_are_proposed_and_put_into_a_story_when_accepted(reports: Path) -> None:
    done = archive("suggest", "--stories", "--format", "json", cwd=reports)
    assert done.returncode == 0, done.stderr
    [proposal] = map(json.loads, done.stdout.splitlines())
    assert (proposal["story"], proposal["documents"]) == ("kiln.ar", ["kiln.ar", "kiln.en"])
    shown = archive("suggest", "--stories", cwd=reports).stdout.splitlines()
    assert shown[0].startswith("kiln.ar\t")
    assert shown[2] == "    + kiln.en\ten\tA brick kiln outside the town of Marra collapsed on Tuesday "
    refused = archive("suggest", "--stories", "--accept", "choir", cwd=reports)
    assert refused.returncode == 1
    assert refused.stderr == "seeds: error: No story choir is proposed. archive suggest --stories lists those that are [not-proposed]\n"  # fmt: skip
    done = archive("suggest", "--stories", "--accept", "kiln.ar", cwd=reports)
    assert done.stdout == "seeds: 2 documents put into stories: kiln.ar\n"
    assert (reports / "seeds" / "kiln.ar.yml").read_text("utf-8") == "# from the agency\ntags: [work]\nstory: kiln.ar\n"  # fmt: skip
    assert (reports / "seeds" / "kiln.en.yml").read_text("utf-8") == "story: kiln.ar\n"
    nothing = archive("suggest", "--stories", cwd=reports).stdout
    assert nothing == "No documents without a story tell one report.\n"
    assert archive("suggest", "--stories", "--format", "json", cwd=reports).stdout == ""
