"""What good files say arrives where it belongs."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from build_tools.read import document_from_text, read_authority, read_document, read_seeds, record_of
from build_tools.read.schema import MODELS, json_schema
from tests.read.folder import TEXT, errors, read, seeds

RECORD = """\
title: {en: Harvest falls, ar: تراجع المحصول, zh: 收成下降}
summary: {en: The harvest fell.}
editorial: {title: machine, summary: person}
language: en-GB
source:
  publisher: daily-herald
  published: 2024-12~
  url: https://example.org/a?b=1&c=2
  byline: A. Writer
  translated_from: ar
  reprinted_from: The Other Paper
  retrieved: 2025-01-02
  note: {en: As the text says.}
rights: excerpt
excerpt: 2
story: harvest-2024
boilerplate:
  - {quote: It hired, kind: notice}
annotations:
  - {quote: 300 people, figure: {value: 30, unit: person}, note: {en: A slip.}}

  - quote: company
    nth: 1
    entity: acme
  - {quote: five, nth: all, reject: true}
"""

ENTITIES = """\
- id: acme
  type: club
  names: {en: Acme, ar: أكمي, zh: 顶点}
  aliases:
    en: [Acme Ltd, {form: AC, case: exact, needs: [harvest], scope: paragraph}]
    zh-Hant: [{form: 頂點, unless: [summit]}]
  wikidata: Q42
  identifiers: {viaf: 113230702}
  description: {en: A club.}
  relations:
    - {owner_of: acme-mill, documents: [a], quote: "its revenue rose by five percent. It hired"}
- id: old-acme
  type: organization
  names: {en: Old Acme, ar: أكمي القديمة, zh: 老顶点}
  merged_into: acme
- id: acme-mill
  type: organization
  names: {en: Acme Mill, ar: طاحونة أكمي, zh: 顶点磨坊}
"""

TYPES = "- id: club\n  names: {en: club, ar: ناد, zh: 俱乐部}\n  plural: {en: clubs, ar: أندية, zh: 俱乐部}\n  schema_org: SportsTeam\n"  # fmt: skip

MEASURES = """\
- id: hired
  subject: acme
  names: {en: People hired}
  kind: count
  unit: person
  period: month
  statements:
    - {document: a, quote: 300 people, as_of: 2024-12, basis: {en: The date of the report.}}
"""

TRANSLATION = (
    "---\nmade_by: person\ntranslator: Noor\ndate: 2025-01-03\n---\n\nقالت الشركة.\n\nووظفت\n300 شخص.\n"
)

FOLDER = {
    "a.txt": TEXT,
    "a.yml": RECORD,
    "entities/all.yml": ENTITIES,
    "types.yml": TYPES,
    "rejected.yml": "- Monday\n- 'No'\n",
    "measures.yml": MEASURES,
    "translations/ar/a.md": TRANSLATION,
}


def test_a_whole_folder_arrives(tmp_path: Path) -> None:
    found, problems = read(tmp_path, FOLDER)
    assert problems == ()
    (document,) = found.documents
    record = document.record
    assert (document.id, document.language, document.detected_language) == ("a", "en", "en")
    assert document.text == TEXT
    assert document.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert [p.boilerplate for p in document.paragraphs] == [None, "notice"]
    assert record.title == {"en": "Harvest falls", "ar": "تراجع المحصول", "zh": "收成下降"}
    assert record.editorial == {"title": "machine", "summary": "person"}
    assert (record.rights, record.excerpt, record.story, record.language) == (
        "excerpt",
        2,
        "harvest-2024",
        "en-GB",
    )
    source = record.source
    assert (source.publisher, source.published, source.retrieved) == (
        "daily-herald",
        "2024-12~",
        "2025-01-02",
    )
    assert (source.translated_from, source.reprinted_from) == ("ar", "The Other Paper")
    assert [(a.quote, a.nth, a.every, a.line) for a in record.annotations] == [("300 people", None, False, 20), ("company", 1, False, 22), ("five", None, True, 25)]  # fmt: skip
    assert record.annotations[0].figure == {"value": "30", "unit": "person"}
    (translation,) = document.translations
    assert (translation.language, translation.made_by, translation.translator) == ("ar", "person", "Noor")
    assert [translation.text[p.start : p.end] for p in translation.paragraphs] == [
        "قالت الشركة.",
        "ووظفت\n300 شخص.",
    ]
    (measure,) = found.measures
    assert (measure.subject, measure.unit, measure.period, measure.line) == ("acme", "person", "month", 1)
    assert (measure.statements[0].as_of, measure.statements[0].line) == ("2024-12", 8)


def test_the_authority_file_arrives(tmp_path: Path) -> None:
    authority, problems = read_authority(seeds(tmp_path, FOLDER))
    assert problems == ()
    acme = authority.entities["acme"]
    assert acme.identifiers == {"wikidata": "Q42", "viaf": "113230702"}
    assert [(a.form, a.language, a.case, a.needs, a.unless, a.scope) for a in acme.aliases] == [
        ("Acme Ltd", "en", "fold", (), (), "document"),
        ("AC", "en", "exact", ("harvest",), (), "paragraph"),
        ("頂點", "zh-Hant", "fold", (), ("summit",), "document"),
    ]
    assert [(r.kind, r.object, r.documents) for r in acme.relations] == [("owner_of", "acme-mill", ("a",))]
    assert authority.entities["old-acme"].merged_into == "acme"
    assert authority.entities["old-acme"].line == 12
    assert authority.types["club"].schema_org == "SportsTeam"
    assert "person" in authority.types
    assert authority.rejected == {"monday", "no"}


def test_without_entities_the_authority_is_empty(tmp_path: Path) -> None:
    authority, problems = read_authority(tmp_path)
    assert (dict(authority.entities), problems) == ({}, ())
    assert "person" in authority.types


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_are_kept_as_they_are(tmp_path: Path, end: str) -> None:
    text = f"One line, the company said.{end}{end}Another line.{end}"
    folder = seeds(tmp_path, {"a.txt": text})
    document = read_document(folder / "a.txt")
    assert document.text == text
    assert [document.text[p.start : p.end] for p in document.paragraphs] == [
        "One line, the company said.",
        "Another line.",
    ]


def test_utf_16_keeps_the_digest_of_its_bytes(tmp_path: Path) -> None:
    data = "نص قصير\n".encode("utf-16")
    folder = seeds(tmp_path, {"a.txt": data})
    document = read_document(folder / "a.txt")
    assert (document.text, document.encoding) == ("نص قصير\n", "utf-16-le")
    assert document.sha256 == hashlib.sha256(data).hexdigest()


def test_the_language_given_overrules_the_record_and_that_the_text(tmp_path: Path) -> None:
    folder = seeds(tmp_path, {"a.txt": TEXT, "a.yml": "language: fr\n"})
    record = record_of(folder / "a.txt")
    assert read_document(folder / "a.txt").language == "en"
    assert read_document(folder / "a.txt", record=record).language == "fr"
    assert read_document(folder / "a.txt", record=record, language="zh-TW").language == "zh-Hant"
    assert record_of(folder / "b.txt") is None


def test_a_text_without_a_file_is_a_document() -> None:
    document = document_from_text("x", "One.\n\nTwo.", "en")
    assert [(p.start, p.end) for p in document.paragraphs] == [(0, 4), (6, 10)]
    assert document.sha256 == hashlib.sha256(b"One.\n\nTwo.").hexdigest()


def test_documents_come_in_the_order_of_their_ids(tmp_path: Path) -> None:
    found, _ = read(tmp_path, {name: TEXT + name for name in ("b.txt", "10.txt", "B2.txt", "9.txt", "a.txt")})
    assert [d.id for d in found.documents] == ["10", "9", "B2", "a", "b"]


def test_one_name_for_two_is_a_warning_unless_a_condition_tells_them_apart(tmp_path: Path) -> None:
    two = ENTITIES.replace("[Acme Ltd,", "[Acme Ltd, Sum,") + (
        "- id: bank\n  type: club\n  names: {en: ACME, ar: بنك, zh: 银行A}\n  aliases: {en: [{form: sum, needs: [money]}]}\n"
    )
    _, problems = read(tmp_path, {**FOLDER, "entities/all.yml": two})
    assert [(p.code, p.severity) for p in problems] == [("duplicate-claim", "warning")]
    assert problems[0].message == "bank: also a name of acme: 'ACME'"


def test_cycles_are_told_once_and_chains_are_none(tmp_path: Path) -> None:
    def entity(name: str, extra: str) -> str:
        return f"- {{id: {name}, type: organization, names: {{en: Name {name}, ar: اسم {name}, zh: 名字{name}}}, {extra}}}\n"

    merged = entity("a", "merged_into: b") + entity("b", "merged_into: c") + entity("c", "merged_into: b")
    _, problems = read_authority(seeds(tmp_path, {"entities/a.yml": merged}))
    assert [(p.code, p.line) for p in problems] == [("merge-cycle", 2), ("merge-cycle", 3)]
    owned = entity("a", "relations: [{owner_of: b}]") + entity("b", "relations: [{owner_of: a}]") + entity("c", "relations: [{owner_of: b}, {competitor_of: a}]") + entity("d", "relations: [{competitor_of: c}]")  # fmt: skip
    _, problems = read_authority(seeds(tmp_path, {"entities/a.yml": owned}))
    assert [p.code for p in problems] == ["relation-cycle"]
    selfish = entity("a", "relations: [{partner_of: b}]") + entity("b", "merged_into: a")
    _, problems = read_authority(seeds(tmp_path, {"entities/a.yml": selfish}))
    assert [(p.code, p.line) for p in problems] == [("self-relation", 1)]


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        ("{en: Acme}", ["missing-name"]),
        ("{en: Acme, ar: في, zh: 顶点}", ["short-form"]),
        ("{en: Acme, ar: أكمي, zh: 顶}", ["short-form"]),
        ("{en: Acme, ar: AI, zh: X1}", []),
    ],
)
def test_an_editor_is_warned_of_names_that_are_missing_or_short(
    tmp_path: Path, names: str, codes: list[str]
) -> None:
    text = f"- id: acme\n  type: organization\n  names: {names}\n"
    _, problems = read_authority(seeds(tmp_path, {"entities/a.yml": text}))
    assert [p.code for p in problems] == codes
    assert all(p.severity == "warning" for p in problems)


def test_one_identifier_for_two_is_an_error(tmp_path: Path) -> None:
    text = "".join(f"- {{id: {name}, type: person, names: {{en: N{name}, ar: نون{name}, zh: 名{name}}}, wikidata: Q5}}\n" for name in "ab")  # fmt: skip
    _, problems = read_authority(seeds(tmp_path, {"entities/a.yml": text}))
    assert [p.code for p in errors(problems)] == ["duplicate-identifier"]


def test_ten_thousand_entities_are_read_in_time(tmp_path: Path) -> None:
    import time

    text = "".join(
        f'- id: entity-{n}\n  type: organization\n  names: {{en: "Company {n} Ltd", ar: شركة {n}, zh: 公司{n}}}\n'
        f"  aliases: {{en: [Comp {n}], zh: [{{form: 公{n}号, needs: [entity-{(n + 1) % 10_000}]}}]}}\n"
        f"  description: {{en: Company number {n}}}\n"
        for n in range(10_000)
    )
    folder = seeds(tmp_path, {"entities/a.yml": text})
    began = time.process_time()
    authority, problems = read_authority(folder)
    assert time.process_time() - began < 4
    assert (len(authority.entities), problems) == (10_000, ())


SCHEMAS = Path(__file__).parents[2] / "docs" / "assets" / "schemas"


@pytest.mark.parametrize("kind", MODELS)
def test_the_published_schema_is_the_one_that_is_checked(kind: str) -> None:
    """Renew with: archive check --schema KIND > docs/assets/schemas/KIND.json"""
    assert json.loads((SCHEMAS / f"{kind}.json").read_text("utf-8")) == json_schema(kind)


def test_only_published_schemas_lie_there() -> None:
    assert {path.stem for path in SCHEMAS.iterdir()} == set(MODELS)


def test_what_the_models_accept_the_schemas_accept(tmp_path: Path) -> None:
    """Editors read plain scalars as numbers and truths; the schemas must take them."""
    import yaml
    from jsonschema import Draft202012Validator

    for kind, text in [("record", RECORD), ("entities", ENTITIES), ("types", TYPES), ("measures", MEASURES), ("rejected", "- a\n- 12\n")]:  # fmt: skip
        validator = Draft202012Validator(json_schema(kind))
        Draft202012Validator.check_schema(json_schema(kind))
        # As YAML 1.2 editors read it: dates stay text.
        given = yaml.load(text, Loader=yaml.BaseLoader) if kind == "rejected" else _as_an_editor(text)
        assert list(validator.iter_errors(given)) == []
    assert list(Draft202012Validator(json_schema("record")).iter_errors({"titel": {"en": "a"}}))
    assert list(Draft202012Validator(json_schema("entities")).iter_errors([{"id": "a", "type": "b"}]))


def _as_an_editor(text: str) -> object:
    import yaml

    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in rules if not tag.endswith("timestamp")]
        for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text, Loader=Loader)


@pytest.mark.example
def test_the_project_s_own_seeds_are_right() -> None:
    found, problems = read_seeds(Path(__file__).parents[2] / "seeds")
    assert errors(problems) == []
    assert {d.language for d in found.documents} == {"ar", "zh"}
    assert {t.language for d in found.documents for t in d.translations} == {"ar", "en", "zh"}


def test_two_ids_with_one_address_are_refused(tmp_path: Path) -> None:
    text = "".join(f"- {{id: {name}, type: person, names: {{en: Name {name}, ar: اسم {name}, zh: 名字{name}}}}}\n" for name in ("a.b", "a-b"))  # fmt: skip
    _, problems = read_authority(seeds(tmp_path, {"entities/a.yml": text}))
    assert [p.code for p in problems] == ["id-collision"]


def test_a_publisher_that_is_nearly_an_entity_is_told(tmp_path: Path) -> None:
    record = "source: {publisher: acmme, reprinted_from: The Acme Paper}\n"
    _, problems = read(
        tmp_path, {"a.txt": TEXT, "a.yml": record, "entities/a.yml": ENTITIES, "types.yml": TYPES}
    )
    assert [(p.code, p.hint) for p in problems if p.code == "unknown-publisher"] == [("unknown-publisher", "Did you mean acme?")]  # fmt: skip


def test_a_publisher_of_many_documents_is_compared_with_the_entities_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []

    def matches(name: str, *given: object) -> list[str]:
        compared.append(name)
        return ["acme"]

    monkeypatch.setattr("build_tools.read.seeds.get_close_matches", matches)
    files = {f"{name}.{kind}": text for name in "abc" for kind, text in (("txt", TEXT), ("yml", "source: {publisher: acmme}\n"))}  # fmt: skip
    _, problems = read(tmp_path, {**files, "entities/a.yml": ENTITIES, "types.yml": TYPES})
    assert compared == ["acmme"]
    assert [p.code for p in problems if p.code == "unknown-publisher"] == ["unknown-publisher"] * 3


PROPOSALS = """\
- {decision: reject, id: monday, names: {en: On  Monday, ar: الاثنين}}
- decision: accept
  id: revenue
  type: technology
  names: {en: Revenue, ar: الإيرادات, zh: 营收}
  seen: "twice"
- {decision: accept, alias_of: acme, names: {en: company, zh: 公司}}
- {names: {en: People}, id: , type: }
"""


def test_an_editor_s_decision_on_a_proposal_is_remembered(tmp_path: Path) -> None:
    authority, problems = read_authority(seeds(tmp_path, {**FOLDER, "proposals.yml": PROPOSALS}))
    assert errors(problems) == []
    assert {"on monday", "الاثنين"} <= authority.rejected
    assert "people" not in authority.rejected
    assert authority.entities["revenue"].type == "technology"
    assert [a.form for a in authority.entities["acme"].aliases][-2:] == ["company", "公司"]
    assert set(authority.entities) == {"acme", "acme-mill", "old-acme", "revenue"}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("- {decision: accept, names: {en: A}}\n", 1, "The key id is missing|The key type is missing"),
        ("\n- {decision: yes, names: {en: A}}\n", 2, "One of: open, accept, reject"),
        ("- {decision: accept, alias_of: nobody, names: {en: A}}\n", 1, "'nobody' does not exist"),
        ("- {decision: accept, id: acme, type: person, names: {en: A, ar: أب, zh: 甲甲}}\n", 1, "already in"),
        ("- {names: {}}\n", 1, "at least one"),
        ("a: b\n", 1, "no list"),
    ],
)
def test_a_proposal_with_a_fault_is_told(tmp_path: Path, text: str, line: int, words: str) -> None:
    _, problems = read_authority(seeds(tmp_path, {**FOLDER, "proposals.yml": text}))
    found = errors(problems)
    assert found
    assert all(p.line == line and p.path.endswith("proposals.yml") for p in found)
    assert all(any(word in str(p) for word in words.split("|")) for p in found)


def test_what_refers_to_a_merged_entity_means_the_one_it_was_merged_into(tmp_path: Path) -> None:
    def entity(name: str, extra: str) -> str:
        return f"- {{id: {name}, type: organization, names: {{en: Name {name}, ar: اسم {name}, zh: 名字{name}}}{extra}}}\n"

    entities = (
        entity("new", "")
        + entity("older", ", merged_into: old")
        + entity("old", ", merged_into: new, relations: [{partner_of: other}]")
        + entity("other", ", relations: [{competitor_of: old}], aliases: {en: [{form: Othr, needs: [old], unless: [old-word]}]}")
    )  # fmt: skip
    found, problems = read_seeds(
        seeds(tmp_path, {
            "entities/a.yml": entities,
            "a.txt": "Profit rose to $5bn last year.",
            "a.yml": "source: {publisher: old, reprinted_from: A paper}",
            "measures.yml": "- {id: profit, subject: old, names: {en: Profit}, kind: money, currency: USD, statements: [{document: a, quote: $5bn}]}",
        })
    )  # fmt: skip
    assert not [problem for problem in problems if problem.severity == "error"]
    other, new = found.authority.entities["other"], found.authority.entities["new"]
    assert other.relations[0].object == "new"
    assert (other.aliases[0].needs, other.aliases[0].unless) == (("new",), ("old-word",))
    assert [(relation.kind, relation.object) for relation in new.relations] == [("partner_of", "other")]
    assert found.authority.entities["old"].relations == ()
    assert found.authority.entities["older"].merged_into == "new"
    source = found.documents[0].record.source
    assert (source.publisher, source.reprinted_from) == ("new", "A paper")
    assert found.measures[0].subject == "new"


@pytest.mark.parametrize(("line", "words"), [("type:", "The key type is empty. Fill it: person, organization"), ("", "The key type is missing. Add it: person, organization")])  # fmt: skip
def test_a_type_that_is_not_there_is_told_with_those_there_are(tmp_path: Path, line: str, words: str) -> None:
    entities = f"- id: mill\n  {line}\n  names: {{en: Mill}}\n"
    _, problems = read(tmp_path, {"a.txt": "The mill closed in May.\n", "entities/all.yml": entities})
    assert [problem for problem in problems if words in str(problem)]
