"""Proposals: what is found, why, in what form it is written down, and what an editor has the last word on."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
import yaml

from build_tools.annotate import Annotator
from build_tools.annotate.attested import check_attested
from build_tools.annotate.names import NameFinder
from build_tools.annotate.names.forms import fold_name
from build_tools.annotate.suggest import (
    Proposal,
    measures_as_yaml,
    model_finder,
    proposals_as_yaml,
    sound,
    suggest,
    suggest_measures,
)
from build_tools.model import (
    Alias,
    AnnotatedDocument,
    Authority,
    Document,
    Entity,
    Figure,
    Mention,
    Record,
    Seeds,
)
from build_tools.problems import DataError
from build_tools.read import read_seeds
from tests.names.test_vectors import paragraphs_of

SEEDS = Path(__file__).parents[2] / "seeds"


def annotated(
    text: str, language: str, name: str = "one", authority: Authority | None = None
) -> AnnotatedDocument:
    paragraphs = paragraphs_of(text)
    mentions = NameFinder(authority).find(text, language, paragraphs)[0] if authority else ()
    document = Document(name, Path(f"{name}.txt"), text, "", "utf-8", language, language, paragraphs)
    return AnnotatedDocument(document, mentions)


def proposed(*texts: AnnotatedDocument, authority: Authority | None = None) -> dict[str, Proposal]:
    """Every proposed form, those of other scripts included, with its proposal."""
    return {
        form: proposal
        for proposal in suggest(texts, authority or Authority())
        for form in (proposal.form, *(form for forms in proposal.others.values() for form in forms))
    }


def reasons(proposal: Proposal) -> set[str]:
    return {reason.code for reason in proposal.reasons}


@pytest.mark.parametrize(
    ("language", "text", "form", "reason", "kind"),
    [
        ("ar", "أعلنت شركة Norvik عن خطة.", "Norvik", "latin", "organization"),
        ("ar", "قال مايكل ستيوارت، المتحدث باسم الشركة، إن الخطة جاهزة.", "مايكل ستيوارت", "speech", "person"),
        ("ar", "وذكرت وكالة تاسنيوز أن الاجتماع انتهى.", "تاسنيوز", "cue", "publication"),
        ("ar", "سافر الوفد إلى البرازيل أمس.", "البرازيل", "territory", "place"),
        ("ar", "وقال نورفيك (Norvik) إنه سعيد.", "نورفيك", "bracket", ""),
        ("ar", "فاز هارلينتون في السباق. وبعد السباق قال هارلينتون إنه متعب.", "هارلينتون", "unknown", ""),
        ("ar", "انتهت الحرب العالمية الأولى قبل قرن.", "الحرب العالمية الأولى", "institution", "organization"),
        ("ar", "صوت حزب المزارعين ضد القانون.", "حزب المزارعين", "institution", "organization"),
        ("ar", "زار وليد المراكش المدينة أمس.", "وليد المراكش", "given", "person"),
        ("ar", "سألت السيدة دروموند برفق عن الدعوى مرتين.", "دروموند", "title", "person"),
        ("ar", "اشترى مصنع بي إم دبليو الأرض.", "بي إم دبليو", "foreign", ""),
        ("ar", "قالت تيريزا ماي إنها سعيدة.", "تيريزا ماي", "unknown", ""),
        ("ar", "صوتت الجمعية العامة للأمم المتحدة ضد القرار.", "الجمعية العامة للأمم المتحدة", "institution", "organization"),
        ("ar", "يسمى المشروع «الجسر الأزرق» منذ عام.", "الجسر الأزرق", "quotation", ""),
        ("zh", "分析师王若琳表示，市场稳定。", "王若琳", "tag", "person"),
        ("zh", "总统曾经与加里·多恩菲尔德总理会谈。", "加里·多恩菲尔德", "dotted", "person"),
        ("zh", "如果穆雷克姆不来，会议就推迟。", "穆雷克姆", "foreign", ""),
        ("zh", "如果穆雷姆不来，会议就推迟。", "穆雷姆", "foreign", ""),
        ("zh", "总统加强加里·多恩菲尔德总理的权力。", "加里·多恩菲尔德", "dotted", "person"),
        ("zh", "应用包括“豆角”等产品。", "豆角", "quotation", ""),
        ("zh", "蓝鲸跳跃发布新品。蓝鲸跳跃表示满意，与蓝鲸跳跃合作。", "蓝鲸跳跃", "repeated", ""),
        ("zh", "百度、搜狗和雪豹都在竞争。", "雪豹", "listed-with", ""),
        ("en", "The plan of Norvik Holdings was approved, said Mr. Alan Brook.", "Norvik Holdings", "capitals", ""),
        ("en", "Villagers in Brazil waited.", "Brazil", "territory", "place"),
    ],
)  # fmt: skip
def test_a_name_is_proposed_for_its_reason(
    language: str, text: str, form: str, reason: str, kind: str
) -> None:
    found = proposed(annotated(text, language))
    assert form in found, sorted(found)
    assert reason in reasons(found[form])
    assert not kind or found[form].type == kind


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "في ذلك الوقت كانت السوق هادئة، ولم تتغير الأسعار."),
        (
            "ar",
            "قد يكون ذلك أكثر أهمية لديهم، وتم ذلك بينما كان الجميع إلى جانب الطريق. تعلم الأطفال جميعا مثل آبائهم.",
        ),
        ("ar", "اشترى المشترين كتبهم مرتين، ولكنهم اكتشفوا أنهم لا يحتاجونها، فباعوها لمواطنينا."),
        ("zh", "市场在当时比较平静，价格没有变化。"),
        ("zh", "孩子特别爱吃马铃薯，大家都希望安全。"),
        ("en", "At that time the market was calm. Prices did not change."),
    ],
)
def test_plain_sentences_propose_nothing(language: str, text: str) -> None:
    assert proposed(annotated(text, language)) == {}


def test_known_and_rejected_names_are_not_proposed() -> None:
    norvik = Entity("norvik", "organization", {"en": "Norvik"})
    authority = Authority({"norvik": norvik}, rejected=frozenset([fold_name("Brovnik")]))
    text = annotated("أعلنت شركة Norvik وشركة Brovnik وشركة Kestral عن خطة.", "ar", authority=authority)
    assert list(proposed(text, authority=authority)) == ["Kestral"]


def test_contexts_counts_and_documents() -> None:
    one = annotated("أعلنت شركة Norvik عن خطة.\n\nوقالت Norvik ذلك.", "ar", "one")
    two = annotated("Norvik发布新品。", "zh", "two")
    proposal = proposed(one, two)["Norvik"]
    assert (proposal.count, proposal.documents) == (3, ("one", "two"))
    assert [(c.document, c.paragraph) for c in proposal.contexts] == [("one", 1), ("two", 1), ("one", 2)]
    assert "شركة Norvik عن" in proposal.contexts[0].snippet


def test_the_same_name_in_another_script_is_linked_by_sound() -> None:
    found = proposed(annotated("أعلنت شركة Cambrelion عن خطة. وقالت كامبريليون إنها جاهزة.", "ar"))
    assert {"sound", "latin"} <= reasons(found["Cambrelion"])
    assert found["كامبريليون"] is found["Cambrelion"]
    one = found["Cambrelion"]
    assert {one.form, *(form for forms in one.others.values() for form in forms)} == {
        "Cambrelion",
        "كامبريليون",
    }
    assert found["Cambrelion"].count == 2


@pytest.mark.parametrize(
    ("latin", "arabic", "one"),
    [
        ("Theresa", "تيريزا", True),
        ("Julius", "جوليوس", True),
        ("Berners-Lee", "بيرنرز لي", True),
        ("Waters", "ووترز", True),
        ("Hazard", "هازارد", True),
        ("Times", "توماس", False),
        ("Team Usa", "توماس", False),
        ("Paris", "بوريس", False),
        ("Olympic", "لومبوك", False),
        ("Giles", "جوليوس", False),
        ("Jones", "جوهانس", False),
        ("Robert", "روبرتو", False),
    ],
)
def test_names_that_sound_alike_have_the_same_consonants_and_no_other_vowels(
    latin: str, arabic: str, one: bool
) -> None:
    assert sound.alike(latin, fold_name(arabic)) == one


def test_a_territory_is_one_proposal_in_all_scripts() -> None:
    texts = [
        annotated("سافر الوفد إلى البرازيل أمس.", "ar", "one"),
        annotated("代表团访问巴西。代表团喜欢巴西。", "zh", "two"),
        annotated("Villagers in Brazil waited.", "en", "three"),
    ]
    (brazil,) = [one for one in suggest(texts, Authority()) if "territory" in reasons(one)]
    assert brazil.names == {"ar": "البرازيل", "en": "Brazil", "zh": "巴西"}
    assert brazil.known.startswith("CLDR")
    assert (brazil.count, brazil.documents) == (4, ("one", "three", "two"))


def test_a_nearly_known_name_is_told() -> None:
    authority = Authority({"norvik": Entity("norvik", "organization", {"en": "Norvik Holdings"})})
    text = annotated("أعلنت شركة Norvig Holdings عن خطة.", "ar", authority=authority)
    assert proposed(text, authority=authority)["Norvig Holdings"].near == "norvik"


def uncommented(block: str) -> str:
    lines = [line for line in block.splitlines() if not line.startswith("##")]
    return "\n".join(line.removeprefix("# ") for line in lines)


def test_the_block_is_undecided_and_says_what_an_entity_needs() -> None:
    text = annotated('أعلنت شركة Norvik "R&D: one" عن خطة. وقال نورفيك (Norvik) ذلك. «الجسر: الأزرق»', "ar")
    records = yaml.safe_load(proposals_as_yaml(suggest([text], Authority())))
    assert {record["decision"] for record in records} == {"open"}
    assert {record["id"] for record in records} >= {"norvik"}
    assert all(record["names"] and record["seen"] and "type" in record for record in records)
    assert proposals_as_yaml([]) == ""


def test_order_and_output_are_the_same_every_time() -> None:
    texts = [
        annotated("أعلنت شركة Norvik وKestral وBrovnik عن خطة.", "ar"),
        annotated("百度、搜狗和雪豹。", "zh", "two"),
    ]
    assert suggest(texts, Authority()) == suggest(texts, Authority())


# --- measures ---------------------------------------------------------------------------------------------------


def stated(name: str, text: str, quote: str, value: str, **more: str) -> AnnotatedDocument:
    start = text.index(quote)
    figure = Figure(start, start + len(quote), quote, "money", value, currency="USD", **more)
    at = text.index("Norvik")
    document = annotated(text, "en", name).document
    return AnnotatedDocument(document, (Mention(at, at + 6, "Norvik", "norvik", "organization"),), (figure,))


def test_equal_and_close_values_of_one_entity_are_proposed_as_a_measure() -> None:
    one = stated("one", "Norvik earned $5bn.", "$5bn", "5000000000")
    two = stated("two", "The profit of Norvik was $5.2bn.", "$5.2bn", "5200000000")
    far = stated("three", "Norvik paid $9bn.", "$9bn", "9000000000")
    (measure,) = suggest_measures([one, two, far])
    assert (measure.subject, measure.kind, measure.currency, measure.equal) == (
        "norvik",
        "money",
        "USD",
        False,
    )
    assert [(s.document, s.quote, s.nth) for s in measure.statements] == [
        ("one", "$5bn", 1),
        ("two", "$5.2bn", 1),
    ]
    (record,) = yaml.safe_load(uncommented(measures_as_yaml([measure])))
    assert record["statements"][1] == {"document": "two", "quote": "$5.2bn", "nth": 1}
    assert yaml.safe_load(measures_as_yaml([measure])) is None


def test_values_of_one_document_are_no_comparison() -> None:
    one = stated("one", "Norvik earned $5bn.", "$5bn", "5000000000")
    assert suggest_measures([one, one]) == ()


# --- models that a user has installed ------------------------------------------------------------------------------


def test_a_model_is_one_more_source(monkeypatch: pytest.MonkeyPatch) -> None:
    def pipeline(text: str) -> SimpleNamespace:
        at = text.index("rosewater")
        return SimpleNamespace(
            ents=[
                SimpleNamespace(start_char=at, end_char=at + 9, label_="ORG"),
                SimpleNamespace(start_char=0, end_char=3, label_="CARDINAL"),
            ]
        )

    spacy = ModuleType("spacy")
    spacy.load = lambda name: pipeline  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spacy", spacy)
    text = annotated("One firm.\n\nThe rosewater group sells.", "en")
    texts: Sequence[AnnotatedDocument] = [text]
    with pytest.raises(ValueError, match="substring"):
        suggest(texts, Authority(), [model_finder("spacy:xx")])
    text = annotated("The rosewater group sells.", "en")
    (proposal,) = suggest([text], Authority(), [model_finder("spacy:xx")])
    assert (proposal.form, proposal.type) == ("rosewater", "organization")
    assert proposal.reasons[0].details == ("spacy:xx",)


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("spacy:xx_ent_wiki_sm", "missing-library", "pip install spacy"),
        ("gliner:any", "missing-library", "pip install gliner"),
        ("other:any", "unknown-model", "spacy:"),
        ("spacy:", "unknown-model", "spacy:"),
    ],
)
def test_what_is_missing_is_said_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch, name: str, code: str, words: str
) -> None:
    for library in ("spacy", "stanza", "gliner"):
        monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(DataError) as caught:
        model_finder(name)
    (problem,) = caught.value.problems
    assert problem.code == code
    assert words in problem.hint


def test_a_model_that_is_not_installed_is_said_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(name: str) -> None:
        raise OSError(f"[E050] Can't find model '{name}'.")

    spacy = ModuleType("spacy")
    spacy.load = load  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spacy", spacy)
    with pytest.raises(DataError) as caught:
        model_finder("spacy:xx_ent_wiki_sm")
    assert "python -m spacy download xx_ent_wiki_sm" in caught.value.problems[0].hint


# --- how much of an archive is found from nothing ---------------------------------------------------------------------


@cache
def begun() -> tuple[Seeds, tuple[Proposal, ...]]:
    """The sources, and what is proposed for them with an empty authority file."""
    seeds, _ = read_seeds(SEEDS)
    return seeds, suggest([AnnotatedDocument(document) for document in seeds.documents], Authority())


def accepted(number: int, proposal: Proposal) -> Entity:
    """A proposal as the entity that is made of it."""
    names = dict(proposal.names) or {proposal.language: proposal.form}
    aliases = []
    for language, forms in proposal.others.items():
        name, *rest = forms if language not in names else (names[language], *forms)
        names[language] = name
        aliases += [Alias(form, language) for form in rest]
    return Entity(f"e{number}", proposal.type or "organization", names, tuple(aliases))


def test_what_is_proposed_is_found_attested() -> None:
    """With all proposals accepted, ``check`` finds no entity that no text names and no alias that none has."""
    seeds, proposals = begun()
    entities = {one.id: one for one in (accepted(n, proposal) for n, proposal in enumerate(proposals))}
    assert len(entities) > 100
    grown = replace(seeds, authority=Authority(entities, types=seeds.authority.types))
    plain = [replace(one, translations=(), record=Record()) for one in seeds.documents]
    annotator = Annotator(grown.authority)
    problems = check_attested(grown, [annotator.annotate(document)[0] for document in plain])
    wrong = [one.message for one in problems if one.code in ("never-named", "unattested-alias")]
    assert len(wrong) <= 0.02 * len(entities), wrong


ODD = {
    "a table": "ROVERS 3 1 UNITED 16 23 17\nTeam Played Won Lost Points\nAlpha Beta Gamma Delta 1 2 3 4\n"
    * 12,
    "all in capitals": "EVERY WORD OF THIS NOTICE STANDS IN CAPITALS AND NONE OF THEM IS A NAME.\n" * 12,
    "a title in every line": "The Quiet Morning After The Long Rain\nA Short Walk Along The Old Canal\n" * 12,
    "the same name on and on": "Grumbold met Grumbold. A crowd saw Grumbold and Grumbold.\n" * 40,
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_one_odd_text_does_not_dilute_the_rest(odd: str) -> None:
    """Of what is proposed without it, nine in ten stand among as many first ones, and one in ten more."""
    names = ["Norvik", "Kestral", "Brovnik", "Halvarsen", "Oduya", "Tremaine", "Castellon", "Wyndrake"]
    sentences = "A crowd met {0} there. On Friday a judge heard {0}, and officials from {1} wrote to {0}."
    texts = [
        annotated(sentences.format(one, other), "en", f"text{n}")
        for n, (one, other) in enumerate(zip(names, [*names[1:], names[0]], strict=True))
    ]
    before = {one.form for one in suggest(texts, Authority())}
    assert set(names) <= before
    after = suggest([*texts, annotated(odd, "en", "odd")], Authority())
    first = {one.form for one in after[: len(before) + 1]}
    assert len(before & first) >= 0.9 * len(before), [one.form for one in after]


def test_an_empty_authority_file_is_soon_filled() -> None:
    """Of the entities that the sources name, four in five are among the first 200 proposals."""
    seeds, proposals = begun()
    finder = NameFinder(seeds.authority)
    named: dict[str, set[str]] = {}
    for document in seeds.documents:
        for mention in finder.find(document.text, document.language, document.paragraphs)[0]:
            if mention.type != "technology":
                named.setdefault(mention.entity, set()).add(fold_name(mention.surface))
    first = {fold_name(proposal.form) for proposal in proposals[:200]}
    found = [entity for entity, forms in named.items() if forms & first]
    assert len(found) / len(named) >= 0.8, sorted(set(named) - set(found))


def test_a_word_of_the_language_that_only_sounds_like_a_name_is_not_linked_with_it() -> None:
    texts = [
        annotated("Crowds met Twitter staff there.", "en", "one"),
        annotated("كان تأثير القرار كبيرا.", "ar", "two"),
    ]
    found = proposed(*texts)
    assert "Twitter" in found
    assert "تأثير" not in found
