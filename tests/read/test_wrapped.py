from __future__ import annotations

import pytest

from build_tools.read.wrapped import rejoined


@pytest.mark.parametrize(
    ("tag", "text", "kept"),
    [
        ("zh", "公司称不实。 文中比较订单。", "公司称不实。文中比较订单。"),
        ("zh-Hant", "規模， 以及限制", "規模，以及限制"),
        ("zh", "开源 Qwen 模型", "开源 Qwen 模型"),
        ("en", "the name 字节 跳动 in two", "the name 字节 跳动 in two"),
        ("ar", "الاسم 字节 跳动", "الاسم 字节 跳动"),
        ("xx", "字 节", "字 节"),
    ],
)
def test_only_what_folding_left_between_han_characters_goes(tag: str, text: str, kept: str) -> None:
    assert rejoined({tag: text}) == {tag: kept}
