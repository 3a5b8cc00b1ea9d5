"""From the archive to files: pages for every interface language, and exports that are the same for all of them.

A page kind is a module of ``render.pages`` with one function ``pages(context)``; a file format is a module of
``render.exports`` with its ``EXPORT``. Both stand in a list by their names, in the order in which their files are made.
Templates lie in ``templates/``, words in ``locale/``; ``render.wording.escape`` makes data safe for both.

The rooms, from the last to the first: ``pages``, ``head`` (what a page says to machines), ``exports``, ``tables``,
``pictures``, ``citing``, ``marking`` (names and figures in a text), ``wording`` (names, numbers, dates in a language).
"""
