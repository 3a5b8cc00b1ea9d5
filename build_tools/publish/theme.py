"""What the templates in ``overrides/`` are given beside what MkDocs gives them."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from babel import Locale
from jinja2 import Environment
from markupsafe import escape

from build_tools.publish.beginning import version
from build_tools.render.wording.words import catalogue


def equip(templates: Environment, i18n: Any, *, closed: bool) -> None:
    """``gettext`` with the words of the language being built, ``default_language``, and ``interface_languages``:
    each with its tag, direction, home page and words. ``i18n`` is the plugin; ``closed`` pages carry their policy."""
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


def make_safe(meta: MutableMapping[str, Any]) -> bool:
    """Escape what the theme would put into its templates as it is, and keep the page out of the theme's own index.

    Returns whether the page has a title.
    """
    meta.update(
        {key: escape(meta[key]) for key in ("title", "description") if isinstance(meta.get(key), str)}
    )
    meta["search"] = {"exclude": True}
    return isinstance(meta.get("title"), str)
