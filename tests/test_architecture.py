"""The shape of the code: which stage may know which, who may write, and that no archive is built in."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from build_tools import languages
from build_tools.annotate.names.chinese_words import tag_of
from build_tools.annotate.names.lexicon import lexicon
from build_tools.annotate.names.rules import rules_of
from build_tools.folding import fold_text

ROOT = Path(__file__).parents[1]
CODE = ROOT / "build_tools"

LAYERS = (
    ("model", "problems", "folding", "languages", "strict_yaml", "tongues", "file_names", "ids"),
    ("read",),
    ("annotate", "convert"),
    ("meaning",),
    ("archive",),
    ("render", "search"),
    ("writing",),
    ("publish", "intake", "accepting"),
    ("cli",),
)
"""The way through the code; a part imports from itself and from what stands before it."""

ROOMS = (
    ("paths", "lookup", "listing", "pagefile", "json_text", "locale", "watched"),
    ("wording",),
    ("marking",),
    ("citing",),
    ("pictures",),
    ("tables", "formats"),
    ("exports",),
    ("head",),
    ("environment",),
    ("context",),
    ("entries",),
    ("pages",),
    ("making",),
)
"""The way through ``render``, likewise. ``templates`` are no Python and import nothing."""
ARROWS = 50
"""Most pairs of rooms of which one imports from the other: a plan that can still be drawn. May only fall."""

WRITERS = ("writing", "publish", "intake", "accepting")
GENERATORS = (
    "build_tools.languages.generate",
    "build_tools.languages.meanings",
    "build_tools.languages.wordnet",
    "build_tools.render.locale.renew",
)
"""They make shipped data and stand beside it, for whoever works on the program; the program itself knows none of them,
so they may know all of it."""
STARTER = "build_tools.convert.process"
"""It starts the process in which files of other kinds are converted, and writes nothing."""
EDGE = ("publish",)

RANK = {part: rank for rank, parts in enumerate(LAYERS) for part in parts}


@cache
def sources() -> dict[str, ast.Module]:
    """Dotted name → syntax tree of every module of the package."""
    found = {}
    for path in sorted(CODE.rglob("*.py")):
        dotted = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        found[dotted] = ast.parse(path.read_text("utf-8"), str(path))
    return found


def part(module: str) -> str:
    """``build_tools.read.tags`` → ``read``."""
    return [*module.split("."), ""][1]


def imported(module: str) -> Iterator[tuple[str, int]]:
    """Every module that a module imports, anywhere in it, with the line."""
    names = sources()
    for node in ast.walk(names[module]):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                package = module if _is_package(module) else module.rpartition(".")[0]
                for _ in range(node.level - 1):
                    package = package.rpartition(".")[0]
                base = f"{package}.{base}".rstrip(".")
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                yield (inner if inner in names else base), node.lineno


def _is_package(module: str) -> bool:
    return (ROOT / Path(*module.split(".")) / "__init__.py").exists()


def test_every_part_has_its_place() -> None:
    assert {part(module) for module in sources()} - {""} == set(RANK)


def test_imports_point_to_earlier_stages_only() -> None:
    wrong = [
        f"{module}:{line} imports {target}"
        for module in sources()
        if module not in GENERATORS
        for target, line in imported(module)
        if target.startswith("build_tools.") and not leads_back(part(module), part(target))
    ]
    assert wrong == []


def leads_back(own: str, other: str) -> bool:
    """Whether a part may import from another: what stands before it, or beside it at the very beginning."""
    return own == other or RANK[other] < RANK[own] or RANK[other] == RANK[own] == 0


def test_the_program_knows_no_generator() -> None:
    assert set(GENERATORS) <= set(sources())
    assert not [module for module in sources() for target, _ in imported(module) if target in GENERATORS]


def room(module: str) -> str:
    """``build_tools.render.pages.home`` → ``pages``; empty for ``render`` itself and for what lies outside of it."""
    return [*module.removeprefix("build_tools.render").split("."), ""][1] if part(module) == "render" else ""


def test_the_rooms_of_render_lie_in_one_order() -> None:
    floor = {name: number for number, names in enumerate(ROOMS) for name in names}
    inside = [module for module in sources() if part(module) == "render"]
    assert {room(module) for module in inside} - {""} == set(floor)
    arrows = {
        (room(module), room(target)): f"{module}:{line} imports {target}"
        for module in inside
        for target, line in imported(module)
        if part(target) == "render" and room(target) != room(module)
    }
    upwards = [at for (own, other), at in arrows.items() if own and floor[other] >= floor[own]]
    assert upwards == []
    assert len(arrows) <= ARROWS


def test_no_module_leads_back_to_itself() -> None:
    graph = {
        module: {t for t, _ in imported(module) if t in sources() and t != module} for module in sources()
    }
    done: set[str] = set()

    def visit(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, " → ".join((*way[way.index(module) :], module))
        if module not in done:
            for target in sorted(graph[module]):
                visit(target, (*way, module))
            done.add(module)

    for module in sorted(graph):
        visit(module, ())


SCREEN = 50
"""Lines: what is longer cannot be seen at once."""


def test_every_function_can_be_seen_at_once() -> None:
    longer = [
        f"{module}.{node.name}"
        for module, tree in sources().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= SCREEN
    ]
    assert longer == []


WRITING_METHODS = frozenset({"write_text", "write_bytes", "mkdir", "rmdir", "unlink", "rename", "replace", "symlink_to", "hardlink_to", "touch", "chmod"})  # fmt: skip
WRITING_FUNCTIONS = {
    "os": {"open", "remove", "unlink", "rename", "replace", "mkdir", "makedirs", "rmdir", "removedirs", "symlink", "link", "truncate", "chmod"},
    "shutil": {"copy", "copy2", "copyfile", "copytree", "move", "rmtree"},
    "tempfile": {"TemporaryDirectory", "NamedTemporaryFile", "TemporaryFile", "mkdtemp", "mkstemp"},
    "subprocess": {"run", "Popen", "call", "check_call", "check_output"},
}  # fmt: skip


def writes(module: str) -> list[str]:
    """The places where a module could change the disk, as far as its syntax shows."""
    found = []
    for node in ast.walk(sources()[module]):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        owner = function.value.id if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) else ""  # fmt: skip
        if owner in WRITING_FUNCTIONS:
            bad = name in WRITING_FUNCTIONS[owner]
        elif name == "open":
            modes = [a.value for a in (*node.args, *(k.value for k in node.keywords)) if isinstance(a, ast.Constant) and isinstance(a.value, str)]  # fmt: skip
            bad = any(re.fullmatch(r"[rbt]*[wax+][rbtwax+]*", mode) for mode in modes)
        elif name == "replace":
            # str.replace and dataclasses.replace change nothing; Path.replace takes one argument.
            bad = isinstance(function, ast.Attribute) and len(node.args) == 1 and not node.keywords
        else:
            bad = isinstance(function, ast.Attribute) and name in WRITING_METHODS
        if bad:
            found.append(f"{module}:{node.lineno} calls {name}")
    return found


def test_only_publishing_and_taking_in_write() -> None:
    wrong = [
        place
        for module in sources()
        if part(module) not in WRITERS and module not in (*GENERATORS, STARTER)
        for place in writes(module)
    ]
    assert wrong == []
    assert any(
        writes(module) for module in sources() if part(module) == "writing"
    )  # the check sees something


def test_only_the_edge_knows_mkdocs() -> None:
    wrong = [
        f"{module}:{line} imports {target}"
        for module in sources()
        if part(module) not in EDGE
        for target, line in imported(module)
        if target.split(".")[0] in ("mkdocs", "material", "mkdocs_static_i18n")
    ]
    assert wrong == []


SUBJECTS = ("organization", "person", "product", "model", "publication")


@cache
def subjects() -> dict[str, str]:
    """Name → entity, for what the seeds are about: distinctive names, no common words."""
    names = {}
    for path in sorted((ROOT / "seeds" / "entities").glob("*.yml")):
        for entity in yaml.safe_load(path.read_text("utf-8")):
            if entity["type"] in SUBJECTS:
                for name in entity["names"].values():
                    if len(name) >= (6 if name.isascii() else 4):
                        names[name] = entity["id"]
    return names


@pytest.mark.example
def test_no_archive_is_built_into_the_code() -> None:
    pattern = re.compile(
        "|".join(rf"\b{re.escape(name)}\b" for name in sorted(subjects(), key=len, reverse=True))
    )
    documents = {path.stem for path in (ROOT / "seeds").glob("*.txt")}
    wrong = []
    for path in sorted(CODE.rglob("*")):
        if path.suffix not in (".py", ".j2", ".po", ".pot", ".yml", ".tsv") or path in DICTIONARIES:
            continue
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            found = pattern.search(line) or next((name for name in documents if name in line), None)
            if found:
                wrong.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert wrong == []
    assert subjects()


FIGURES = "build_tools.annotate.figures"
FIGURE_ROOMS = (
    ("view", "draft"),
    ("grammar",),
    ("numerals",),
    ("counted",),
    ("quantity", "words", "ranks", "han_words"),
    ("refused", "dates"),
    ("openers",),
    ("together",),
    ("arabic", "chinese", "english"),
    ("context", "named_numbers", "reader"),
    ("beside_names", "told", ""),
)
"""The way through ``annotate.figures``: how much, of what, is it one, which day, with its neighbours, in which language."""


def _room(module: str) -> int | None:
    room = module.removeprefix(FIGURES).lstrip(".").split(".")[0]
    return next((rank for rank, rooms in enumerate(FIGURE_ROOMS) if room in rooms), None)


def test_figures_lead_from_room_to_room() -> None:
    inside = {module: _room(module) for module in sources() if module.startswith(FIGURES)}
    assert [module for module, own in inside.items() if own is None] == []  # all have a place in the order
    wrong = [
        f"{module}:{line} imports {target}"
        for module, own in inside.items()
        for target, line in imported(module)
        if target.startswith(f"{FIGURES}.") and (_room(target) or 0) > (own or 0)
    ]
    assert wrong == []


def test_what_is_refused_and_what_stands_together_asks_for_no_language() -> None:
    rooms = [module for module in sources() if re.match(rf"{FIGURES}\.(refused|together)\.", module)]
    paths = [ROOT / Path(*module.split(".")).with_suffix(".py") for module in rooms]
    assert [f"{path}: {line}" for path in paths for line in asking(path)] == []
    assert rooms


ASKS = re.compile(
    r"\b(?:g|data|numerals|self)\.(?:positional|glued|units_first)\b(?!,| import)|\.tag =="
    r"|\b(?:if|elif|and|or|not)\b[ (]+(?:not |bool\()?(?:g|self|(?:data\.)?numerals)\.(?:article|definite)\b(?!\.)"
)
"""What asks which language it is, by a property that only one of them has."""


def asking(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if ASKS.search(line)]


def test_figures_seldom_ask_for_the_language() -> None:
    """The lists of a language and its tables decide; a property is asked where an algorithm differs in a step."""
    asked = [
        f"{path.name}: {line.strip()}"
        for path in sorted((CODE / "annotate/figures").rglob("*.py"))
        if path.stem not in ("arabic", "chinese", "english")
        for line in asking(path)
    ]
    assert len(asked) < 40, "\n".join(asked)


def test_figures_hold_no_word_of_arabic_or_chinese() -> None:
    """Words stand in the data of their language: no letter of theirs is in a literal, be it a pattern, but in docstrings."""
    letter = re.compile(r"[\u0620-\u064a\u0671-\u06d3\u3400-\u9fff]")
    found = []
    for path in sorted((CODE / "annotate/figures").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        found += [
            f"{path.relative_to(ROOT)}:{node.lineno}: {node.value[:60]}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
            if id(node) not in documented and letter.search(node.value)
        ]
    assert found == []


DICTIONARIES = frozenset([*CODE.glob("languages/*/lexicon.tsv"), *CODE.glob("languages/*/meanings.tsv"), CODE / "languages/en/classes.tsv", CODE / "languages/zh/taiwan.tsv", CODE / "languages/subdivisions.tsv", CODE / "languages/countries.tsv", CODE / "languages/features.tsv"])  # fmt: skip
"""Words of a language, and parts of countries, as they were published, whatever else is called so."""
BRANDS = ("organization", "product", "publication", "model", "chip")


def brands() -> Iterator[str]:
    """Names and aliases of companies, clubs, papers and products: of the seeds, and of the vectors for names."""
    for path in (*(ROOT / "seeds" / "entities").glob("*.yml"), *(ROOT / "tests/names/vectors").glob("*.yml")):
        for block in yaml.safe_load(path.read_text("utf-8")):
            for entity in [block] if "id" in block else block.get("entities", ()):
                if entity["type"] in BRANDS:
                    yield from entity["names"].values()
                    for aliases in entity.get("aliases", {}).values():
                        yield from (alias if isinstance(alias, str) else alias["form"] for alias in aliases)


NUMBERED = frozenset(["百度", "百胜", "百丽", "七匹狼", "三只松鼠", "六个核桃", "三元牛奶", "三元股份", "三元食品", "万家乐", "36氪", "58同城", "12306", "360安全", "奇虎360", "361度", "台北101", "7-11", "7-Eleven", "五粮液", "三一重工", "九阳", "双汇", "六福", "八喜", "一汽", "Windows", "WhatsApp", "Forever 21", "Century 21", "Phillips 66", "Motel 6", "Three Mobile", "Five Guys", "Six Flags", "بوينغ", "بوينج", "إيرباص", "ايرباص", "سوخوي", "ميغ", "ميج", "ويندوز", "واتساب", "واتس اب"])  # fmt: skip
"""Companies and products whose names hold a number or lead to one, which tempts one to list them."""


@cache
def english_words() -> frozenset[str]:
    return frozenset(row[0] for row in languages.columns("en/words"))


def is_common(name: str) -> bool:
    """Whether a name is an ordinary word, or a public body."""
    if name.isascii():
        return name.islower() or name.lower() in english_words()
    if tag_of(name)[:1] in ("n", "v", "a", "j") and tag_of(name)[:2] not in ("nz", "ns"):
        return True
    rules = rules_of("ar")
    bare = fold_text(name).removeprefix(rules.article)
    return (
        fold_text(name) in rules.ordinary_index
        or bare in rules.words | rules.adjectives | rules.followers
        or "n" in lexicon("ar").classes(fold_text(name))
        or name in PUBLIC_BODIES | {"طلبات", "مصدر"}  # orders, source: words of which firms have their names
    )


PUBLIC_BODIES = frozenset(["行政院", "立法院", "央行", "人行", "中国人民银行", "欧盟", "يونيسف", "الاتحاد الأوروبي", "الاتحاد الأفريقي", "مجلس التعاون", "مجلس التعاون الخليجي", "الاحتياطي الفيدرالي", "مجلس الاحتياطي الفيدرالي"])  # fmt: skip
"""States, their unions and their offices, some of which short forms and countries in names depend on."""


def test_the_data_of_languages_name_no_company_paper_or_club() -> None:
    names = {name for name in brands() if len(name) > 1 and not is_common(name)} | NUMBERED
    names |= {name.lower() for name in NUMBERED}
    assert len(names) > 300
    wrong = []
    for path in sorted(CODE.rglob("*")):
        if path.suffix in (".yml", ".tsv") and path not in DICTIONARIES:
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                words = {word.strip(" -\"'") for word in re.split(r"[\[\]{},:()\t]", line.partition("# ")[0])}
                found = words & names - (english_words() if path.suffix == ".tsv" else set())
                wrong += [f"{path.relative_to(ROOT)}:{number}: {name}" for name in sorted(found)]
    assert wrong == []
