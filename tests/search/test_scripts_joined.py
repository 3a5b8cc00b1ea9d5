"""The modules of the search in one file find what they find apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from build_tools.publish.squeeze.scripts import join, join_scripts, lean
from tests.search.conftest import MODULES, Ask, asker


@pytest.mark.browser
@pytest.mark.parametrize(
    "query",
    [
        "Korvane Systems",
        "الشركات",
        "洛米拉",
        "40 billion yuan",
        "10..50 مليار يوان",
        '"الميناء القديم" -لوميرا',
        "harbor",
        "engin",
        "颱風 lang:zh-Hant",
    ],
)
def test_joined_modules_answer_alike(ask: Ask, joined_page: Page, query: str) -> None:
    assert asker(joined_page)(query) == ask(query)


@pytest.mark.browser
def test_one_file_is_read_for_all_modules(joined_page: Page) -> None:
    read = joined_page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    scripts = {Path(name).name for name in read if name.endswith(".js")}
    assert scripts == {"search.js"}


def test_modules_that_stand_in_the_whole_are_removed(tmp_path: Path) -> None:
    folder = tmp_path / "assets/search"
    folder.mkdir(parents=True)
    for path in MODULES.glob("*.js"):
        (folder / path.name).write_bytes(path.read_bytes())
    (tmp_path / "assets/javascripts").mkdir()
    facets = tmp_path / "assets/javascripts/facets.js"
    facets.write_bytes((MODULES.parent / "javascripts/facets.js").read_bytes())
    join_scripts(tmp_path)
    assert "import" not in facets.read_text("utf-8")
    assert {path.name for path in folder.glob("*.js")} == {
        "worker.js",
        "page.js",
        "below.js",
        "search.js",
    }
    before = (folder / "search.js").read_bytes()
    join_scripts(tmp_path)
    assert (folder / "search.js").read_bytes() == before, "joining what is joined changes nothing"


def test_what_nobody_runs_is_left_out() -> None:
    script = "/* head\n   of it */\nif (a) {\n  // why\n  run('// no comment'); // stays\n}\n"
    assert lean(script) == "if (a) {\nrun('// no comment'); // stays\n}\n"


@pytest.mark.parametrize(
    "line",
    [
        'import other from "./other.js";',
        'import * as other from "./other.js";',
        "export default 1;",
        'const x = import("./" + name);',
    ],
)
def test_an_unknown_form_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "part.js").write_text(f"{line}\nexport const one = 1;\n")
    (tmp_path / "whole.js").write_text('export { one } from "./part.js";\n')
    with pytest.raises(ValueError, match=r"^part\.js: no known form"):
        join(tmp_path / "whole.js")


def test_what_is_to_stay_apart_is_asked_for_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "whole.js").write_text('const later = () => import(/* apart */ "./later.js");\n')
    assert join(tmp_path / "whole.js") == 'const later = () => import(/* apart */ "./later.js");\n'


def test_a_circle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text('import { b } from "./b.js";\nexport const a = 1;\n')
    (tmp_path / "b.js").write_text('import { a } from "./a.js";\nexport const b = 1;\n')
    with pytest.raises(ValueError, match="a → b → a"):
        join(tmp_path / "a.js")
