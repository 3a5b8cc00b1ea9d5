"""Names of entities in text: ``NameFinder(authority).find(text, language, paragraphs)``.

The way of a text: a folded view (``view``) is searched for all forms of all entities at once (``forms``, ``index``);
every hit is put to the rules of its script (``latin``, ``arabic``, ``chinese``); what passes them is settled by the
conditions of aliases, by rivals and by length (``resolve``), and once more with the short names that the text itself
introduces (``local``). What tells names from words is data: ``languages/<tag>/names.yml`` (``rules``).
"""

from build_tools.annotate.names.finder import NameFinder

__all__ = ["NameFinder"]
