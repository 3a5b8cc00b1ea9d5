"""What all questions have in common is taken off a question, and nothing much off anything else."""

from __future__ import annotations

import numpy as np
import pytest

from build_tools import languages
from build_tools.meaning import Directions, Encoder, asking, directions, edition, installed, questions
from build_tools.meaning import asking as made_by
from tests.meaning.test_encoder import SENTENCES

ASKED = {
    "en": ["Who rebuilt the lighthouse?", "When did the glacier retreat?", "How many beehives were stolen?",
           "Why was the opera postponed?", "What did the divers bring up?", "Where is the longest tunnel?"],
    "ar": ["من أعاد بناء المنارة؟", "متى تراجع النهر الجليدي؟", "كم خلية نحل سُرقت؟",
           "لماذا أُجلت الأوبرا؟", "ماذا أخرج الغواصون؟", "أين يقع أطول نفق؟"],
    "zh": ["谁重建了灯塔？", "冰川是什么时候后退的？", "有多少蜂箱被偷？",
           "歌剧为什么推迟了？", "潜水员打捞上来什么？", "最长的隧道在哪里？"],
}  # fmt: skip
"""None of them is among those that it is estimated from."""
KEYWORDS = ["lighthouse keepers", "glacier melt 1998", "养蜂人", "دار الأوبرا", "尼尔森公司", "tunnel"]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    found = installed()
    assert found is not None
    return found


@pytest.fixture(scope="module")
def rows(encoder: Encoder) -> Directions:
    return asking(encoder)


def share(directions: Directions, rows: Directions) -> Directions:
    """How much of each direction is what questions have in common."""
    made: Directions = np.linalg.norm(directions @ rows.T, axis=1)
    return made


def test_every_language_asks_the_same_and_each_question_once() -> None:
    assert set(questions()) == set(languages.tags())
    assert len({len(own) for own in questions().values()}) == 1
    every = [one for own in questions().values() for one in own]
    assert len(set(every)) == len(every) >= 90
    assert not {one for own in ASKED.values() for one in own} & set(every)


def test_what_a_language_has_in_common_stands_at_right_angles_to_the_others(rows: Directions) -> None:
    assert np.allclose(rows @ rows.T, np.eye(len(languages.tags())), atol=1e-9)


def test_questions_have_it_and_nothing_else(encoder: Encoder, rows: Directions) -> None:
    for own in ASKED.values():
        assert share(directions(encoder.encode(own)), rows).min() > 0.3
    others = [*SENTENCES["en"], *SENTENCES["ar"], *SENTENCES["zh"], *KEYWORDS]
    assert share(directions(encoder.encode(others)), rows).max() < 0.27


def test_what_they_ask_about_stays(encoder: Encoder, rows: Directions) -> None:
    """The same question in two languages is as near as before to the other, and questions are less near to one another."""
    made = {tag: directions(encoder.encode(own)) for tag, own in ASKED.items()}
    for one, other in (("en", "ar"), ("en", "zh"), ("ar", "zh")):
        before = made[one] @ made[other].T
        left = [own - own @ rows.T @ rows for own in (made[one], made[other])]
        left = [own / np.linalg.norm(own, axis=1, keepdims=True) for own in left]
        after = left[0] @ left[1].T
        assert after.argmax(axis=1).tolist() == list(range(len(after)))
        apart = ~np.eye(len(after), dtype=bool)
        assert after[apart].mean() < before[apart].mean() - 0.05


def test_other_questions_have_another_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    before = edition()
    module = __import__(made_by.__module__, fromlist=["questions"])
    monkeypatch.setattr(module, "questions", lambda: {"en": ("Who?",)})
    assert edition() != before
    assert edition().isalnum()
    assert len(edition()) == 8
