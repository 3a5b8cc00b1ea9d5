"""What invented names and words of the benchmarks are made of."""

from __future__ import annotations

SYLLABLES = {
    "en": "ka lo mi ran tel vor dis quen bar sol tri nex pha gon ul zer wen hol pim sta cro fen lud mar vish dor pel".split(),
    "ar": "كا لو مي ران تل فور دس كون بر سل تري نكس فا غون زر ون هل بيم ستا كرو فن لد مار فش دور بل جان".split(),
    "zh": list("华星海天云金龙凤泰安平远东南西北科技通达盛世鼎元恒信亿联新光明瑞丰森蓝柏沃晨嘉禾博雅维"),
}
