"""Whatever the YAML files hold: models accept it or say what is wrong, line by line, and never fail otherwise."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.problems import Problem
from build_tools.read import schema
from build_tools.read.schema.strict import Strict
from build_tools.read.validate import validate
from build_tools.strict_yaml import load

MODELS = [schema.RecordModel, schema.EntityModel, schema.MeasureModel, schema.TypeModel, schema.ProposalModel, schema.TranslationModel]  # fmt: skip
KEYS = sorted({key for model in Strict.__subclasses__() for key in model.model_fields} | {"en", "zh-Hant", "owner_of"})  # fmt: skip
WORDS = ["", "a", "all", "1", "0", "-5", "5.5", "1e9", "true", "yes", "money", "USD", "2024-12~", "2024-13", "en", "xx", "full", "Q42", "http://a.b", "x" * 200, "٤", "\u202e"]  # fmt: skip
DATA = st.recursive(
    st.none() | st.sampled_from(WORDS),
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(st.sampled_from(KEYS), parts, max_size=6),
    max_leaves=25,
)


@pytest.mark.parametrize("model", MODELS)
@settings(max_examples=30)
@given(data=st.dictionaries(st.sampled_from(KEYS), DATA, max_size=8))
def test_any_data_is_accepted_or_told(model: Any, data: dict[str, Any]) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=1)
    loaded = load(text, "file.yml")
    accepted, problems = validate(model, loaded)
    assert (accepted is None) == bool(problems)
    for problem in problems:
        assert isinstance(problem, Problem)
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.hint
        assert "\n" not in str(problem)
