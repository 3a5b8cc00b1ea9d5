"""What invented names and words of the benchmarks are made of."""

from __future__ import annotations

_WRITTEN = {
    "en": "ka lo mi ran tel vor dis quen bar sol tri nex pha gon ul zer wen hol pim sta cro fen lud mar vish dor pel",
    "ar": "كا لو مي ران تل فور دس كون بر سل تري نكس فا غون زر ون هل بيم ستا كرو فن لد مار فش دور بل جان",
    "zh": "华 星 海 天 云 金 龙 凤 泰 安 平 远 东 南 西 北 科 技 通 达 盛 世 鼎 元 恒 信 亿 联 新 光 明 瑞 丰 森 蓝 柏 沃 晨 嘉 禾 博 雅 维",
}
SYLLABLES = {language: written.split() for language, written in _WRITTEN.items()}
