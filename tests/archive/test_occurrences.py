from build_tools.archive import gather
from build_tools.model import Place
from tests.archive.build import annotated, figure, seeds

MONEY = figure("$5bn", "5000000000", currency="USD")


def test_mentions_come_in_the_order_of_the_documents_dates():
    late = annotated("a", "Acme.", names={"Acme": "acme"}, published="2024")
    early = annotated("b", "Acme.", names={"Acme": "acme"}, published="2023-05")
    use = gather(seeds("acme"), [late, early]).entities["acme"]
    assert [o.place for o in use.occurrences] == [Place("b", 1), Place("a", 1)]


def test_documents_come_newest_first():
    documents = [
        annotated("a", "x", published="2023"),
        annotated("b", "x", published="2024"),
        annotated("c", "x"),
    ]
    assert list(gather(seeds(), documents).documents) == ["b", "a", "c"]


def test_forms_are_counted_as_written():
    document = annotated("d", "Acme and ACME and Acme", names={"Acme": "acme", "ACME": "acme"})
    forms = gather(seeds("acme"), [document]).entities["acme"].forms
    assert [(f.surface, f.count) for f in forms] == [("Acme", 2), ("ACME", 1)]


def test_companions_share_paragraphs_and_rare_ones_weigh_more():
    text = "Acme Common Rare\nAcme Common\nCommon\nCommon\nAcme Rare"
    names = {"Acme": "acme", "Common": "common", "Rare": "rare"}
    companions = (
        gather(seeds("acme", "common", "rare"), [annotated("d", text, names=names)])
        .entities["acme"]
        .companions
    )
    assert [c.entity for c in companions] == ["rare", "common"]
    assert companions[0].places == (Place("d", 1), Place("d", 5))


def test_a_figure_belongs_to_the_entities_of_its_sentence():
    text = "Acme paid. On Oct. 14 Beta paid $5bn."
    document = annotated("d", text, names={"Acme": "acme", "Beta": "beta"}, figures=(MONEY,))
    entities = gather(seeds("acme", "beta"), [document]).entities
    assert [use.number for use in entities["beta"].figures] == [1]
    assert entities["acme"].figures == ()
