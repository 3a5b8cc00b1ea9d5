"""Style sheets lose what no page can show, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.publish.stylesheets import minified, slim

PAGE = '<html class="js"><body data-md-color-primary="custom"><p class="used other">x</p></body></html>'
SCRIPT = 'element.classList.add("scripted"); style.setProperty("--scripted", 1)'

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
]


def slimmed(folder: Path, sheet: str) -> str:
    (folder / "assets/stylesheets").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE, "utf-8")
    (folder / "bundle.js").write_text(SCRIPT, "utf-8")
    path = folder / "assets/stylesheets/main.0.min.css"
    path.write_text(sheet, "utf-8")
    saved = slim(folder)
    assert saved == len(sheet.encode()) - path.stat().st_size
    return path.read_text("utf-8")


@pytest.mark.parametrize("sheet", KEPT)
def test_what_a_page_can_show_stays(tmp_path: Path, sheet: str) -> None:
    assert slimmed(tmp_path, sheet) == sheet


@pytest.mark.parametrize(("sheet", "left"), DROPPED)
def test_what_no_page_can_show_goes(tmp_path: Path, sheet: str, left: str) -> None:
    assert slimmed(tmp_path, sheet) == left


@pytest.mark.parametrize(
    ("sheet", "light"),
    [
        ("a {\n  color: red;\n}\n\n/* why */\nb , c { top: 0 }\n", "a{color: red;}b,c{top: 0}"),
        ('q::before { content: "  /* kept */  "; }', 'q::before{content: "  /* kept */  ";}'),
        ("p :is(a, b) + c { width: calc(1px + 2px) }", "p :is(a,b) + c{width: calc(1px + 2px)}"),
        ("@media (min-width: 60em)  and (x) {\n a {top:0}\n}", "@media (min-width: 60em) and (x){a{top:0}}"),
    ],
)
def test_white_space_that_means_something_stays(sheet: str, light: str) -> None:
    assert minified(sheet) == light
