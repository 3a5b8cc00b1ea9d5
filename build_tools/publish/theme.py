"""What the templates in ``overrides/`` are given beside what MkDocs gives them."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from babel import Locale
from jinja2 import Environment
from markupsafe import escape

from build_tools.publish.beginning import version
from build_tools.render.wording.words import catalogue


def equip(templates: Environment, i18n: Any, *, closed: bool, folders: Sequence[str]) -> None:
    """``gettext`` with the words of the language being built, ``default_language``, and ``interface_languages``:
    each with its tag, direction, home page and words; ``theme_file``. ``i18n`` is the plugin; ``closed`` pages carry their
    policy; the theme's files are in ``folders``."""
    templates.add_extension("jinja2.ext.i18n")
    # No spare bytes in JSON-LD: Arabic and Chinese letters written as numbers would be three times as long.
    templates.policies["json.dumps_kwargs"] = {
        "sort_keys": True,
        "ensure_ascii": False,
        "separators": (",", ":"),
    }
    words = catalogue(i18n.current_language)
    templates.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined]
    templates.globals["generator"] = f"press-archive {version()}"
    templates.globals["closed"] = closed
    templates.globals["theme_file"] = cache(partial(theme_file, folders))
    templates.globals["default_language"] = i18n.default_language
    templates.globals["interface_languages"] = [
        {
            "tag": tag,
            "direction": Locale.parse(tag, sep="-").text_direction,
            "home": "./" if tag == i18n.default_language else f"{tag}/",
            "gettext": catalogue(tag).gettext,
        }
        for tag in i18n.build_languages
    ]


def theme_file(folders: Sequence[str], name: str) -> str:
    """Path in the site of a file of the theme, in whose name stands what its content comes to: ``stylesheets/main`` is
    ``assets/stylesheets/main.57a0d79d.min.css``. Raises ``ValueError`` when there is none, or several."""
    found = [path for folder in folders for path in Path(folder).glob(f"assets/{name}.*.min.*[!p]")]
    if len(found) != 1:
        raise ValueError(f"the theme has {len(found)} files {name}")
    return f"assets/{name.rpartition('/')[0]}/{found[0].name}"


def make_safe(meta: MutableMapping[str, Any]) -> bool:
    """Escape what the theme would put into its templates as it is, and keep the page out of the theme's own index.

    Returns whether the page has a title.
    """
    meta.update(
        {key: escape(meta[key]) for key in ("title", "description") if isinstance(meta.get(key), str)}
    )
    meta["search"] = {"exclude": True}
    return isinstance(meta.get("title"), str)
