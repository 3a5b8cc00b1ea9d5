"""Languages, currencies and adjectives of countries that the CLDR knows: proposed, accepted, and found as such."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.annotate import Annotator
from build_tools.annotate.suggest import suggest, terms
from build_tools.model import AnnotatedDocument, Authority, Entity
from build_tools.read import read_seeds
from tests.cli.command import archive
from tests.names.test_suggest import annotated

FRENCH = Entity("french", "language", {"en": "French", "ar": "الفرنسية", "zh": "法语"})
FRANCE = Entity("france", "place", {"en": "France", "ar": "فرنسا", "zh": "法国"})
DOLLAR = Entity("dollar", "currency", {"en": "US dollar", "ar": "دولار أمريكي", "zh": "美元"})


def known(*texts: AnnotatedDocument) -> dict[str, tuple[str, dict[str, str]]]:
    return {one.names["en"]: (one.type, dict(one.names)) for one in suggest(texts, Authority()) if one.known}


def test_a_language_and_a_currency_are_one_proposal_in_all_languages() -> None:
    found = known(
        annotated("He had learned Swahili. The euro fell.", "en", "one"),
        annotated("تراجع اليورو قليلا.", "ar", "two"),
        annotated("她用斯瓦希里语说，欧元上涨。", "zh", "three"),
    )
    assert found == {
        "Swahili": ("language", {"ar": "السواحلية", "en": "Swahili", "zh": "斯瓦希里语"}),
        "euro": ("currency", {"ar": "يورو", "en": "euro", "zh": "欧元"}),
    }


def test_an_adjective_is_a_further_name_of_its_country() -> None:
    (peru,) = [
        one for one in suggest([annotated("The Peruvian minister left.", "en")], Authority()) if one.known
    ]
    assert (peru.names["en"], peru.others, peru.type) == ("Peru", {"en": ("Peruvian",)}, "place")


def test_adjectives_are_made_of_the_names_of_one_country() -> None:
    made = terms.adjectives()
    assert (made["PL"], made["EG"], made["KR"]) == (("Polish",), ("Egyptian",), ("South Korean",))
    every = [word for words in made.values() for word in words]
    assert len(every) == len(set(every)) > 100
    assert not {"English", "Arabic", "Gold", "Peru", "Norwegian Bokmål"} & set(every)


def test_a_currency_that_is_part_of_an_amount_is_not_proposed() -> None:
    document = annotated("The firm paid 40 million euros.", "en").document
    assert not known(Annotator(Authority()).annotate(document)[0])


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "She speaks French, and wrote in French.", ["French", "French"]),
        ("en", "Most French-speaking towns and French speakers agreed.", ["French", "French"]),
        ("en", "The French minister ate French bread in French towns.", []),
        ("ar", "تحدث باللغة الفرنسية ثم كتب بالفرنسية.", ["الفرنسية", "الفرنسية"]),
        ("ar", "وصلت الوزيرة الفرنسية إلى الشركة الفرنسية.", []),
        ("zh", "他用法语发言，法国代表没有回应。", ["法语"]),
    ],
)
def test_a_language_is_told_from_the_adjective(language: str, text: str, found: list[str]) -> None:
    mentions = (
        Annotator(Authority({"french": FRENCH})).annotate(annotated(text, language).document)[0].mentions
    )
    assert [mention.surface for mention in mentions] == found


def test_a_language_beside_its_cue_is_not_the_country_of_that_adjective() -> None:
    france = Entity("france", "place", {"en": "France"}, aliases=(terms.Alias("French", "en"),))
    document = annotated("He spoke French with the French minister.", "en").document
    mentions = Annotator(Authority({"french": FRENCH, "france": france})).annotate(document)[0].mentions
    assert [mention.entity for mention in mentions] == ["french", "france"]


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        ("en", "It cost 40 million US dollars. Then the US dollar fell.", ["US dollar"]),
        ("zh", "售价四百万美元。随后美元下跌。", ["美元"]),
    ],
)
def test_an_amount_keeps_its_currency(language: str, text: str, kept: list[str]) -> None:
    done = Annotator(Authority({"dollar": DOLLAR})).annotate(annotated(text, language).document)[0]
    assert [mention.surface for mention in done.mentions] == kept
    assert [figure.kind for figure in done.figures] == ["money"]


def test_what_is_accepted_is_found_in_the_texts(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Crowds in Peru spoke Swahili.\nThe euro fell there.\n")
    done = archive("suggest", "--seeds", ".", "--all-known", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    seeds, problems = read_seeds(tmp_path)
    assert not [problem for problem in problems if problem.severity == "error"]
    (document,) = seeds.documents
    mentions = Annotator(seeds.authority).annotate(document)[0].mentions
    assert [(m.surface, m.type) for m in mentions] == [
        ("Peru", "place"),
        ("Swahili", "language"),
        ("euro", "currency"),
    ]
    assert "CLDR" in (tmp_path / "entities" / "currencies.yml").read_text()


def test_varieties_and_codes_for_no_language_are_left_out() -> None:
    codes = set(terms.tongues().entities)
    assert {"de", "ar", "zh", "gsw"} <= codes
    assert codes.isdisjoint({"de-AT", "de_AT", "zh_Hans", "und", "mul", "zxx", "root"})
    assert all(code.isalpha() and len(code) <= 3 for code in codes)
