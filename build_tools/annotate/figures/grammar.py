"""The data of one language's figures, checked and made ready: lexicons for everything that a number may stand beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any, Literal, cast

from build_tools import languages
from build_tools.annotate.figures.counted.money import currency_forms, currency_nouns, minor_forms
from build_tools.annotate.figures.counted.nouns import bound_duals, noun_forms, split_forms
from build_tools.annotate.figures.counted.units import unit_forms
from build_tools.annotate.figures.draft import Meaning
from build_tools.annotate.figures.lexicon import Lexicon
from build_tools.annotate.figures.view import spelling
from build_tools.model import Modifier

AtomKind = Literal[
    "zero", "unit", "teen", "ten", "tail", "times100", "hundreds", "scale", "dual", "many", "article"
]


@dataclass(frozen=True, slots=True)
class Atom:
    """One number word: what it is in the grammar, and its value (of a scale: the scale)."""

    kind: AtomKind
    value: Fraction
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """Everything the engine knows of a language. ``data`` is the file itself, for the rarer tables."""

    tag: str
    data: Mapping[str, Any]
    positional: bool
    units_first: bool
    glued: bool
    proclitics: str
    definite: str
    atoms: Mapping[str, Atom]
    leads: Mapping[str, int]
    """First words of figures with their proclitics → length of the proclitics."""
    letters: Mapping[str, Fraction]
    fractions: Mapping[str, Fraction]
    fraction_heads: Mapping[str, tuple[str, ...]]
    """First character of the words of ``fractions`` → these words, longest first."""
    doubtful: frozenset[str]
    parts: Mapping[str, int]
    vague_powers: Mapping[str, int]
    """Words for an unknown number of a power of ten: dozens, مئات."""
    stop_words: frozenset[str]
    not_plural: tuple[str, ...]
    links: Mapping[str, tuple[tuple[str, bool], ...]]
    """Words between the two numbers of a ratio by their first word, longest first, and whether they divide."""
    ordinals: Mapping[str, int]
    suffixes: Lexicon[Meaning]
    """Percent, money, durations, measures and counted nouns, as they follow a number."""
    prefixes: Lexicon[Meaning]
    """Currencies and percent signs, as they stand before a number."""
    duals: Mapping[str, tuple[int, Meaning]]
    """Duals of nouns, with their proclitics' length: two of it."""
    bound_duals: Mapping[str, tuple[int, Mapping[str, Meaning]]]
    """First words of two whose first is a dual (ركلتي جزاء), with their proclitics' length → second word → meaning."""
    head_plurals: Mapping[str, Meaning]
    """Plurals and duals of nouns, as they stand before their number: السنوات الخمس."""
    head_singulars: Mapping[str, Meaning]
    classifiers: Lexicon[Meaning]
    modifiers_before: Lexicon[Modifier]
    modifiers_after: Lexicon[Modifier]
    date_modifiers: Lexicon[Modifier]
    between: Lexicon[bool]
    from_words: Lexicon[bool]
    to_words: Lexicon[str]
    change: Lexicon[bool]
    fixed: Lexicon[Fraction]
    negative: Lexicon[bool]
    decades: Mapping[str, int]
    months: Lexicon[int]
    hijri_months: Lexicon[int]
    designators: Lexicon[bool]
    phrases: Lexicon[bool]
    phrase_heads: frozenset[str]
    """First two characters of every phrase."""
    year_before: Lexicon[bool]
    rank_after: Lexicon[bool]
    rank_before: Lexicon[bool]
    rank_copulas: Lexicon[bool]
    implied_units: Lexicon[str]
    """Words before a bare scaled number that say what it counts: 月活, users."""
    equivalent: Lexicon[bool]
    size_cues: Lexicon[bool]


def _flags(forms: Iterable[str], proclitics: str = "") -> Lexicon[bool]:
    return Lexicon({spelling(form): True for form in forms}, proclitics=proclitics)


def _turned(table: Mapping[Any, Iterable[str]]) -> Iterator[tuple[str, Any]]:
    for key, forms in table.items():
        for form in forms:
            yield spelling(str(form)), key


def _spelled(value: Any, key: str = "") -> Any:
    """The data with every form in the view's spelling; names of units and letters of scales stay as they are."""
    if isinstance(value, dict):
        # Nouns stay as they are written: the view would take ة for ه, and their forms depend on it.
        return {
            name: item if name in ("nouns", "durations") else _spelled(item, str(name))
            for name, item in value.items()
        }
    if isinstance(value, list):
        return [_spelled(item, key) for item in value]
    return (
        spelling(value)
        if isinstance(value, str)
        and key not in ("letters", "default", "units_default", "minor_currency", "fraction_sign")
        else value
    )


def _atoms(numerals: Mapping[str, Any]) -> dict[str, Atom]:
    ambiguous = {spelling(form) for form in numerals["ambiguous"]}
    atoms: dict[str, Atom] = {}

    def put(form: str, kind: AtomKind, value: int | Fraction) -> None:
        atoms[form] = Atom(kind, Fraction(value), form in ambiguous)

    for scale in numerals["scales"]:
        power = Fraction(10) ** scale["power"]
        for form in scale["one"]:
            put(spelling(form), "scale", power)
        for form in scale["two"]:
            put(spelling(form), "dual", power)
        for form in scale["many"]:
            put(spelling(form), "many", power)
    for form, value in _turned(numerals["cardinals"]):
        kind: AtomKind = "zero" if value == 0 else "unit" if value < 10 else "teen" if value < 20 else "ten"
        put(form, kind, value)
    for form in numerals["teen_tail"]:
        put(spelling(form), "tail", 10)
    for form, value in _turned(numerals["hundreds"]):
        put(form, "hundreds", value)
    for form in numerals["hundred"]:
        put(spelling(form), "times100", 100)
    for form, value in _turned(numerals["dozens"]):
        put(form, "scale", value)
    for form in numerals["articles"]:
        put(form, "article", 1)
    return atoms


def _add_solid(atoms: dict[str, Atom], ordinals: dict[str, int]) -> None:
    """Compounds written without their hyphen: twentyfive, twentyfifth."""
    tens = {form: atom for form, atom in atoms.items() if atom.kind == "ten" and form.isascii()}
    ones = {form: atom for form, atom in atoms.items() if atom.kind == "unit"}
    firsts = {form: value for form, value in ordinals.items() if value < 10}
    for ten, tenfold in tens.items():
        for one, atom in ones.items():
            atoms[ten + one] = Atom("teen", tenfold.value + atom.value)
        for one, value in firsts.items():
            ordinals[ten + one] = int(tenfold.value) + value


def _links(numerals: Mapping[str, Any]) -> dict[str, tuple[tuple[str, bool], ...]]:
    found: dict[str, list[tuple[str, bool]]] = {}
    for table, divides in (("division_words", True), ("ratio_words", False)):
        for form in numerals[table]:
            found.setdefault(form.split(" ")[0], []).append((form, divides))
    return {word: tuple(sorted(forms, key=lambda item: -len(item[0]))) for word, forms in found.items()}


def with_proclitics(words: Iterable[str], proclitics: str, definite: str) -> dict[str, int]:
    """Every word as it may open a figure, with up to two proclitics and the article → length of the proclitics."""
    leads: dict[str, int] = {}
    first = ["", *proclitics, *(a + b for a in proclitics for b in proclitics if a in "وف" and b not in "وف")]
    for word in words:
        for before in first:
            leads.setdefault(before + word, len(before))
            if definite:
                leads.setdefault(before + definite + word, len(before))
                if before.endswith("ل"):
                    # The article loses its first letter after ل, so that what is left of it is the second ل.
                    leads.setdefault(before + definite[1:] + word, len(before))
    return leads


def _suffixes(tag: str, data: Mapping[str, Any]) -> dict[str, Meaning]:
    forms: dict[str, Meaning] = {}
    definite = data["numerals"]["definite"]
    for unit, names in data["nouns"].items():
        for form in noun_forms(names, definite, dual=False):
            forms[form] = Meaning("count", unit=unit, table="noun", row=unit)
    own = {form: meaning.unit for form, meaning in forms.items()}
    for unit, form in unit_forms(tag):
        if own.get(form, unit) == unit or not definite:
            forms[form] = Meaning("count", unit=unit, table="measure", row=unit)
    for unit, names in data["durations"].items():
        for form in noun_forms(names, definite, dual=False):
            forms[form] = Meaning("duration", unit=unit, table="duration", row=unit)
    for form in data["multiples"]["suffix"]:
        forms[spelling(form)] = Meaning("multiple", table="multiple")
    for form, meaning in currency_forms(tag, "after"):
        forms[form] = meaning
    for form, meaning in minor_forms(tag):
        forms[form] = meaning
    factors = {"permille": Fraction(1, 10), "tenth": Fraction(10), "rate-step": Fraction(25)}
    units = {"percentage-point": "percentage-point", "basis-point": "basis-point", "rate-step": "basis-point"}
    for name, names in data["percent"].items():
        for form in names:
            forms[spelling(form)] = Meaning(
                "percent", units.get(name), factor=factors.get(name, Fraction(1)), table=name
            )
    return forms


def _duals(data: Mapping[str, Any]) -> dict[str, tuple[int, Meaning]]:
    numerals = data["numerals"]
    found: dict[str, Meaning] = {}
    if not numerals["definite"]:
        return {}
    without = frozenset(data["no_dual"])
    for kind, table in (("duration", data["durations"]), ("count", data["nouns"])):
        for unit, names in table.items():
            for form in noun_forms(names, "", dual=True, without=without):
                found.setdefault(form, Meaning(cast(Any, kind), unit=unit, table="dual", row=unit))
    for names, meaning in currency_nouns(data["money"]):
        for form in noun_forms(names, "", dual=True):
            found.setdefault(form, meaning)
    leads = with_proclitics(found, numerals["proclitics"], numerals["definite"])
    result = {}
    for word, skip in leads.items():
        base = word[skip:]
        while base not in found:
            base = base[1:]
        result[word] = (skip, found[base])
    return result


def _bound_duals(data: Mapping[str, Any]) -> dict[str, tuple[int, dict[str, Meaning]]]:
    numerals = data["numerals"]
    if not numerals["definite"]:
        return {}
    tables: list[tuple[str, str, Any]] = [("count", unit, names) for unit, names in data["nouns"].items()]
    for name, unit in (("percentage-point", "percentage-point"), ("basis-point", "basis-point")):
        tables.append(("percent", unit, ";".join(form.replace(" ", "_") for form in data["percent"][name])))
    found: dict[str, dict[str, Meaning]] = {}
    for kind, unit, names in tables:
        for first, second in bound_duals(names):
            found.setdefault(first, {})[second] = Meaning(cast(Any, kind), unit=unit, table="dual", row=unit)
    result: dict[str, tuple[int, dict[str, Meaning]]] = {}
    for word, skip in with_proclitics(found, numerals["proclitics"], "").items():
        result[word] = (skip, found[word[skip:]])
    return result


def _heads(data: Mapping[str, Any]) -> tuple[dict[str, Meaning], dict[str, Meaning]]:
    """Plurals (with duals) and singulars of the nouns that may stand before their number, with and without article."""
    plurals: dict[str, Meaning] = {}
    singulars: dict[str, Meaning] = {}
    definite = data["numerals"]["definite"]
    if not definite:
        return plurals, singulars
    tables: list[tuple[Any, Meaning]] = [
        (names, Meaning(cast(Any, kind), unit=unit, table="noun", row=unit))
        for kind, key in (("duration", "durations"), ("count", "nouns"))
        for unit, names in data[key].items()
    ]
    for names, meaning in [*tables, *currency_nouns(data["money"])]:
        one, many = split_forms(names)
        for target, forms in ((singulars, one), (plurals, many)):
            for form in forms:
                target.setdefault(form, meaning)
                target.setdefault(definite + form, meaning)
    return plurals, {form: meaning for form, meaning in singulars.items() if form not in plurals}


def _modifiers(table: Mapping[str, Iterable[str]], proclitics: str) -> Lexicon[Modifier]:
    return Lexicon(
        {spelling(form): cast(Modifier, name) for name, forms in table.items() for form in forms},
        proclitics=proclitics,
    )


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a BCP 47 tag's language; raises ``KeyError`` when the language has no figures.

    ``zh-Hant`` differs from ``zh`` only in the currency that a bare 元 stands for.
    """
    tag = language.split("-")[0]
    raw = languages.section(tag, "figures")
    if not raw:
        raise KeyError(language)
    data = _spelled(raw)
    numerals = data["numerals"]
    pro, definite = numerals["proclitics"], numerals["definite"]
    atoms = _atoms(numerals)
    fractions = {form: Fraction(key) for form, key in _turned(numerals["fractions"])}
    parts = dict(_turned(numerals["parts"]))
    ordinals = dict(_turned(data["ordinals"]))
    if not numerals["units_first"]:
        _add_solid(atoms, ordinals)
    ranges, names, dates, modifiers = data["ranges"], data["names"], data["dates"], data["modifiers"]
    vague = [spelling(form) for form in numerals["vague_few"]]
    owned = [form + ending for form in fractions for ending in numerals["fraction_endings"]]
    words = [*atoms, *fractions, *owned, *vague, *(form for form, _ in _turned(numerals["vague_tens"]))]
    to_words = {spelling(form): "to" for form in ranges["to"]} | {
        spelling(form): "or" for form in ranges["or"]
    }
    to_words |= {spelling(form): "pair" for form in ranges["pair"]}
    plurals, singulars = _heads(data)
    classifiers: dict[str, Meaning] = {}
    for form in data["classifiers"].get("null", data["classifiers"].get(None, ())):
        classifiers[spelling(form)] = Meaning("count", table="classifier")
    return Grammar(
        tag=tag,
        data=data,
        positional=numerals["strategy"] == "positional",
        units_first=numerals["units_first"],
        glued=numerals["glued_joiner"],
        proclitics=pro,
        definite=definite,
        atoms=atoms,
        leads=with_proclitics(words, pro, definite),
        letters={
            letter: Fraction(10) ** scale["power"]
            for scale in numerals["scales"]
            for letter in scale["letters"]
        },
        fractions=fractions,
        fraction_heads={
            head: tuple(sorted((form for form in fractions if form[0] == head), key=len, reverse=True))
            for head in {form[0] for form in fractions}
        },
        doubtful=frozenset(map(spelling, numerals["doubtful_fractions"])),
        parts=parts,
        vague_powers={form: int(power) for form, power in _turned(numerals["vague_tens"])},
        stop_words=frozenset(data["lemma"].get("stop", ())),
        not_plural=tuple(data["lemma"].get("not_plural", ())),
        links=_links(numerals),
        ordinals=ordinals,
        suffixes=Lexicon(_suffixes(tag, data)),
        prefixes=Lexicon(dict(currency_forms(tag, "before")), proclitics=pro),
        duals=_duals(data),
        bound_duals=_bound_duals(data),
        head_plurals=plurals,
        head_singulars=singulars,
        classifiers=Lexicon(classifiers),
        modifiers_before=_modifiers(modifiers["before"], pro),
        modifiers_after=_modifiers(modifiers["after"], ""),
        date_modifiers=_modifiers(
            {key: forms for key, forms in modifiers["dates"].items() if key != "between"}, pro
        ),
        between=_flags(ranges["between"], pro),
        from_words=_flags(ranges["from"], pro),
        to_words=Lexicon(to_words),
        change=_flags((form.replace("_", " ") for form in ranges["change"]), pro),
        fixed=Lexicon(
            {form: Fraction(key) for form, key in _turned(data["multiples"]["fixed"])}, proclitics=pro
        ),
        negative=_flags(numerals["negative"], pro),
        decades=dict(_turned(dates["decades"])),
        months=Lexicon({form: int(key) for form, key in _turned(dates["months"])}),
        hijri_months=Lexicon({form: int(key) for form, key in _turned(dates["hijri_months"])}),
        designators=_flags(names["designators"], pro),
        phrases=_flags(names["phrases"], pro),
        phrase_heads=frozenset(spelling(form)[:2] for form in names["phrases"]),
        year_before=_flags(dates["year_before"], pro),
        rank_after=_flags(data["rank_after"]),
        rank_before=_flags(data["rank_before"], pro),
        rank_copulas=_flags(data["rank_copulas"]),
        equivalent=_flags(data["equivalent"]),
        implied_units=Lexicon(dict(_turned(data["implied_units"])), proclitics=pro),
        size_cues=_flags(data["model_size"]["cues"]),
    )
