"""Chinese names that are words as well: what speaks for the one and for the other is weighed at every mention.

For the word speak its grammar (``三个苹果``, ``并不理想``), what is done with things of its class and what they are made
into (``吃苹果``, ``小米粥``), and other words of that class (``玉米、小米和高粱``). For the name speak what names have
beside them (``苹果手机``, ``苹果发布``), another name, marks around it, and the words of business and sport. What stands
in the same clause counts double. A draw is undecided.
"""

from __future__ import annotations

from build_tools.annotate.names.chinese.around import describes_another, in_sentence, is_plain_object
from build_tools.annotate.names.chinese.beside_names import beside_name
from build_tools.annotate.names.chinese.beside_words import among_places, beside_word, is_somewhere
from build_tools.annotate.names.chinese.classes import NUMERALS, is_place
from build_tools.annotate.names.chinese.counted import counted, counted_otherwise, echoed, many
from build_tools.annotate.names.chinese.marks import CLAUSE
from build_tools.annotate.names.chinese_words import is_common, tag_of
from build_tools.annotate.names.page import Hit, Judgement

_LONGEST_WORD = 3
_CLOSING = "”」』"


def weighed(hit: Hit) -> Judgement | None:
    """A form that the dictionary knows as a word, or that is one elsewhere in the text."""
    form, page = hit.form, hit.page
    if page.segment is None:
        return None
    somebodys = form.type != "person" and bool(hit.preceding(hit.rules.callings))
    plainly = form.type != "place" and (
        counted(hit) or many(hit) or (bool(tag_of(form.name)) and echoed(hit))
    )
    known = tag_of(form.name) or form.name in hit.rules.things
    if not (somebodys or plainly or known or form.name in page.other_senses):
        return None
    if _in_its_grammar(hit, _is_word(hit)):
        return _as_word(hit)
    if form.type == "place" or not (somebodys or plainly or _is_doubtful(hit)):
        return None
    if somebodys:
        # 拳王阿里: somebody of that name.
        return _as_word(hit)
    for_name, for_word = beside_name(hit), beside_word(hit)
    if for_word > for_name:
        return _as_word(hit)
    if for_name > for_word:
        return None
    if not for_name and _is_object(hit):
        page.other_senses.setdefault(form.name, set()).add(hit.start)
        return Judgement.TORN
    return _by_sentence(hit)


def _is_word(hit: Hit) -> bool:
    """Whether the form is a thing, or a short common word of the dictionary."""
    name = hit.form.name
    return name in hit.rules.things or (len(name) < _LONGEST_WORD and is_common(name))


def _is_doubtful(hit: Hit) -> bool:
    name = hit.form.name
    called_after = hit.form.type != "person" and is_place(name)
    if _is_word(hit) or called_after or name in hit.page.other_senses:
        return True
    if counted_otherwise(hit) or is_somewhere(hit) or among_places(hit):
        return True
    return hit.form.type != "person" and len(hit.following(hit.rules.word_heads)) > 1


def _by_sentence(hit: Hit) -> Judgement | None:
    """What clause and sentence say, where what stands beside the form says nothing or as much for either sense."""
    name, page, text = hit.form.name, hit.page, hit.page.view.text
    spoken, meant = in_sentence(hit)
    if meant > spoken:
        return _as_word(hit)
    if spoken > meant and spoken > 1:
        return None
    both = name in page.other_senses
    if is_place(name) and not meant and not both and not describes_another(hit):
        return None  # 上海海港: a club of a common name
    # A verb or an adjective with nothing in its clause that speaks for a name: 祈求出入平安.
    torn = meant > 0 or tag_of(name)[:1] in ("v", "a", "d") or _word_in_sentence(hit)
    torn = torn or is_plain_object(hit) or describes_another(hit)
    if spoken < (2 if both else 1) and (both or _is_word(hit)):
        # 字节则把目标定在十万卡: what opens a clause is what the text is about.
        before = text[max(0, hit.start - 3) : hit.start].rstrip(_CLOSING)
        opens = before[-1:] in CLAUSE and text[hit.end : hit.end + 1] != "的"
        # 穆罕默德·阿里，阿里当年: somebody's surname.
        torn = torn or not opens or f"·{name}" in text
    return Judgement.TORN if torn else Judgement.UNSURE


def _as_word(hit: Hit) -> Judgement:
    hit.page.other_senses.setdefault(hit.form.name, set()).add(hit.start)
    return Judgement.WORD


def _is_object(hit: Hit) -> bool:
    """``指着月亮``, ``海南的风筝``: what is done to things, or what is somewhere, with no business in the clause."""
    text = hit.page.view.text
    before = text[hit.start - 1 : hit.start]
    physical = before == "着" or text[hit.start - 2 : hit.start] in ("到了", "起了", "下了")
    return (physical or before == "的") and tag_of(hit.form.name)[:1] == "n" and in_sentence(hit)[0] < 2


def _word_in_sentence(hit: Hit) -> bool:
    """Whether the form stands as a word in the same sentence, too."""
    start, end = hit.page.sentence(hit.start)
    return any(start <= at < end for at in hit.page.other_senses.get(hit.form.name, ()))


def _in_its_grammar(hit: Hit, word: bool) -> bool:
    """``三个字节``, ``不统一``, ``统一了``, ``三星级``: numbers, degrees and aspects, which names do not have."""
    text, rules = hit.page.view.text, hit.rules
    tag = tag_of(hit.form.name)
    before = text[hit.start - 1 : hit.start]
    if hit.form.name[0] in NUMERALS and hit.following(rules.counted):
        return True
    if tag == "t" and hit.page.view.text[hit.end : hit.end + 1] in NUMERALS:
        # 未来五年
        return True
    if not word and tag[:1] not in ("n", "r"):
        return False
    if before in NUMERALS and tag[:1] in "nqm" and word:
        return True
    governed = hit.preceding(rules.governors)
    if governed in rules.measures and tag[:1] not in "vad":
        return False  # what they count is asked of the words beside
    if governed and (tag[:1] in "vad" or governed in rules.degrees):
        return word or governed in rules.degrees
    return word and tag[:1] in "vad" and bool(hit.following(rules.followers))
