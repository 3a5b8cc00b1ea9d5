"""The network of names: who the register relates to whom, in the whole archive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.model import OutputFile
from build_tools.render import paths
from build_tools.render.context import Context, Page
from build_tools.render.pictures.network import Network, ties, whole


@dataclass(frozen=True, kw_only=True)
class NetworkPage(Page):
    kind = "network"
    scripts = ("assets/javascripts/pictures.js",)

    network: Network
    types: Sequence[str]
    """Of the names that are shown, as they follow one another."""


def pages(context: Context) -> Iterator[OutputFile]:
    """One page, where any relation is stated."""
    archive = context.archive
    network = context.lookup.once("network", lambda: whole(archive, ties(archive)))
    if network is None:
        return
    types = list(dict.fromkeys(node.type for node in network.nodes))
    title = str(context.words.gettext("Relations"))
    yield context.page(paths.NETWORK, NetworkPage(network=network, types=types), title=title)
