"""What the readers of figures stand on: the view of a paragraph, drafts and their numbers, the forms of nouns and of money."""

from __future__ import annotations

from fractions import Fraction

import pytest

from build_tools.annotate.figures.draft import Draft, Meaning, Number, bare_year, plain, times
from build_tools.annotate.figures.grammar import grammar
from build_tools.annotate.figures.grammar.atoms import atoms_of, with_proclitics
from build_tools.annotate.figures.grammar.forms import heads_of
from build_tools.annotate.figures.grammar.lexicon import Lexicon
from build_tools.annotate.figures.grammar.money import currency_forms, qualified_forms
from build_tools.annotate.figures.grammar.nouns import bound_duals, noun_forms, split_forms
from build_tools.annotate.figures.grammar.schema import TableError, checked, tables
from build_tools.annotate.figures.view import FIRST_HAN, left_of, right_of, spelling, view, word_before


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("5\u00a0km", "5 km"),
        ("5\u2009km", "5 km"),
        ("٣٥", "35"),
        ("ﬁve", "ﬁve"),
        ("ｋｍ", "km"),
        ("㎞", "㎞"),
        ("عـــام", "عام"),
        ("مِئة", "مئه"),
        ("5\u200f٪", "5%"),
        ("億", "亿"),
        ("A\nB", "a b"),
        ("½", "½"),
    ],
)
def test_the_view_has_one_spelling(written: str, seen: str) -> None:
    assert view(written).flat == seen


def test_the_view_leads_back_to_its_source() -> None:
    plain_one, marked = view("12 km", 7), view("مِئَة عام", 7)
    assert plain_one.outer(0, 2) == (7, 9)
    assert marked.flat == "مئه عام"
    assert marked.outer(0, 3) == (7, 12)
    assert view("مئةٌ عام", 0).outer(0, 3) == (0, 4), "a vowel sign belongs to its letter"
    assert view("5\u200f عام", 0).outer(0, 1) == (0, 1), "a mark of direction does not"
    assert view("عاـم", 0).outer(0, 2) == (0, 3), "tatweel does"
    assert marked.origin(2) == "ة"


def test_what_is_hidden_is_no_word() -> None:
    hidden = view("in Area 51 now", 10).hiding([(13, 20)])
    assert hidden.text == "in 〓〓〓〓〓〓〓 now"
    assert hidden.flat == hidden.text
    marked = view("مِئَة عام", 0).hiding([(0, 5)])
    assert marked.flat == "〓〓〓 عام"


def test_words_and_blanks_beside_a_place() -> None:
    assert word_before("about 5", 6) == "about"
    assert word_before("x about 5", 8) == "about"
    assert word_before("about-5", 6) == ""
    assert word_before("5", 0) == word_before(" 5", 1) == ""
    assert word_before("a 5", 2) == "a"
    assert word_before("b, 5", 3) == ""
    assert word_before("w" * 30 + " 5", 31) == "w" * 20
    assert left_of("a   b", 4) == 1
    assert left_of("   b", 3) == 0
    assert right_of("a   b", 1) == 4
    assert right_of("a   ", 1) == 4
    assert FIRST_HAN == "一"


def _number(**kept: object) -> Number:
    return Number(**{"start": 0, "end": 1, "value": Fraction(5), "trail": "digits", **kept})  # type: ignore[arg-type]


def _draft(**kept: object) -> Draft:
    made = {"start": 0, "end": 4, "number_start": 0, "number_end": 4, "kind": "count", "trail": "digits"}
    return Draft(**{**made, **kept})  # type: ignore[arg-type]


def test_a_bare_number_is_digits_without_scale() -> None:
    assert _number(digits=True).bare
    assert not _number().bare
    assert not _number(digits=True, scale=Fraction(1000)).bare
    assert not _number(digits=True, form="fraction").bare
    assert (_number().scale, _number().grouped, _number().sure, _number().doubtful) == (
        1,
        False,
        False,
        False,
    )


def test_a_draft_says_what_it_is() -> None:
    assert _draft().naked
    assert not _draft(suffixed=True).naked
    assert not _draft(kind="money").naked
    assert not _draft(form="fraction").naked
    assert _draft(value=Fraction(7)).top == 7
    assert _draft(low=Fraction(1), high=Fraction(3)).top == 3
    assert _draft(kind="date", value="2019-05").top is None
    assert _draft(table="minor").minor
    assert not _draft(table="measure").minor
    assert (_draft().bound_start, _draft().bound_end, _draft().scale, _draft().noun) == (-1, -1, 1, False)
    assert _draft(start=6).reach == 6
    assert _draft(start=6, bound_start=0).reach == 0
    assert _draft(start=6, bound_start=6).reach == 6
    assert _draft(start=6, bound_start=9).reach == 6


@pytest.mark.parametrize(
    ("meaning", "told"),
    [
        (Meaning("count", "person", table="word", row="person"), "noun:person"),
        (Meaning("count", "kilometre", table="measure", row="kilometre"), "measure:kilometre"),
        (Meaning("percent", table="percent"), "percent"),
    ],
)
def test_a_meaning_is_told_by_its_table_and_row(meaning: Meaning, told: str) -> None:
    assert meaning.told == told
    assert (meaning.factor, meaning.assumed) == (1, False)


def test_a_bare_year_has_four_digits_and_counts_nothing() -> None:
    assert bare_year(_draft(value=Fraction(1900)))
    assert bare_year(_draft(value=Fraction(2099)))
    assert not bare_year(_draft(value=Fraction(1899)))
    assert not bare_year(_draft(value=Fraction(2100)))
    assert not bare_year(_draft(value=Fraction(1950), unit="person"))
    assert not bare_year(_draft(value=Fraction(1950), kind="money"))
    assert not bare_year(_draft(value=Fraction(1950), number_end=5)), "1,950"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, None),
        ("2019-05", "2019-05"),
        (Fraction(12), "12"),
        (Fraction(5, 4), "1.25"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(1, 3), "0." + "3" * 28),
        (Fraction(-1, 3 * 10**40), "0"),
        (Fraction(1, 10**60), "0." + "0" * 59 + "1"),
        (Fraction(1, 2**61), plain(Fraction(round(Fraction(10**28, 2**61)), 10**28))),
        (Fraction(1, 10**61), "0"),
    ],
)
def test_a_value_is_written_as_a_plain_decimal(value: Fraction | str | None, written: str | None) -> None:
    assert plain(value) == written


def test_what_is_no_number_is_not_multiplied() -> None:
    assert times(Fraction(3), Fraction(2)) == 6
    assert times("2019", Fraction(2)) == "2019"
    assert times(None, Fraction(2)) is None


ARABIC = tables("ar")


def _forms(
    listed: str | list[str], definite: str = "ال", *, dual: bool = False, without: str = ""
) -> set[str]:
    return set(noun_forms(listed, definite, ARABIC.inflection, dual=dual, without=frozenset(without.split())))


def test_a_noun_stands_in_all_its_forms() -> None:
    assert _forms("كتاب كتب") == {
        f"{article}{form}"
        for article in ("", "ال")
        for form in ("كتاب", "كتب", "كتابا", "كتبا", "كتابان", "كتابين")
    }
    assert noun_forms("book books", "", tables("en").inflection, dual=False) == ["book", "books"]
    assert _forms("") == set()
    assert _forms("كتاب كتب;قلم أقلام") == _forms("كتاب كتب") | _forms("قلم أقلام")
    assert _forms(["كتاب", "كتب"]) == _forms("كتاب كتب")


def test_no_tanwin_stands_on_a_phrase_or_after_a_feminine_ending() -> None:
    assert "سفينها" not in _forms("سفينة سفن")
    assert "سفنا" in _forms("سفينة سفن")
    assert {"سيارة_إسعاف", "ركله جزاءا", "ركله جزاء"} & _forms("ركلة_جزاء") == {"ركله جزاء"}
    assert not any(form.endswith("جزاءا") for form in _forms(["ركلة جزاء"]))
    assert split_forms("ركن_جانب", ARABIC.inflection) == (["ركن جانب"], [])


def test_the_dual_of_a_noun() -> None:
    assert _forms("كتاب كتب", "", dual=True) == {"كتابان", "كتابين"}
    assert _forms("سفينة سفن", "", dual=True) == {"سفينتان", "سفينتين"}
    assert _forms("كتاب كتب", "", dual=True, without="كتاب") == set()
    assert _forms("مهندس مهندسين", "", dual=True) == set(), "the plural looks the same"
    assert _forms("يد أيد", "", dual=True) == set(), "two letters are too few"
    assert _forms("ركلة_جزاء", "", dual=True) == set(), "of two words the first changes"


def test_singulars_and_plurals_are_told_apart() -> None:
    ones, many = split_forms("كتاب كتب; سفينة سفن", ARABIC.inflection)
    assert ones == ["كتاب", "كتابا", "سفينه"]
    assert set(many) == {"كتب", "كتابان", "كتابين", "سفن", "سفينتان", "سفينتين"}
    assert split_forms("كتاب كتب;", ARABIC.inflection) == split_forms("كتاب كتب", ARABIC.inflection)
    assert split_forms(["كتاب", "كتب"], ARABIC.inflection) == split_forms("كتاب كتب", ARABIC.inflection)


def test_the_first_of_two_words_stands_in_the_dual() -> None:
    made = {
        first for first, second in bound_duals("ركلة_جزاء ركلات_جزاء", ARABIC.inflection) if second == "جزاء"
    }
    assert made == {"ركلتا", "ركلتي"}
    assert {first for first, _ in bound_duals("نقطه_أساس", ARABIC.inflection)} == {"نقطتا", "نقطتي"}
    assert {first for first, _ in bound_duals("برج_مراقبة", ARABIC.inflection)} == {"برجا", "برجي"}
    assert bound_duals("كتاب كتب", ARABIC.inflection) == []
    assert bound_duals("نقطة_مئوية", ARABIC.inflection) == [], "an adjective stands in the dual itself"
    assert bound_duals("حكم_كرة_قدم", ARABIC.inflection) == [], "of three words none is listed"


def test_money_of_a_country_agrees_with_its_noun() -> None:
    money = ARABIC.money.model_copy(
        update={"qualified": {"egp": ["جنيه جنيهات مصري"], "sek": ["كرونة كرونات سويدي"]}}
    )
    forms = {form: meaning.currency for form, meaning in qualified_forms(money, "ال", ARABIC.inflection)}
    of_egypt = {form for form, code in forms.items() if code == "EGP" and not form.startswith("ال")}
    of_sweden = {form for form, code in forms.items() if code == "SEK" and not form.startswith("ال")}
    assert of_egypt == {"جنيه مصري", "جنيهات مصريه", "جنيهان مصريان", "جنيهين مصريين"}
    assert of_sweden == {"كرونه سويديه", "كرونات سويديه", "كرونتان سويديتان", "كرونتين سويديتين"}
    assert forms["الجنيهات المصريه"] == "EGP"


def test_before_a_number_arabic_has_signs_of_money_only() -> None:
    before = {form for form, _ in currency_forms("ar", "before", ARABIC)}
    after = {form for form, _ in currency_forms("ar", "after", ARABIC)}
    assert {"usd", "$", "€"} <= before
    assert before < after
    assert not {form for form in before if not form.isascii() and (form.isalpha() or " " in form)}


def test_what_kind_of_number_a_word_is() -> None:
    atoms = atoms_of(tables("en").numerals)
    kinds = {
        "zero": "zero",
        "nine": "unit",
        "ten": "teen",
        "nineteen": "teen",
        "twenty": "ten",
        "hundred": "times100",
    }
    assert {word: atoms[word].kind for word in kinds} == kinds


def test_an_article_loses_its_first_letter_after_the_last_preposition_alone() -> None:
    leads = with_proclitics(["عام"], "وفبكل", "ال")
    assert leads["للعام"] == 1
    assert leads["وللعام"] == 2
    assert leads["بالعام"] == 1
    assert {"بلعام", "كلعام", "ولعام"} & set(leads) == {"ولعام"}
    assert leads["ولعام"] == 2, "and for, without an article"
    assert set(with_proclitics(["عام"], "وفبكل", "")) & {"العام", "للعام"} == set()


def test_only_a_language_with_an_article_has_nouns_before_their_number() -> None:
    assert heads_of(tables("en")) == ({}, {})
    plurals, singulars = heads_of(ARABIC)
    assert {"سنوات", "السنوات"} <= set(plurals)
    assert {"سنه", "السنه"} <= set(singulars)
    assert not set(plurals) & set(singulars)


def test_a_listed_form_never_ends_inside_a_word() -> None:
    forms = Lexicon({"km": 1, "$": 2, "万": 3, "us$": 4}, proclitics="و")
    assert forms.at("5 km.", 2) == (1, 4)
    assert forms.at("5 kmh", 2) is None
    assert forms.at("km", 2) is None
    assert forms.at("k", 0) is None
    assert forms.at("万人", 0) == (3, 1)
    assert forms.before("5 km", 4) == (1, 2)
    assert forms.before("5 akm", 5) is None
    assert forms.before("km", 0) is None
    assert forms.before("a$", 2) == (2, 1)
    assert forms.before("us$", 3) == (4, 0)
    assert Lexicon({"عام": 1}, proclitics="وب").before("وبعام", 5) == (1, 2)
    assert Lexicon({"عام": 1}, proclitics="وب").before("ووبعام", 6) is None


def test_a_language_without_tables_is_no_fault_of_a_table() -> None:
    with pytest.raises(KeyError):
        tables("xx")
    raw = {"numerals": {}, "bogus": 1}
    with pytest.raises(TableError) as told:
        checked(raw, "figures.yml")
    assert "figures.yml: bogus: unknown key" in str(told.value)
    assert "figures.yml: percent: Field required" in str(told.value)


def test_the_dual_of_money_is_known_by_its_proclitics() -> None:
    skip, meaning = grammar("ar").duals[spelling("بدولارين")]
    assert (skip, meaning.currency) == (1, "USD")
