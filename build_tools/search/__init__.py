"""Archive → search index: small files that a browser can ask for one by one.

``search/index.bin`` is read first: the rules, the first keys of the shards, the lengths of the fields. Everything
else lies in a folder named after its content, so that files of two builds are never mixed: ``s/N.bin`` shards of
the index, ``f/N.bin`` what is shown of document ``N``, ``t/N.bin`` its translations, ``facets.bin``, ``han.bin``.
"""

from __future__ import annotations

from build_tools.search.build import build

__all__ = ["build"]
