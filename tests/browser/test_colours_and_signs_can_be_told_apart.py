from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.stories import LANGUAGES, localized

CONTRASTS = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const light = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(part => part / 255)
      .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = light(getComputedStyle(document.body).backgroundColor);
  const contrast = (colour) => {
    const [low, high] = [light(colour), ground].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const found = [];
  for (const [selector, property] of [
    [".verdict", "color"], [".legend", "borderInlineStartColor"], ["[class^=language-]", "borderInlineStartColor"],
    ["circle.mark", "fill"], ["circle.unsure", "stroke"], ["rect.range", "fill"], ["rect.vague", "stroke"],
    [".arrow path", "stroke"], [".lane-names li", "color"],
  ]) {
    const all = [...document.querySelectorAll(`#content ${selector}`)];
    found.push([selector, all.length, Math.min(...all.map(one => contrast(getComputedStyle(one)[property])))]);
  }
  return found;
}"""
"""Least contrast with the ground of whatever means something (WCAG 1.4.3 and 1.4.11)."""
CUES = """() => ({
  verdicts: [...document.querySelectorAll("#content .verdict")].map(one =>
    getComputedStyle(one, "::before").content.replace(/ \\/.*/, "") + one.textContent),
  words: [...document.querySelectorAll("#content :is(.verdict, .legend, [class^=language-], .lane-names li)")]
    .map(one => one.textContent.trim()),
  faces: Object.fromEntries([...document.querySelectorAll(".specimen-type")].map(one => {
    const text = getComputedStyle(one.querySelector(".specimen-text"));
    return [one.lang, [text.fontFamily, parseFloat(text.fontSize), parseFloat(text.lineHeight) / parseFloat(text.fontSize)]];
  })),
})"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_means_something_stands_out_in_light_and_dark_and_has_another_cue(
    page: Page, address: str, kinds: dict[str, str], language: str
) -> None:
    page.goto(address + localized(kinds["signs"], language))
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(
            "dark => document.body.dataset.mdColorScheme === dark",
            arg="slate" if scheme == "dark" else "default",
        )
        for selector, count, least in page.evaluate(CONTRASTS):
            assert count, selector
            assert least >= (4.5 if selector in (".verdict", ".lane-names li") else 3), (
                scheme,
                selector,
                least,
            )
    cues = page.evaluate(CUES)
    assert all(cues["words"])
    assert len(set(cues["words"])) == len(cues["words"]), "no two have the same words"
    assert len(set(cues["verdicts"])) == len(cues["verdicts"])
    # One system for three scripts: a face of its own for each, Arabic larger, all with room between the lines.
    faces = cues["faces"]
    assert len({face for face, _, _ in faces.values()}) == len(faces)
    assert faces["ar"][1] > faces["en"][1]
    assert all(1.5 < leading < 2.1 for _, _, leading in faces.values())
