"""Paragraphs of two documents that report the same, by what they name and count."""

from dataclasses import replace

from build_tools.archive import gather
from build_tools.archive.stories import stories
from build_tools.model import Paragraph, Passage, Place, Record
from tests.archive.build import annotated, figure, seeds

NAMES = {"Nile": "nile", "Aswan": "aswan", "Sudan": "sudan", "FAO": "fao"}
A = "The Nile fell near Aswan by 12 percent.\nFAO will send help to Sudan.\nNothing else happened."
B = "Help for Sudan comes from FAO, it says.\nAt Aswan the Nile lost 12 percent.\nA quiet week."


def documents(**record):
    twelve = figure("12 percent", "12", kind="percent")
    return [
        annotated("a", A, names=NAMES, figures=(twelve,), record=Record(**record)),
        annotated("b", B, names=NAMES, figures=(twelve,), record=Record(**record)),
    ]


def test_paragraphs_that_report_the_same_are_linked_across_a_changed_order():
    found = gather(seeds(*NAMES.values()), documents(story="drought")).passages
    assert [(p.left.paragraph, p.right.paragraph) for p in found] == [(1, 2), (2, 1)]
    assert found[0].entities == ("aswan", "nile")
    assert found[0].figures == ((1, 1),)


def test_outside_a_story_more_must_be_shared():
    a, b = (replace(document, figures=()) for document in documents())
    assert gather(seeds(*NAMES.values()), [a, b]).passages == ()
    a, b = (replace(d, document=replace(d.document, record=Record(story="drought"))) for d in (a, b))
    assert len(gather(seeds(*NAMES.values()), [a, b]).passages) == 2


def test_boilerplate_is_like_nothing():
    a, b = documents(story="drought")
    first = replace(b.document.paragraphs[1], boilerplate="promotion")
    paragraphs = (b.document.paragraphs[0], first, b.document.paragraphs[2])
    b = replace(b, document=replace(b.document, paragraphs=paragraphs))
    found = gather(seeds(*NAMES.values()), [a, b]).passages
    assert [(p.left.paragraph, p.right.paragraph) for p in found] == [(2, 1)]


def test_a_story_aligns_its_versions_and_keeps_what_only_one_says():
    story = gather(seeds(*NAMES.values()), documents(story="drought")).stories["drought"]
    assert [dict(row.paragraphs) for row in story.rows] == [
        {"a": (1,), "b": (2,)},
        {"b": (3,)},
        {"a": (2,), "b": (1,)},
        {"a": (3,)},
    ]


def test_every_paragraph_of_a_story_stands_in_one_row():
    story = gather(seeds(*NAMES.values()), documents(story="drought")).stories["drought"]
    for name in ("a", "b"):
        assert sorted(n for row in story.rows for n in row.paragraphs.get(name, ())) == [1, 2, 3]


def test_what_one_version_tells_in_one_paragraph_and_the_other_in_two_stands_in_one_row():
    pair = documents(story="drought")
    links = [Passage(Place("a", n), Place("b", 1), 0.9, (), ()) for n in (1, 2)]
    [story] = stories(pair, {"a": (), "b": ()}, links).values()
    assert [dict(row.paragraphs) for row in story.rows] == [
        {"a": (1, 2), "b": (1,)},
        {"b": (2,)},
        {"b": (3,)},
        {"a": (3,)},
    ]


def test_a_story_says_where_a_figure_differs():
    a, b = documents(story="drought")
    b = replace(b, figures=(replace(b.figures[0], value="21"),))
    [(left, right)] = gather(seeds(*NAMES.values()), [a, b]).stories["drought"].differences
    assert (left.figure.value, right.figure.value) == ("12", "21")


def test_empty_documents_have_no_passages():
    empty = [
        replace(d, document=replace(d.document, paragraphs=(Paragraph(0, 0),)), mentions=(), figures=())
        for d in documents()
    ]
    assert gather(seeds(), empty).passages == ()
