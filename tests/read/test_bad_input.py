"""Each bad file: the one line that is said of it, and nothing lost beside it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from build_tools.cli.whole import check_seeds
from build_tools.read import read_seeds
from tests.read.folder import TEXT, errors, read, seeds

GOOD = {"good.txt": TEXT}
ENTITY = "- id: acme\n  type: organization\n  names: {en: Acme, ar: أكمي, zh: 顶点}\n"
TWO = "- id: two\n  type: product\n  names: {en: Two, ar: اثنان, zh: 二号}\n"

ASKED = {"entities/a.yml": ENTITY}
MEASURED = "".join(
    f"- {{id: {key}, kind: count, unit: person, period: day, subject: acme, names: {{en: M}}, statements: [{{document: good, quote: 300 people}}]}}\n"
    for key in "mk"
)

BAD: list[tuple[str, dict[str, str | bytes], str, int, str]] = [
    # what is bad, the files, the file named, the line, a part of the line printed
    ("an empty text", {"a.txt": ""}, "a.txt", 0, "[empty]"),
    ("only white space", {"a.txt": " \n\u3000\n"}, "a.txt", 0, "[empty]"),
    ("only a signature", {"a.txt": b"\xef\xbb\xbf"}, "a.txt", 0, "[empty]"),
    ("another encoding", {"a.txt": "قالت الوزارة إن الحصاد تراجع هذا العام بسبب الجفاف في المناطق الشمالية".encode("cp1256")}, "a.txt", 1, "iconv -f WINDOWS-1256"),
    ("a picture", {"a.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00\x01" * 40}, "a.txt", 3, "zero bytes|UTF-16"),
    ("a control character", {"a.txt": "one\ntwo \x1b[31m"}, "a.txt", 2, "U+001B"),
    ("no letters", {"a.txt": "2024 – 5.5 %\n"}, "a.txt", 0, "language: into a.yml"),
    ("a reserved name", {"index.txt": TEXT}, "index.txt", 0, "is reserved"),
    ("a name with a sign that addresses have", {"50%.txt": TEXT}, "50%.txt", 0, "'%' cannot stand"),
    ("two names that are one address", {"a.b.txt": TEXT, "a-b.txt": TEXT + "x"}, "a.b.txt", 0, "same address"),
    ("two names but for case", {"News.txt": TEXT, "news.txt": TEXT + "x"}, "news.txt", 0, "News would have the same"),
    ("another ending", {"a.TXT": TEXT}, "a.TXT", 0, "Write the ending as .txt"),
    ("a page to convert", {"a.html": "<p>a"}, "a.html", 0, "archive add a.html"),
    ("a file of another kind", {"a.csv": "a,b"}, "a.csv", 0, "[unknown-file]"),
    ("a hidden text", {".a.txt": TEXT}, ".a.txt", 0, "Hidden files"),
    ("a text in two folders", {"2024/a.txt": TEXT, "2025/a.txt": TEXT + "More."}, "2025/a.txt", 0, "[id-collision]"),
    ("a record in another folder", {"2024/a.txt": TEXT, "a.yml": "story: s\n"}, "a.yml", 0, "Its text lies in another folder"),
    ("a hidden folder", {".git/a.txt": TEXT}, ".git", 0, "Hidden files"),
    ("a record without a text", {"b.yml": "rights: full\n"}, "b.yml", 0, "no text b.txt"),
    ("an empty record", {"good.yml": " \n"}, "good.yml", 0, "[empty]"),
    ("a record that is a list", {"good.yml": "- a\n"}, "good.yml", 1, "a mapping (key: value)"),
    ("a record that is no YAML", {"good.yml": "title: {en: a\n"}, "good.yml", 2, "[bad-yaml]"),
    ("a record in another encoding", {"good.yml": "title: {ar: نص}".encode("cp1256")}, "good.yml", 1, "[encoding]"),
    ("a key that is misspelt", {"good.yml": "rights: full\ntitel: {en: a}\n"}, "good.yml", 2, "Did you mean title?"),
    ("a key that is misspelt within", {"good.yml": "source:\n  url: http://a.b\n  publishd: 2024\n"}, "good.yml", 3, "Did you mean published?"),
    ("a key twice", {"good.yml": "rights: full\nrights: excerpt\n"}, "good.yml", 2, "first in line 1"),
    ("a date that does not exist", {"good.yml": "source:\n  published: 2024-02-30\n"}, "good.yml", 2, "no such day"),
    ("a date as people write it", {"good.yml": "source: {published: 6 Dec 2024}\n"}, "good.yml", 1, "is no EDTF date; write it like 2024-12-06"),
    ("a language that is none", {"good.yml": "language: english\n"}, "good.yml", 1, "is no language tag"),
    ("a title in no language", {"good.yml": "title: {xx: a}\n"}, "good.yml", 1, "no language has the tag 'xx'"),
    ("a title that is a list", {"good.yml": "title: [Harvest]\n"}, "good.yml", 1, "a list is not a mapping"),
    ("a tag without a letter", {"good.yml": "tags: [a, '--']\n"}, "good.yml", 1, "no letter or digit"),
    ("a division that is unknown", {"good.yml": "paragraphs: line\n"}, "good.yml", 1, "Did you mean lines?"),
    ("a part that says nothing", {"good.yml": "parts: [{quote: The}]\n"}, "good.yml", 1, "needs language or kind"),
    ("a part that begins nowhere", {"good.yml": "parts: [{quote: Nothing, kind: verse}]\n"}, "good.yml", 1, "No paragraph begins with"),
    ("an empty title", {"good.yml": "title: {en: }\n"}, "good.yml", 1, "nothing is not a text"),
    ("rights that are unknown", {"good.yml": "rights: none\n"}, "good.yml", 1, "One of: full, excerpt, withheld"),
    ("an excerpt of nothing", {"good.yml": "excerpt: 0\n"}, "good.yml", 1, "from 1 up"),
    ("an excerpt of a text that is shown in full", {"good.yml": "title: {en: a}\nexcerpt: 2\n"}, "good.yml", 2, "excerpt: 2 is for rights: excerpt"),
    ("a number that is none", {"good.yml": "excerpt: two\n"}, "good.yml", 1, "a whole number"),
    ("an address that runs", {"good.yml": "source: {url: 'javascript:alert(1)'}\n"}, "good.yml", 1, "is no web address"),
    ("an annotation that says nothing", {"good.yml": "annotations:\n  - {quote: Monday}\n"}, "good.yml", 2, "exactly one of"),
    ("an annotation that says two things", {"good.yml": "annotations:\n- {quote: a, reject: true, entity: acme}\n"}, "good.yml", 2, "exactly one of"),
    ("a rejection that is no truth", {"good.yml": "annotations:\n- {quote: a, reject: yes}\n"}, "good.yml", 2, "true or false"),
    ("an nth that is nothing", {"good.yml": "annotations:\n- {quote: a, nth: 0, reject: true}\n"}, "good.yml", 2, "from 1 up"),
    ("a figure without a word", {"good.yml": "annotations:\n- {quote: a, figure: {}}\n"}, "good.yml", 2, "says nothing"),
    ("a value of a hundred digits and more", {"good.yml": f"annotations:\n- quote: a\n  figure: {{value: {'9' * 101}}}\n"}, "good.yml", 3, "none that a text states"),
    ("a control character written as an escape", {"good.yml": 'story: a\ntitle: {en: "a\\eb"}\n'}, "good.yml", 2, "U+001B"),
    ("a value with a comma", {"good.yml": "annotations:\n- quote: a\n  figure: {value: '1,000'}\n"}, "good.yml", 3, "plain decimal number"),
    ("a kind that is unknown", {"good.yml": "annotations:\n- quote: a\n  figure: {kind: mony}\n"}, "good.yml", 3, "Did you mean money?"),
    ("a currency that is none", {"good.yml": "annotations:\n- quote: a\n  figure: {currency: RMB}\n"}, "good.yml", 3, "no currency of ISO 4217"),
    ("a range the wrong way round", {"good.yml": "annotations:\n- quote: a\n  figure: {low: 5, high: 3}\n"}, "good.yml", 3, "more than high"),
    ("boilerplate that is not there", {"good.yml": "boilerplate:\n- {quote: The compny said, kind: notice}\n"}, "good.yml", 2, "The text has: 'The company said"),
    ("boilerplate from within", {"good.yml": "boilerplate:\n- {quote: on Monday, kind: notice}\n"}, "good.yml", 2, "No paragraph begins with"),
    ("a translation of nothing", {"translations/ar/b.md": "---\nmade_by: machine\n---\nأ\n"}, "translations/ar/b.md", 0, "no text b.txt"),
    ("a translation too short", {"translations/ar/good.md": "---\nmade_by: machine\n---\n\nقالت الشركة.\n"}, "translations/ar/good.md", 0, "has 1 paragraphs"),
    ("a translation by nobody", {"translations/ar/good.md": "قالت الشركة.\n\nووظفت.\n"}, "translations/ar/good.md", 1, "made_by: machine (or person)"),
    ("a translation by something", {"translations/ar/good.md": "---\nmade_by: robot\n---\n\nأ\n\nب\n"}, "translations/ar/good.md", 2, "One of: machine, person"),
    ("a translation into itself", {"translations/en/good.md": "---\nmade_by: person\n---\n\nOne.\n\nTwo.\n"}, "translations/en/good.md", 0, "in this language (en)"),
    ("translations into no language", {"translations/xx/good.md": "a"}, "translations/xx", 0, "o language has the tag"),
    ("a file among the languages", {"translations/good.md": "a"}, "translations/good.md", 0, "Only folders"),
    ("a text among translations", {"translations/ar/good.txt": "a"}, "translations/ar/good.txt", 0, "Only .md files"),
    ("entities that are no list", {"entities/a.yml": "id: acme\n"}, "entities/a.yml", 1, "The file is no list"),
    ("an entity that is a word", {"entities/a.yml": "- acme\n"}, "entities/a.yml", 1, "a mapping (key: value)"),
    ("an entity without an id", {"entities/a.yml": "\n- type: person\n  names: {en: A}\n"}, "entities/a.yml", 2, "The key id is missing"),
    ("an entity without a name", {"entities/a.yml": "- id: a\n  type: person\n  names: {}\n"}, "entities/a.yml", 3, "at least one is needed"),
    ("an id that is none", {"entities/a.yml": "- id: a b\n  type: person\n  names: {en: A}\n"}, "entities/a.yml", 1, "is no id"),
    ("a type that is unknown", {"entities/a.yml": ENTITY.replace("organization", "organisation")}, "entities/a.yml", 2, "Did you mean organization?"),
    ("a type that is like none", {"entities/a.yml": ENTITY.replace("organization", "zzz")}, "entities/a.yml", 2, "Known types: "),
    ("a Wikidata id that is none", {"entities/a.yml": ENTITY + "  wikidata: 42\n"}, "entities/a.yml", 4, "like Q42"),
    ("an identifier with a slip", {"entities/a.yml": ENTITY + "  identifiers: {isni: '0000000121032684'}\n"}, "entities/a.yml", 4, "check digits"),
    ("an alias that is a list", {"entities/a.yml": ENTITY + "  aliases:\n    en:\n      - [a]\n"}, "entities/a.yml", 6, "aliases.en[1]"),
    ("aliases in no list", {"entities/a.yml": ENTITY + "  aliases: {en: Acme Ltd}\n"}, "entities/a.yml", 4, "is not a list"),
    ("an alias with a slip", {"entities/a.yml": ENTITY + "  aliases:\n    en:\n      - form: Ac\n        need: [x]\n"}, "entities/a.yml", 7, "Did you mean needs?"),
    ("an alias of signs", {"entities/a.yml": ENTITY + "  aliases: {en: ['!?']}\n"}, "entities/a.yml", 4, "no letter and no digit"),
    ("an alias that cannot be", {"entities/a.yml": ENTITY + "  aliases: {en: [{form: Ac, needs: [x], unless: [x]}]}\n"}, "entities/a.yml", 4, "needs and forbids 'x'"),
    ("an entity twice", {"entities/a.yml": ENTITY, "entities/b.yml": "\n" + ENTITY}, "entities/b.yml", 2, "entities/a.yml:1"),
    ("a relation to nobody", {"entities/a.yml": ENTITY + "  relations: [{owner_of: amce}]\n"}, "entities/a.yml", 4, "which does not exist"),
    ("a relation to itself", {"entities/a.yml": ENTITY + "  relations: [{owner_of: acme}]\n"}, "entities/a.yml", 4, "to the entity itself"),
    ("a relation of no kind", {"entities/a.yml": TWO + ENTITY + "  relations: [{owns_of: two}]\n"}, "entities/a.yml", 7, "Did you mean owner_of?"),
    ("a relation of two kinds", {"entities/a.yml": ENTITY + "  relations:\n    - {owner_of: a, part_of: b}\n"}, "entities/a.yml", 5, "one key that says its kind"),
    ("a merger with nobody", {"entities/a.yml": ENTITY + "  merged_into: nobody\n"}, "entities/a.yml", 4, "it is merged into 'nobody'"),
    ("a merger with itself", {"entities/a.yml": ENTITY + "  merged_into: acme\n"}, "entities/a.yml", 4, "merged into itself"),
    ("a relation in no document", {"entities/a.yml": ENTITY + TWO + "  relations: [{owner_of: acme, documents: [c]}]\n"}, "entities/a.yml", 7, "the document 'c'"),
    ("a relation that quotes nothing", {"entities/a.yml": ENTITY + TWO + "  relations: [{owner_of: acme, documents: [good], quote: revenue fell by}]\n"}, "entities/a.yml", 7, "stands in none"),
    ("a file among entities", {"entities/a.csv": "a"}, "entities/a.csv", 0, "Only .yml files"),
    ("a type without names", {"types.yml": "- id: club\n  plural: {en: clubs}\n"}, "types.yml", 1, "The key names is missing"),
    ("rejected names that are none", {"rejected.yml": "- [a]\n"}, "rejected.yml", 1, "is no name"),
    ("measures that are no list", {"measures.yml": "a: b\n"}, "measures.yml", 1, "The file is no list"),
    ("a measure of nobody", {"measures.yml": "- id: m\n  subject: nobody\n  names: {en: M}\n  kind: count\n  statements: [{document: good, quote: 300 people}]\n"}, "measures.yml", 1, "the subject 'nobody'"),
    ("a measure without a statement", {"measures.yml": "- id: m\n  subject: a\n  names: {en: M}\n  kind: count\n  statements: []\n"}, "measures.yml", 5, "at least one is needed"),
    ("a question of no measure", ASKED | {"measures.yml": MEASURED + "- {id: q, names: {en: Q}, measures: []}\n"}, "measures.yml", 3, "at least one is needed"),
    ("a question of nothing known", ASKED | {"measures.yml": MEASURED + "- {id: q, names: {en: Q}, measures: [m, k, l]}\n"}, "measures.yml", 3, "no measure 'l'"),
    ("a question twice the same", ASKED | {"measures.yml": MEASURED + "- {id: q, names: {en: Q}, measures: [m, m]}\n"}, "measures.yml", 3, "named twice"),
    ("a question asked twice", ASKED | {"measures.yml": MEASURED + "- {id: q, names: {en: Q}, measures: [m, k]}\n" * 2}, "measures.yml", 4, "already in line 3"),
    ("a question without a scale", ASKED | {"measures.yml": MEASURED.replace("k, kind: count, unit: person", "k, kind: count, unit: ship") + "- {id: q, names: {en: Q}, measures: [m, k]}\n"}, "measures.yml", 3, "differ in unit: person, ship"),
    ("a question of months and years", ASKED | {"measures.yml": MEASURED.replace("period: day", "period: year", 1) + "- {id: q, names: {en: Q}, measures: [m, k]}\n"}, "measures.yml", 3, "differ in period: day, year"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("files", "named", "line", "part"), [row[1:] for row in BAD], ids=[row[0] for row in BAD]
)
def test_a_bad_file_is_refused_in_one_line(
    tmp_path: Path, files: Mapping[str, str | bytes], named: str, line: int, part: str
) -> None:
    read_, problems = read(tmp_path, {**GOOD, **files})
    (problem,) = errors(problems)
    assert problem.path == str(tmp_path / "seeds" / named)
    assert problem.line == line
    assert any(word in str(problem) for word in part.split("|"))
    assert problem.hint
    assert "\n" not in str(problem)
    if not any(name.startswith("good") for name in files):
        assert "good" in {document.id for document in read_.documents}


def test_all_problems_come_together_and_sorted(tmp_path: Path) -> None:
    _, problems = read(
        tmp_path, {"b.txt": "", "a.txt": b"\xff", "b.yml": "x: 1\ny: 2\n", "entities/a.yml": "- id: a\n"}
    )
    assert list(problems) == sorted(problems)
    assert {(Path(problem.path).name, problem.line) for problem in problems} == {("a.txt", 1), ("b.txt", 0), ("b.yml", 1), ("b.yml", 2), ("a.yml", 1)}  # fmt: skip


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(TEXT)
    folder = seeds(tmp_path, GOOD)
    (folder / "leak.txt").symlink_to(secret)
    (folder / "inside.txt").symlink_to(folder / "good.txt")
    (folder / "entities").symlink_to(tmp_path)
    read_, problems = read_seeds(folder)
    assert {(Path(problem.path).name, problem.code) for problem in errors(problems)} == {("leak.txt", "link-out"), ("entities", "link-out")}  # fmt: skip
    assert {document.id for document in read_.documents} == {"good", "inside"}


def test_what_is_no_regular_file_is_refused(tmp_path: Path) -> None:
    folder = seeds(tmp_path, GOOD)
    os.mkfifo(folder / "pipe.txt")
    (folder / "broken.txt").symlink_to(folder / "nothing")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    _, problems = read_seeds(folder)
    assert {Path(problem.path).name for problem in errors(problems)} == {"pipe.txt", "broken.txt", "loop.txt"}


def test_a_name_in_another_encoding_is_refused(tmp_path: Path) -> None:
    folder = seeds(tmp_path, GOOD)
    try:
        (folder / os.fsdecode(b"caf\xe9.txt")).write_text(TEXT)
    except OSError:
        pytest.skip("this system has no such names")
    read_, problems = read_seeds(folder)
    (problem,) = errors(problems)
    assert problem.message == "The name is no UTF-8"
    assert [document.id for document in read_.documents] == ["good"]


def test_what_systems_leave_in_folders_is_no_fault(tmp_path: Path) -> None:
    read_, problems = read(
        tmp_path, {**GOOD, ".DS_Store": b"\0", "Thumbs.db": b"\0", "desktop.ini": "[x]", "._good.txt": b"\0"}
    )
    assert [document.id for document in read_.documents] == ["good"]
    assert errors(problems) == []


def test_a_missing_folder_is_one_problem(tmp_path: Path) -> None:
    read_, problems = read_seeds(tmp_path / "none")
    assert [problem.code for problem in problems] == ["no-seeds"]
    assert read_.documents == ()


def test_an_empty_folder_is_an_empty_archive(tmp_path: Path) -> None:
    read_, problems = read(tmp_path, {".gitkeep": ""})
    assert read_.documents == ()
    assert [problem.code for problem in problems] == ["no-texts"]
    assert "archive add" in problems[0].hint


@pytest.mark.parametrize(
    ("declared", "text", "warned"),
    [
        ("ar", TEXT, True),
        ("zh", TEXT, True),
        ("en", "قالت الشركة يوم الاثنين إن إيراداتها ارتفعت.\n", True),
        ("fr", TEXT, False),
        ("ar-Latn", TEXT, False),
        ("fa", "قالت الشركة يوم الاثنين إن إيراداتها ارتفعت.\n", False),
        ("ja", "公司星期一表示，收入增长。\n", False),
        ("en", "12 %\n", False),
    ],
)
def test_a_language_of_another_script_is_told(tmp_path: Path, declared: str, text: str, warned: bool) -> None:
    read_, problems = read(tmp_path, {"a.txt": text, "a.yml": f"language: {declared}\n"})
    assert [(problem.code, problem.severity) for problem in problems] == [
        ("other-script", "warning")
    ] * warned
    assert [document.language for document in read_.documents] == [declared]


def test_warnings_leave_documents_in(tmp_path: Path) -> None:
    read_, problems = read(
        tmp_path, {"a.txt": TEXT, "b.txt": TEXT, "c.txt": "Lost \ufffd here, the company said.\n"}
    )
    assert [(problem.code, problem.severity, problem.line) for problem in problems] == [("same-text", "warning", 0), ("lost-character", "warning", 1)]  # fmt: skip
    assert [document.id for document in read_.documents] == ["a", "b", "c"]


def test_a_fault_of_form_hides_no_other(tmp_path: Path) -> None:
    record = (
        "titel: {en: a}\nsource: {published: yesterday}\nannotations:\n"
        "  - {quote: revenue, figure: {value: 221bn}}\n  - {quote: company, entity: no-such}\n"
        "boilerplate:\n  - {quote: Nowhere, kind: notice}\n"
    )
    measures = (
        "- id: m\n  subject: nobody\n  names: {en: M}\n  kind: count\n  statements:\n"
        "    - {document: good, quote: 300 people}\n    - {document: good, quote: x, as_of: last year}\n"
    )
    translation = "---\nmade_by: human\n---\n\nUn seul alinéa.\n"
    files = {**GOOD, "good.yml": record, "measures.yml": measures, "translations/fr/good.md": translation}
    problems = check_seeds(seeds(tmp_path, files))
    told = [(Path(problem.path).name, problem.line, problem.code) for problem in errors(problems)]
    assert told.count(("good.yml", 1, "unknown-key")) == 1
    for expected in (
        ("good.yml", 2, "bad-value"),
        ("good.yml", 4, "bad-value"),
        ("good.yml", 5, "unknown-entity"),
        ("good.yml", 7, "quote-not-found"),
        ("measures.yml", 7, "bad-value"),
        ("measures.yml", 1, "unknown-entity"),
    ):
        assert expected in told, told


def test_a_translation_tells_who_made_it_wrongly_and_its_number_of_paragraphs(tmp_path: Path) -> None:
    translation = "---\nmade_by: human\n---\n\nUn seul alinéa.\n"
    _, problems = read(tmp_path, {**GOOD, "translations/fr/good.md": translation})
    assert {problem.code for problem in errors(problems)} == {"bad-value", "paragraph-count"}
