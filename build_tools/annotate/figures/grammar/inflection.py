"""The table of endings: how the nouns of a language with a written article change."""

from __future__ import annotations

from build_tools.annotate.figures.grammar.table import Forms, Table


class Inflection(Table):
    """Endings of nouns and adjectives, in the view's spelling but where said."""

    listed_feminine: str = ""
    """The ending of a feminine as the tables list it, in its own spelling."""
    no_tanwin: Forms = ()
    """Endings of a noun, in their own spelling, that take no ending of tanwin."""
    relative: Forms = ()
    """Endings of an adjective of relation, in their own spelling."""
    hamza: str = ""
    """What ends a noun whose last letter a pronoun changes: أبناء, أبنائه."""
    feminine: str = ""
    """The ending of a feminine."""
    feminine_bound: str = ""
    """The same before another ending."""
    tanwin: str = ""
    """The ending of an indefinite object."""
    duals: Forms = ()
    """Endings of a dual."""
    duals_bound: Forms = ()
    """Endings of a dual before the noun that it belongs to."""
    plurals: Forms = ()
    """Endings of a plural of persons."""
    feminine_plural: str = ""
    """The ending of a plural of feminines."""
    broken_plural: str = ""
    """The first letter of most plurals that end like a feminine: الأندية."""
    article_after_for: str = ""
    """The article with the preposition that swallows its first letter: لل."""
    people: Forms = ()
    """Endings of the word for what or who is from a place."""
    leads: str = ""
    """Proclitics that stand before any other one."""
    partitives: Forms = ()
    """After a plural and its number these part the two: ثلاثة من."""
