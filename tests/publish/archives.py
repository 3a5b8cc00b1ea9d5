"""Archives to build: of every text that the tests have, and of random parts put together by hypothesis."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

TESTS = Path(__file__).parents[1]
_MARKED = re.compile(r"⟦([^|⟧]*)\|[^⟧]+⟧")

BITS = [
    "The company said on Monday that its revenue rose by five percent", "قالت الشركة يوم الاثنين إن إيراداتها ارتفعت", "公司星期一表示，收入增长5%",
    "Harbour Bank", "بنك الميناء", "港口银行", "Studio 54", "百度", "字节", "2025", "300 million dollars", "٣٫٥ مليون دولار", "3.5亿元",
    "5 million million million million million million dollars", "2^99", "1/0", "0/0", "-0", "½", "②", "³", "Ⅻ", "〇", "٪", "9" * 40,
    "on 31 February 2024", "2024-02-30", "30 فبراير", "2月30日", "in the third quarter of 2024", "the 1990s", "220 BC", "1445هـ",
    "{{ x }}", "{% raw %}", "<script>alert(1)</script>", "<!-- x -->", "&amp;", "```", "---", "# head", "| a | b |", "[x](y)", "![x](y)", "--8<-- \"x\"",
    "http://a.b/c?d=e#f", "a@b.c", "\\", "$x$", "*", "_", "~~", ":smile:", "^[1]", "[^1]: x", "\u202e", "\u200f", "\u200b", "\u0640", "\ufeff",
    "e\u0301", "😀", "𠮷", "\u2028", "x" * 300, "«", "»", "“", "”", "(", ")", "،", "。", ".", "\t",
]  # fmt: skip
WORDS = [bit for bit in BITS if bit.isprintable()]
"""Those that a record can hold as they are."""
_WORDS = st.lists(st.sampled_from(BITS), min_size=1, max_size=8).map(" ".join)
_LINES = st.lists(st.lists(st.sampled_from(BITS), min_size=1, max_size=8), min_size=1, max_size=4)
_IDS = ("a", "b.c", "نهر", "河-1", "D_2")
_LANGUAGES = ("en", "ar", "zh", "zh-Hant", "fr")
_DATES = ("2024-12-06", "2024-12~", "2024?", "../2024", "2024-33", "195X", "-0043", "2024-02/2025")
_ENTITIES = ("harbour-bank", "baidu", "studio-54", "zh.jie", "m1")


def _localized(words: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(st.sampled_from(_LANGUAGES), words, min_size=1, max_size=3)


def _some(**parts: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping with any of the keys."""
    return st.fixed_dictionaries({}, optional=parts)


_FIGURE = _some(
    kind=st.sampled_from(["money", "count", "date", "percent", "rank", "ratio", "duration"]),
    value=st.sampled_from(["5", "-2.5", "0", "9" * 90]),
    currency=st.sampled_from(["USD", "CNY"]),
    unit=st.sampled_from(["chip", "year", "odd-thing"]),
    modifier=st.sampled_from(["exact", "vague", "about"]),
)
_RECORD = _some(
    title=_localized(_WORDS),
    summary=_localized(_WORDS),
    language=st.sampled_from(_LANGUAGES),
    editorial=st.just({"title": "machine"}),
    source=_some(
        publisher=_WORDS | st.sampled_from(_ENTITIES),
        published=st.sampled_from(_DATES),
        byline=_WORDS,
        translated_from=st.sampled_from(_LANGUAGES),
        reprinted_from=_WORDS,
        retrieved=st.sampled_from(_DATES),
        note=_localized(_WORDS),
    ),
    rights=st.sampled_from(["full", "withheld"]),
    story=st.sampled_from(["s", "t"]),
)  # fmt: skip
_ENTITY = st.fixed_dictionaries(
    {
        "id": st.sampled_from(_ENTITIES),
        "type": st.sampled_from(["organization", "place", "person"]),
        "names": _localized(st.sampled_from(BITS)),
    },
    optional={"description": _localized(_WORDS)},
)
_FIGURES = ("300 million dollars", "3.5亿元", "٣٫٥ مليون دولار")


def _annotations(quotes: list[str], entities: list[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """An editor's annotations of words that stand in the text."""
    quote = {"quote": st.sampled_from(quotes), "nth": st.just("all")}
    kinds: list[st.SearchStrategy[dict[str, Any]]] = [st.fixed_dictionaries({**quote, "figure": _FIGURE})]
    if entities:
        named = {**quote, "entity": st.sampled_from(entities)}
        kinds.append(st.fixed_dictionaries(named, optional={"note": _localized(_WORDS)}))
    return st.lists(st.one_of(kinds), max_size=2)


@st.composite
def archives(draw: st.DrawFn) -> dict[str, str]:
    """The files of a folder of seeds, by path; mostly without faults."""
    files: dict[str, str] = {}
    listed = draw(st.lists(_ENTITY, max_size=3, unique_by=lambda entity: str(entity["id"])))
    entities = [str(entity["id"]) for entity in listed]
    files["entities/all.yml"] = as_yaml(listed)
    statements = []
    for name in draw(st.lists(st.sampled_from(_IDS), min_size=1, max_size=3, unique=True)):
        lines = draw(_LINES)
        language = draw(st.sampled_from(_LANGUAGES))
        record = draw(_RECORD) if draw(st.booleans()) else {}
        words = [bit for line in lines for bit in line if bit.isprintable() and bit.strip() == bit]
        if words and draw(st.booleans()):
            record["annotations"] = draw(_annotations(words, entities))
        files[f"{name}.txt"] = "\n".join(map(" ".join, lines))
        files[f"{name}.yml"] = as_yaml({"language": language, **record})
        statements += [{"document": name, "quote": word, "nth": "1"} for word in words if word in _FIGURES]
    if statements and entities and draw(st.booleans()):
        measure = {"id": "m", "subject": entities[0], "names": draw(_localized(_WORDS)), "kind": "money"}
        files["measures.yml"] = as_yaml([{**measure, "statements": statements}])
    return files


def as_yaml(data: Any) -> str:
    """JSON is YAML."""
    return json.dumps(data, ensure_ascii=False)


def of_vectors() -> Iterator[tuple[str, str, str]]:
    """Name, language and text of a document for each file of vectors, with a paragraph for each vector."""
    for path in sorted((TESTS / "figures" / "vectors").glob("*/*.tsv")):
        rows = [row.removeprefix("! ").partition("\t")[0] for row in path.read_text("utf-8").splitlines()]
        texts = [row.replace("\\n", "\n") for row in rows if row and not row.startswith("#")]
        yield f"figures-{path.parent.name}-{path.stem}", path.parent.name, "\n\n".join(texts)
    for path in sorted((TESTS / "names" / "vectors").glob("*.yml")):
        if path.name == "authority.yml":
            continue
        texts_of: dict[str, list[str]] = {}
        for block in yaml.safe_load(path.read_text("utf-8")):
            texts = texts_of.setdefault(block["language"], [])
            texts.extend(
                _MARKED.sub(r"\1", text if isinstance(text, str) else text["gap"]) for text in block["texts"]
            )
        for language, texts in texts_of.items():
            yield f"names-{path.stem}-{language}", language, "\n\n".join(texts)


def authority_of_vectors() -> list[Mapping[str, Any]]:
    return list(yaml.safe_load((TESTS / "names" / "vectors" / "authority.yml").read_text("utf-8")))
