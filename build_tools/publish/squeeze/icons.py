"""Icons drawn once, by the style sheet, instead of in every page that shows them.

The theme writes each drawing into each page: a dozen of them, a sixth of what a short page weighs. Here a page names
the drawing, and the site's style sheet holds it once, as a mask through which the colour of the text is seen. That works
from a disk, too, where a browser takes no drawing out of another file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

from jinja2 import BaseLoader, Environment, TemplateNotFound

FOLDER = ".icons/"
MARK = "i--"
"""How the classes of drawings begin: ``i--material--magnify`` is ``.icons/material/magnify.svg``."""
THEME = "material"

_BOX = re.compile(r'viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"')
_CLASS = re.compile(rf"{MARK}[a-z-]+")
_NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'
_ALL = (
    f'svg[class^="{MARK}"]{{aspect-ratio:1;background:currentcolor;-webkit-mask:var(--i) center/contain no-repeat;'
    "mask:var(--i) center/contain no-repeat}"
    f'svg[class^="{MARK}"][viewBox]{{aspect-ratio:auto}}'
    f'@media (forced-colors:active){{svg[class^="{MARK}"]{{forced-color-adjust:none;background:buttontext}}}}'
)
"""Where a system forces its own colours, grounds have that of the page: there the drawing has that of buttons."""


class Named(BaseLoader):
    """Templates as another loader has them, but icons as elements that name their drawing."""

    def __init__(self, templates: BaseLoader) -> None:
        self._templates = templates

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, name, current = self._templates.get_source(environment, template)
        if template.startswith(FOLDER) and (box := _BOX.search(source)):
            own = "" if box[1] == box[2] else f" {box[0]}"
            return f'<svg class="{_class(template)}"{own}></svg>', name, current
        return source, name, current

    def list_templates(self) -> list[str]:
        return self._templates.list_templates()


def name_them(templates: Environment) -> None:
    """Let pages name their icons. To be called before any template is used."""
    if templates.loader is not None:
        templates.loader = Named(templates.loader)
    templates.globals["named_icons"] = True


def named(script: str) -> set[str]:
    """The classes of drawings that a script puts into pages."""
    return set(_CLASS.findall(script))


def rules(classes: Iterable[str], overrides: Path) -> str:
    """The style rules that draw those of ``classes`` that are icons, of the theme or in ``overrides``.

    Raises ``TemplateNotFound`` for one that neither has.
    """
    drawn = "".join(_rules(sorted(name for name in classes if name.startswith(MARK)), overrides))
    return _ALL + drawn if drawn else ""


def _rules(names: Iterable[str], overrides: Path) -> Iterator[str]:
    folders = [overrides, *_theme()]
    for name in names:
        path = f"{FOLDER}{name.removeprefix(MARK).replace('--', '/')}.svg"
        file = next((folder / path for folder in folders if (folder / path).is_file()), None)
        if file is None:
            raise TemplateNotFound(path)
        drawing = file.read_text("utf-8").strip()
        if _NAMESPACE not in drawing:
            drawing = drawing.replace("<svg", f"<svg {_NAMESPACE}", 1)
        address = quote(drawing.replace('"', "'"), safe=" '/:=,.;()-+")
        yield f'.{name}{{--i:url("data:image/svg+xml,{address}")}}'


def _theme() -> list[Path]:
    found = find_spec(THEME)
    return [Path(place) / "templates" for place in (found.submodule_search_locations or ())] if found else []


def _class(template: str) -> str:
    return MARK + template.removeprefix(FOLDER).removesuffix(".svg").replace("/", "--")
