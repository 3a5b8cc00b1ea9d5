"""Templates compiled by the archive give what Jinja's own compiler gives."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from build_tools.render.environment.compiling import Templates
from build_tools.render.wording.escape import escape

TEMPLATES = {
    "parts": "{% macro name(x, class='', after=none) %}<b{% if class %} class=\"{{ class }}\"{% endif %}>{{ x }}</b>{{ after }}{% endmacro %}"
    "{% macro outer(x) %}({{ name(x, after=x) }}{{ name(x, 'c', x) }}){% if caller is defined %}{{ caller() }}{% endif %}{% endmacro %}"
    "{% macro rest(x) %}{{ x }}{{ varargs | length }}{{ kwargs | length }}{% endmacro %}",
    "page": "{% from 'parts' import name, outer, rest %}{{ text }}|{{ markup }}|{{ none }}|{{ 7 }}|{{ text | upper }}"
    "{% for one in many if one %}{{ loop.index }}{{ name(one) }}{{ given(one, *[2], **{'class': one}) }}{{ loop.cycle('a', 'b') }}{% endfor %}"
    "{{ outer(text) }}{% call outer(markup) %}<i>{{ text }}</i>{% endcall %}{{ name(class='k', x=text) }}{{ rest(1, 2, y=3) }}"
    "{% set kept = namespace(all=[]) %}{% for one in many %}{% set kept.all = kept.all + [name(one)] %}{% endfor %}{{ kept.all | join(', ') }}",
    "lacking": "{% from 'parts' import name %}{{ name() }}",
    "unknown": "{{ nobody }}",
    "without": "{{ text.nobody }}",
}


def _rendered(environment: Environment, name: str) -> str:
    return environment.get_template(name).render(
        text="a<b>'{`\n",
        markup=Markup("<i>x</i>"),
        many=["p&", "", "q"],
        given=lambda one, two, **more: f"<{one}{two}{more}",
    )


def _plain() -> Environment:
    def finalized(value: object) -> object:
        return "" if value is None else escape(value) if isinstance(value, str) else value

    return Environment(
        loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, finalize=finalized
    )


def _own() -> Environment:
    return Templates(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)


def test_the_same_comes_out() -> None:
    assert _rendered(_own(), "page") == _rendered(_plain(), "page")


@pytest.mark.parametrize("name", ["lacking", "unknown"])
def test_what_is_undefined_is_an_error(name: str) -> None:
    for environment in (_plain(), _own()):
        with pytest.raises(UndefinedError):
            _rendered(environment, name)


def test_what_a_value_does_not_have_is_an_error() -> None:
    with pytest.raises(AttributeError):
        _rendered(_own(), "without")


def test_what_a_template_offers_is_made_once() -> None:
    templates = _own()
    made = templates.get_template("parts").module
    _rendered(templates, "page")
    assert templates.get_template("parts").module is made
