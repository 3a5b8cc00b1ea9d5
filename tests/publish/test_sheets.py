"""Style sheets lose what no page can show, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.publish.squeeze.sheets import ONE, link_one, minified, unite

PAGE = '<html class="js"><body data-md-color-primary="custom"><p class="used other">x</p></body></html>'
SCRIPT = """element.classList.add("scripted"); style.setProperty("--scripted", 1);
element.append("md-tooltip", "md-version__link", "tabbed-labels", "--md-mermaid-font", "highlight")"""

KEPT = [
    "p{color:red}",
    ".used{color:red}",
    ".used .other:hover{color:red}",
    ".scripted{color:red}",
    ".used:not(.unused){color:red}",
    ":is(.used,.unused) p{color:red}",
    "[data-md-color-primary=custom]{color:red}",
    ".used[class~=unused]{color:red}",
    '.used:after{content:"} .unused{"}',
    "@media print{.used{color:red}}",
    "@media screen{@supports (display:grid){.used{color:red}}}",
    "@keyframes turn{0%{top:0}to{top:1px}}",
    '@charset "UTF-8";',
    "@font-face{font-family:x}",
    ":root{--seen:1}p{top:var(--seen)}",
    ":root{--scripted:1}",
    "p{background:url('data:image/svg+xml;charset=utf-8,<svg>{}</svg>')}",
]
DROPPED = [
    (".unused{color:red}", ""),
    (".used .unused{color:red}", ""),
    (".unused,.used{color:red}", ".used{color:red}"),
    (".used,p .unused:hover,.other{color:red}", ".used,.other{color:red}"),
    ("[data-md-color-primary=red]{color:red}", ""),
    ("@media print{.unused{color:red}}", ""),
    ("@media print{.unused{color:red}.used{top:0}}", "@media print{.used{top:0}}"),
    (":root{--unseen:url('data:;,;}');color:red}", ":root{color:red}"),
    (":root{--unseen:1}", ""),
    # What the theme's script makes of what no page has.
    (".md-tooltip{color:red}", ""),
    (".md-version__link,.scripted{color:red}", ".scripted{color:red}"),
    (".tabbed-labels{color:red}", ""),
    (".highlight .k,.used{color:red}", ".used{color:red}"),
    (":root{--md-mermaid-font:x;top:0}", ":root{top:0}"),
    # What makes the browser go through all of a page for a moment's sake.
    ("[data-md-color-switching] *,[data-md-color-switching] :after{color:red}", ""),
    ("[data-md-color-switching] *,.used{color:red}", ".used{color:red}"),
]


def united(folder: Path, sheet: str, own: str = "") -> str:
    """The one style sheet made of the theme's ``sheet`` and the archive's ``own``."""
    (folder / "assets/stylesheets").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE, "utf-8")
    (folder / "bundle.js").write_text(SCRIPT, "utf-8")
    (folder / "assets/stylesheets/main.0.min.css").write_text(sheet, "utf-8")
    (folder / "own.css").write_text(own, "utf-8")
    saved = unite(folder, ["own.css"], folder / "overrides")
    assert [path.name for path in folder.rglob("*.css")] == [Path(ONE).name]
    one = (folder / ONE).read_text("utf-8")
    assert saved == len((sheet + own).encode()) - len(one.encode())
    return one.strip()


@pytest.mark.parametrize("sheet", KEPT)
def test_what_a_page_can_show_stays(tmp_path: Path, sheet: str) -> None:
    assert united(tmp_path, sheet) == sheet


@pytest.mark.parametrize(("sheet", "left"), DROPPED)
def test_what_no_page_can_show_goes(tmp_path: Path, sheet: str, left: str) -> None:
    assert united(tmp_path, sheet) == left


@pytest.mark.parametrize(
    ("sheet", "light"),
    [
        ("a {\n  color: red;\n}\n\n/* why */\nb , c { top: 0 }\n", "a{color:red}b,c{top:0}"),
        ('q::before { content: "  /* kept */  "; }', 'q::before{content:"  /* kept */  "}'),
        ("p :is(a, b) + c { width: calc(1px + 2px) }", "p :is(a,b) + c{width:calc(1px + 2px)}"),
        ("a > b:hover :is(c) { --empty: ; top: 0; }", "a>b:hover :is(c){--empty:;top:0}"),
        ("@media (min-width: 60em)  and (x) {\n a {top:0}\n}", "@media (min-width:60em) and (x){a{top:0}}"),
    ],
)
def test_white_space_that_means_something_stays(sheet: str, light: str) -> None:
    assert minified(sheet) == light


def test_the_archives_own_rules_all_stay_and_come_last(tmp_path: Path) -> None:
    one = united(tmp_path, ".used{color:red}", ".unused { color: blue }\n:root { --unseen: 1 }\n")
    assert one == ".used{color:red}\n.unused{color:blue}:root{--unseen:1}"


def test_a_property_of_the_theme_that_the_archive_uses_stays(tmp_path: Path) -> None:
    assert united(tmp_path, ":root{--a:1}", "p{top:var(--a)}") == ":root{--a:1}\np{top:var(--a)}"


def test_a_page_asks_for_the_one_style_sheet() -> None:
    page = """<head>
  <title>x</title>
  <link rel="stylesheet" href="../../assets/stylesheets/main.0.min.css">
  <link rel="icon" href="../../assets/x.svg">
    <link rel="stylesheet" href="../../assets/search/search.css">
</head>"""
    assert (
        link_one(page)
        == """<head>
  <title>x</title>
<link rel="stylesheet" href="../../assets/stylesheets/site.css">
  <link rel="icon" href="../../assets/x.svg">
</head>"""
    )
    assert link_one("<urlset></urlset>") == "<urlset></urlset>"
