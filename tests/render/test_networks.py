"""Networks and lanes of languages draw what the register and the texts have, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from build_tools.model import Archive, Companion, EntityUse, Place, Relation
from build_tools.render.pictures.network import AROUND, WHOLE, around, ties, whole
from build_tools.render.pictures.over_time import MOST, Named, over_time


def crowd(archive: Archive, size: int) -> Archive:
    """The archive with so many more organizations, each related to the bank and to the one before it."""
    pattern = archive.entities["qasr"]
    more: dict[str, EntityUse] = {}
    for number in range(size):
        before = (Relation("part_of", f"works-{number - 1:03}"),) if number else ()
        entity = replace(
            pattern.entity, id=f"works-{number:03}", relations=(Relation("part_of", "delta-bank"), *before)
        )
        more[entity.id] = replace(pattern, entity=entity, companions=())
    return replace(archive, entities={**archive.entities, **more})


def test_a_relation_ties_both_and_nothing_besides(archive: Archive) -> None:
    known = ties(archive)
    assert known["delta-bank"] == {"qasr", "merged-new"}
    assert known["qasr"] == {"delta-bank"}
    assert "unnamed" not in known


def test_around_a_name_stand_those_of_its_relations_and_of_its_paragraphs(archive: Archive) -> None:
    use = archive.entities["qasr"]
    net = around(archive, use, ties(archive))
    assert net is not None
    shown = {node.entity: (node.stated, node.paragraphs) for node in net.nodes}
    together = {c.entity: len(c.places) for c in use.companions}
    assert shown == {
        "delta-bank": (True, together["delta-bank"]),
        "merged-new": (False, together["merged-new"]),
    }
    bank, works = sorted(net.nodes, key=lambda node: node.entity)
    assert bank.strength >= works.strength >= 1
    (arc,) = net.arcs
    assert arc.stated, "the bank is said to have invested in the works"
    assert (arc.first, arc.last) == (0, 1)


def test_what_is_only_named_together_is_no_relation(archive: Archive) -> None:
    net = around(archive, archive.entities["qasr"], {})
    assert net is not None
    assert not any(node.stated for node in net.nodes)
    assert not any(arc.stated for arc in net.arcs)
    alone = replace(archive.entities["qasr"], companions=())
    assert around(archive, alone, {}) is None


def test_a_crowd_is_drawn_as_far_as_it_can_be_read(archive: Archive) -> None:
    many = crowd(archive, 100)
    net = around(many, many.entities["delta-bank"], ties(many))
    assert net is not None
    assert len(net.nodes) == AROUND
    assert net.left_out == 102 - AROUND
    assert all(0 <= arc.first < arc.last < AROUND and 0 < arc.depth <= 98 for arc in net.arcs)
    every = whole(many, ties(many))
    assert every is not None
    assert len(every.nodes) == WHOLE
    assert every.left_out == 103 - WHOLE
    types = [node.type for node in every.nodes]
    assert types == sorted(types, key=types.index), "those of one type stand together"
    assert whole(archive, {}) is None


def test_a_companion_that_may_not_be_shown_is_not_drawn(archive: Archive) -> None:
    use = archive.entities["qasr"]
    gone = replace(use, companions=(*use.companions, Companion("nobody", 9.0, (Place("flood-ar", 1),))))
    net = around(archive, gone, ties(archive))
    assert net is not None
    assert "nobody" not in {node.entity for node in net.nodes}


def test_every_line_of_the_page_leads_to_a_row(pages: dict[str, str]) -> None:
    page = pages["entities/delta-bank.md"]
    (size,) = set(re.findall(r'<svg class="(?:arcs|spokes)"[^>]*viewBox="0 0 100 (\d+)"', page))
    rows = re.findall(r'<li><a class="e-', page.partition('class="net ')[2].partition("</ul>")[0])
    assert len(rows) == int(size)
    lines = page.partition('<svg class="spokes"')[2].partition("</svg>")[0]
    assert len(re.findall(r"M[\d.]+ ", lines)) == int(size)
    assert lines.count("<path ") <= int(size), "those that look alike are one"
    whole_page = pages["entities/by/relations.ar.md"]
    assert whole_page.count("<li data-type=") == 3
    assert whole_page.count("<path ") == 2
    assert "entities/by/relations.md" in pages
    assert 'href="by/relations/"' in pages["entities/index.md"]


def test_in_arabic_networks_and_lanes_are_mirrored(pages: dict[str, str]) -> None:
    def across(path: str) -> list[float]:
        """The places across of all lines, of which every second number is a place down."""
        found = re.findall(r' d="M([-\d. ]+)C([-\d. ]+)"', pages[path])
        return [float(at) for line in found for part in line for at in part.split()[::2]]

    for path in ("entities/delta-bank", "entities/by/relations"):
        english, arabic = across(f"{path}.md"), across(f"{path}.ar.md")
        assert english
        assert arabic == [pytest.approx(100 - at) for at in english]
    tick = re.compile(r'<text x="([\d.]+)%" y="14"')
    english = [float(at) for at in tick.findall(pages["entities/delta-bank.md"])]
    arabic = [float(at) for at in tick.findall(pages["entities/delta-bank.ar.md"])]
    assert arabic == [pytest.approx(100 - at) for at in english]


def test_a_lane_for_each_language_with_dates_as_wide_as_they_are_uncertain() -> None:
    picture = over_time(
        [
            Named("a", "2023", "ar", 1),
            Named("b", "2024-03-05", "zh", 4),
            Named("c", "2024-03~", "zh", 2),
            Named("d", None, "zh", 1),
        ]
    )
    assert picture is not None
    assert [(lane.language, lane.mentions, lane.documents, lane.undated) for lane in picture.lanes] == [
        ("zh", 7, 3, 1),
        ("ar", 1, 1, 0),
    ]
    chinese, arabic = picture.lanes
    assert (arabic.marks[0].x, arabic.marks[0].width) == (0, pytest.approx(365 / 731 * 100, abs=0.02))
    month, day = sorted(chinese.marks, key=lambda mark: -mark.width)
    assert (month.key, day.key) == ("c", "b")
    assert month.width == pytest.approx(31 / 731 * 100, abs=0.02)
    assert {month.row, day.row} == {0, 1}
    assert [tick.value for tick in picture.ticks] == ["2023", "2024", "2025"]
    assert over_time([Named("d", None, "zh", 1)]) is None


def test_a_thousand_documents_are_drawn_by_months() -> None:
    many = [Named(f"d{n:04}", f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}", "en", 1) for n in range(1000)]
    few = over_time(many[:MOST])
    picture = over_time(many)
    assert few is not None
    assert picture is not None
    assert sum(mark.count for mark in few.lanes[0].marks) == MOST
    (lane,) = picture.lanes
    assert len(lane.marks) == 12
    assert sum(mark.count for mark in lane.marks) == lane.documents == 1000
    assert all(27 < mark.width / 100 * 366 < 32 for mark in lane.marks)
