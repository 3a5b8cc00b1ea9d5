"""Runs → markup. Joined here and not in a template: a long text has hundreds of thousands of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from build_tools.render.marking.runs import Numbered, Run
from build_tools.render.wording.escape import escape


def inline(runs: Iterable[Run], links: Mapping[str, str], *, anchors: bool = True) -> Markup:
    """A paragraph's text with its marks, on one line and without a character of its own.

    ``links`` maps entities to the addresses of their pages; figures lead to their row in the table of readings. A
    figure is the link itself, unless a name in it cuts it into several. ``anchors``: the figures are those of the text
    itself, so the first piece of each can be linked to.
    """
    made: list[str] = []
    for run in runs:
        text = escape(run.text)
        if run.apart:
            text = Markup(f"<bdi>{text}</bdi>")
        if run.mention or run.figure or run.opens or run.closes:
            made.extend(_marked(run, text, links, anchors))
        else:
            made.append(text)
    return Markup("".join(made))


def _marked(run: Run, text: Markup, links: Mapping[str, str], anchors: bool) -> Iterable[str]:
    whole = run.closes == 1 and not run.mention and len(run.opens) == 1
    if not whole:
        for figure, first in run.opens:
            yield f'<span class="figure{_doubt(figure)}"{_anchor(figure, anchors and first)}>'
    if run.mention:
        yield f'<a href="{escape(links[run.mention.entity])}">{text}</a>'
    elif run.figure:
        doubt, anchor = (
            (_doubt(run.figure), _anchor(run.figure, anchors and run.opens[0][1])) if whole else ("", "")
        )
        yield f'<a class="reading{doubt}"{anchor} href="#r{run.figure[0]}">{text}</a>'
    else:
        yield text
    if not whole:
        yield "</span>" * run.closes


def _anchor(figure: Numbered, wanted: bool) -> str:
    return f' id="f{figure[0]}"' if wanted else ""


def _doubt(figure: Numbered) -> str:
    doubtful = " figure-doubtful" if figure[1].suspect or figure[1].literal else ""
    return doubtful + (" sic" if figure[1].literal else "")
