"""The whole site as one file. Publishing packs it, since pages and assets are in it; here it is offered."""

from __future__ import annotations

from build_tools.model import Site
from build_tools.render.formats import Download, Export
from build_tools.render.wording.vocabulary import N_


def offered(site: Site) -> tuple[Download, ...]:
    if not site.offline:
        return ()
    description = N_("Unpack it and open index.html in the folder. Search by meaning needs the site itself.")
    if site.packed:
        description = N_(
            "Unpack it and open index.html in the folder. Search by meaning and packed downloads need the site itself."
        )
    return (
        Download(site.offline, "application/zip", N_("The whole site, for reading offline"), description),
    )


EXPORT = Export(of_archive=offered)
