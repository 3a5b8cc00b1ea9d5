"""Speed of the figure reader: ``python -m tests.benchmarks.figures``.

Prints KB of UTF-8 per second for each language on the given texts (or the seeds with their translations, and documents
written to hold as many figures as possible), and the time that hostile lines of growing length take: it must grow with
the length, not faster.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from build_tools.annotate.figures import read_figures

HOSTILE = {
    "digits": "1234567890",
    "digit groups": "1,234,567,890,",
    "spaced groups": "123 456 789 ",
    "brackets": "($1 (Rmb7 ",
    "open brackets": "(",
    "number words": "one hundred million ",
    "Arabic number words": "مئة وخمسة وعشرون ألف ",
    "Chinese numerals": "三千五百亿零",
    "units": "5 kg ",
    "blanks": "1 " + " " * 40,
    "dots": "1.1.1.1.1.",
    "hyphens": "1-2-3-4-",
    "letters and digits": "a1b2c3d4",
    "proclitics": "وبكلفوبكلف ",
    "at signs": "a.b@",
    "hosts": ".com",
    "versions": "v1.",
    "telephones": "0800 123 ",
    "joined words": "one and ",
    "hyphened words": "twenty-",
    "halves": "half a ",
    "years": "1999-2000-",
    "days": "may 5 ",
    "ranges": "5 to 6 to ",
    "between": "between 5 and ",
    "bounds": "more than ",
    "decimals": "1.",
}


def speed(text: str, language: str) -> float:
    """KB of UTF-8 text read in a second."""
    start = time.perf_counter()
    read_figures(text, language)
    return len(text.encode()) / 1000 / (time.perf_counter() - start)


def slowest(text: str, language: str) -> float:
    """Milliseconds for the slowest paragraph of 10 KB that the text's words make."""
    words = text.replace("\n", " ")
    size = 10_000 * len(words) // len(words.encode())
    times = []
    for at in range(0, max(1, len(words) - size + 1), size):
        start = time.perf_counter()
        read_figures(words[at : at + size], language)
        times.append(time.perf_counter() - start)
    return 1000 * max(times)


def texts(paths: list[str]) -> dict[str, str]:
    """All texts of each language, by the language of their letters."""
    found = {"en": "", "ar": "", "zh": ""}
    for path in map(Path, sorted(paths)):
        text = path.read_text("utf-8")
        language = (
            "ar"
            if any("\u0621" <= c <= "\u064a" for c in text[:300])
            else "zh"
            if any("\u4e00" <= c <= "\u9fff" for c in text[:300])
            else "en"
        )
        found[language] += text + "\n\n"
    return {language: text for language, text in found.items() if text}


def main(paths: list[str]) -> None:
    sets = {"given": paths} if paths else {
        "the archive's texts": [*map(str, Path("seeds").glob("*.txt")), *map(str, Path("seeds").glob("translations/*/*.md"))],
        "texts full of figures": [*map(str, Path("tests/floors/documents").glob("*.txt"))],
    }  # fmt: skip
    for name, chosen in sets.items():
        print(name)
        for language, text in texts(chosen).items():
            figures = len(read_figures(text, language))
            enough = text * (1 + 500_000 // len(text.encode()))
            print(
                f"  {language}: {speed(enough, language):.0f} KB/s on {len(enough.encode()) // 1000} KB with"
                f" {1000 * figures / len(text.encode()):.1f} figures a KB; slowest paragraph of 10 KB"
                f" {slowest(enough, language):.0f} ms"
            )
    for name, unit in HOSTILE.items():
        for language in ("en", "ar", "zh"):
            times = []
            for size in (100_000, 400_000):
                line = unit * (size // len(unit))
                start = time.perf_counter()
                read_figures(line, language)
                times.append(time.perf_counter() - start)
            print(
                f"{name:20} {language}: 100 KB {times[0]:.2f} s, 400 KB {times[1]:.2f} s, growth {times[1] / times[0]:.1f}"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
