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
    texts = A.replace(" by 12 percent", ""), B.replace("12 percent", "much")
    a, b = (annotated(name, text, names=NAMES) for name, text in zip("ab", texts, strict=True))
    assert gather(seeds(*NAMES.values()), [a, b]).passages == ()
    a, b = (replace(d, document=replace(d.document, record=Record(story="drought"))) for d in (a, b))
    assert len(gather(seeds(*NAMES.values()), [a, b]).passages) == 2


LONG_A = "\n".join(f"Nile and Aswan met in place{n} and counted {n}00{n} boats." for n in range(1, 7))
LONG_B = "\n".join(f"Aswan saw {n}00{n} boats in place{n}, said Nile." for n in range(1, 7))


def test_many_sure_pairs_show_two_documents_to_be_versions_of_one_report():
    names = NAMES | {f"place{n}": f"place-{n}" for n in range(1, 8)}
    counts = tuple(figure(f"{n}00{n} boats", f"{n}00{n}", kind="count", unit="boat") for n in range(1, 7))
    pair = [
        annotated("a", LONG_A + "\nThe place7 again.", names=names, figures=counts),
        annotated("b", LONG_B + "\nOnce more place7.", names=names, figures=counts),
    ]
    found = gather(seeds(*names.values()), pair).passages
    # The last pair shares one name only, too little for documents that nothing else connects.
    assert [(p.left.paragraph, p.right.paragraph) for p in found] == [(n, n) for n in range(1, 8)]


def test_a_figure_alone_does_not_connect_documents():
    million = figure("1,234,567 people", "1234567", kind="count", unit="person")
    names = {"Nile": "nile", "Sudan": "sudan"}
    a, b = (
        "Here 1,234,567 people live.\nThe Nile.\nSudan.",
        "Sudan has 1,234,567 people.\nThe Nile.\nNothing.",
    )
    pair = [
        annotated("a", a, names=names, figures=(million,)),
        annotated("b", b, names=names, figures=(million,)),
    ]
    assert gather(seeds(*names.values()), pair).passages == ()


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


def differences(left, right):
    """Figures in which two versions of one paragraph differ; ``left`` and ``right`` hold surfaces with values."""
    pair = []
    for name, figures in (("a", left), ("b", right)):
        text = f"The Nile at Aswan: {'; '.join(f.surface for f in figures)}."
        pair.append(annotated(name, text, names=NAMES, figures=figures, record=Record(story="drought")))
    story = gather(seeds(*NAMES.values()), pair).stories["drought"]
    return [(a.figure.value, b.figure.value) for a, b in story.differences]


def dollars(value, **rest):
    return figure(f"{value} dollars", value, currency="USD", **rest)


def test_what_lies_far_apart_counts_different_things():
    eight, many = (figure(f"{n} percent", n, kind="percent") for n in ("8", "35"))
    assert differences((eight,), (many,)) == []


def test_neighbouring_round_values_differ():
    assert differences((dollars("52"),), (dollars("53"),)) == [("52", "53")]


def test_a_figure_contradicts_its_nearest_only_and_once():
    assert differences((dollars("130"),), (dollars("150"), dollars("140"))) == [("130", "140")]


def test_what_the_other_version_states_of_something_else_contradicts_nothing():
    goals = figure("31 goals", "31", kind="count", unit="goal")
    games, shots = (figure(f"{n} times", n, kind="count", unit="time") for n in ("31", "40"))
    assert differences((games,), (goals, shots)) == []


def test_a_number_may_stand_without_what_it_counts():
    unsafe = figure("173", "173", kind="count")
    assert differences((unsafe,), (figure("137 houses", "137", kind="count", unit="house"),)) == [
        ("173", "137")
    ]
    assert differences((unsafe,), (figure("260 houses", "260", kind="count", unit="house"),)) == []


def test_what_follows_a_row_of_two_paragraphs_stays_in_order():
    text = "\n".join(f"Paragraph {n}." for n in range(1, 6))
    pair = [annotated(name, text, record=Record(story="drought")) for name in ("a", "b")]
    links = [Passage(Place("a", n), Place("b", 1), 0.9, (), ()) for n in (1, 3)]
    [story] = stories(pair, {"a": (), "b": ()}, links).values()
    assert [row.paragraphs["a"] for row in story.rows if "a" in row.paragraphs] == [(1, 3), (2,), (4,), (5,)]


def test_empty_documents_have_no_passages():
    empty = [
        replace(d, document=replace(d.document, paragraphs=(Paragraph(0, 0),)), mentions=(), figures=())
        for d in documents()
    ]
    assert gather(seeds(), empty).passages == ()
