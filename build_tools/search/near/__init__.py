"""Search by meaning in the browser: the encoder, and the vectors of all sentences, as files that are small enough to be
read when a query needs them.

``search/encoder/VERSION/`` is the encoder, which no archive changes: ``start.bin`` and ``network.bin`` are read once,
``p/N.bin`` the pieces of one script when a query is in it, ``r/N.bin`` rows of the table when a query has such pieces.
The vectors lie with the index: ``near.bin`` says which stretches of text are where, ``n/N.bin`` holds the sentences of those
that lie near one another.
"""

from __future__ import annotations

from build_tools.search.near.clusters import near
from build_tools.search.near.encoder_files import FOLDER, encoder_files, folder_of

__all__ = ["FOLDER", "encoder_files", "folder_of", "near"]
