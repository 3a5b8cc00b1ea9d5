"""Which language a text is in."""

from __future__ import annotations

import pytest

from build_tools.read.language import SAMPLE, _sample, detect
from build_tools.read.tags import fault, shortest

TEXTS = [
    ("ar", "قالت وزارة الزراعة يوم الاثنين إن المحصول تراجع هذا العام بسبب الجفاف في الشمال."),
    ("ar", "إزيك عامل إيه النهارده؟ الجو حر أوي والميه قليلة في البلد."),
    ("ar", "شلونك اليوم؟ شفت المباراة أمس؟ والله الفريق لعب زين."),
    ("ar", "وقّعت شركة Siemens عقدا مع مصر لبناء محطة كهرباء في Beni Suef بقيمة ملياري يورو."),
    ("ar", "افتتحت سلسلة كارفور فرعا جديدا قرب چنيڤ، وأعلنت پيجو عن سيارة جديدة أمام جمهور كبير في المعرض الدولي."),
    ("fa", "وزارت کشاورزی روز دوشنبه اعلام کرد که برداشت محصول امسال به دلیل خشکسالی کاهش یافته است."),
    ("ur", "وزارت زراعت نے پیر کو کہا کہ خشک سالی کی وجہ سے اس سال فصل کم ہوئی ہے۔"),
    ("zh", "农业部星期一表示，今年的收成因干旱而下降。"),
    ("zh", "中国"),
    ("zh", "Airbus与中国东方航空签署A320neo飞机采购协议"),
    ("zh-Hant", "農業部星期一表示，今年的收成因乾旱而下降。"),
    ("zh-Hant", "台灣"),
    ("zh-Hant", "中華職棒昨天在台北大巨蛋開打，吸引兩萬名球迷進場。"),
    ("ja", "農業省は月曜日、今年の収穫は干ばつのため減少したと発表した。"),
    ("ko", "농업부는 월요일 올해 수확이 가뭄으로 줄었다고 밝혔다."),
    ("en", "The ministry of agriculture said on Monday that the harvest fell because of drought."),
    ("en", "Profit up 5%"),
    ("en", "In Beijing, the word 豆包 is on everybody's lips, but few know that it once was a kind of bun sold at stations."),
    ("fr", "Le ministère de l'Agriculture a annoncé lundi que la récolte avait diminué à cause de la sécheresse."),
    ("de", "Das Landwirtschaftsministerium teilte am Montag mit, dass die Ernte wegen der Dürre gesunken sei."),
    ("es", "El Ministerio de Agricultura anunció el lunes que la cosecha disminuyó debido a la sequía."),
    ("tr", "Tarım Bakanlığı pazartesi günü hasadın kuraklık nedeniyle azaldığını açıkladı."),
    ("id", "Kementerian Pertanian mengatakan pada hari Senin bahwa panen menurun karena kekeringan."),
    ("ru", "Министерство сельского хозяйства сообщило в понедельник, что урожай снизился из-за засухи."),
    ("uk", "Міністерство сільського господарства повідомило в понеділок, що врожай знизився через посуху."),
    ("hi", "कृषि मंत्रालय ने सोमवार को कहा कि सूखे के कारण इस साल फसल कम हुई।"),
    ("he", "משרד החקלאות הודיע ביום שני כי היבול ירד בגלל הבצורת."),
    ("el", "Το υπουργείο ανακοίνωσε τη Δευτέρα ότι η συγκομιδή μειώθηκε."),
    ("und", "2024 – 5.5 %"),
    ("und", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_the_language_is_told(language: str, text: str) -> None:
    assert detect(text) == language
    assert detect(text * 30) == language


@pytest.mark.parametrize(
    ("tag", "short"),
    [("ar", "ar"), ("ar-EG", "ar"), ("AR-sa", "ar"), ("zh", "zh"), ("zh-CN", "zh"), ("zh-Hans-SG", "zh"), ("zh-TW", "zh-Hant"), ("zh-HK", "zh-Hant"), ("zh-Hant", "zh-Hant"), ("zh-hant-tw", "zh-Hant"), ("zh-Hans-HK", "zh"), ("cmn-Hant", "zh-Hant"), ("en-GB", "en"), ("sr-Latn", "sr-Latn"), ("ar-Arab", "ar"), ("es-419", "es")],
)  # fmt: skip
def test_a_tag_has_one_shortest_form(tag: str, short: str) -> None:
    assert fault(tag) is None
    assert shortest(tag) == short


@pytest.mark.parametrize("tag", ["", "english", "xx", "zh-Xxxx", "en-XX", "zh_CN", "e", "ar-", "-ar", "中文"])
def test_what_is_no_tag_is_told(tag: str) -> None:
    assert fault(tag)


SHORT = [
    ("Müller: Dinamo beat Sparta in Minsk", "en"),
    ("Nestlé names finance chief", "en"),
    ("Malmö beat Brøndby 3-1", "en"),
    ("Škoda recalls 5,000 cars", "en"),
    ("La banque relève ses taux directeurs de 0,5 point", "fr"),
    ("El puerto reabre mañana tras la huelga de los estibadores", "es"),
    ("Der Hafen öffnet am Montag nach dem Streik wieder", "de"),
    ("ارتفعت الأسعار 3 %", "ar"),
    ("港口星期一重开", "zh"),
    ("Порт снова откроется в понедельник", "ru"),
]
"""Titles and lines of a few words."""


@pytest.mark.parametrize(("text", "language"), SHORT)
def test_few_words_are_of_a_language_that_can_be_read_unless_another_is_clear(
    text: str, language: str
) -> None:
    assert detect(text) == language


def test_a_long_text_is_sampled_at_its_beginning_its_middle_and_its_end() -> None:
    text = "a" * SAMPLE + "b" + "c" * SAMPLE
    first, middle, last = _sample(text).split("\n")
    assert (set(first), middle[0], set(middle[1:]), set(last)) == ({"a"}, "b", {"c"}, {"c"})
    assert _sample("a" * SAMPLE) == "a" * SAMPLE
