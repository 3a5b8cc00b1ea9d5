"""The index of names in three orders: by type, by name in the reader's language, by number of documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from build_tools.folding import fold_text, han_variants
from build_tools.model import EntityUse, OutputFile
from build_tools.render import paths
from build_tools.render.context import Context, Page
from build_tools.render.listing import Jump, Leaf, jumps, leaves
from build_tools.render.pictures.network import ties
from build_tools.render.wording.collation import initial, sort_key
from build_tools.render.wording.names import choose, entity_name

PER_PAGE = 400

ORDERS = {
    "type": paths.ENTITIES,
    "name": "entities/by/name",
    "documents": "entities/by/documents",
}


@dataclass(frozen=True, slots=True)
class Item:
    use: EntityUse
    group: str
    """What its heading in the list is made of: a type's id, a letter, or nothing."""
    documents: int


@dataclass(frozen=True, kw_only=True)
class EntitiesPage(Page):
    kind = "entities"
    scripts = ("assets/javascripts/facets.js",)

    leaf: Leaf[Item]
    groups: Sequence[tuple[str, Sequence[Item]]]
    order: str
    orders: Mapping[str, str]
    """Every order with the page path of its list."""
    list_path: str
    jumps: Sequence[Jump]
    """The letters of a long list by name, the types of one by type."""
    variants: str
    """Characters that readers may type for those of the names, each followed by the one that is meant."""
    related: bool
    """There is a page of the relations between them."""
    shown_in_full: bool
    """What no page names stands in no text: all of them are shown whole."""


def pages(context: Context) -> Iterator[OutputFile]:
    related = bool(ties(context.archive))
    for order, path in ORDERS.items():
        items = _ordered(context, order)
        begin = jumps(items, PER_PAGE, partial(_begins, context, order))
        for leaf in leaves(items, PER_PAGE):
            page = EntitiesPage(
                leaf=leaf,
                groups=_grouped(leaf),
                order=order,
                orders=ORDERS,
                list_path=path,
                jumps=begin,
                variants=_variants(leaf),
                related=related,
                shown_in_full=context.lookup.shown_in_full,
            )
            title = str(context.words.gettext("Entities"))
            yield context.page(paths.numbered(path, leaf.number), page, title=title)


def _begins(context: Context, order: str, item: Item) -> str:
    kind = context.archive.authority.types.get(item.group) if order == "type" else None
    name = choose(kind.plural or kind.names, context.language, ("en",)) if kind else None
    return name.text if name else item.group


def _variants(leaf: Leaf[Item]) -> str:
    uses = [item.use for item in leaf.items]
    names = [name for use in uses for name in use.entity.names.values()]
    forms = [form.surface for use in uses for form in use.forms]
    return han_variants(set(fold_text("".join((*names, *forms)))))


def _ordered(context: Context, order: str) -> list[Item]:
    uses = context.archive.entities
    types = list(context.archive.authority.types)
    names = {key: entity_name(use.entity, context.language).text for key, use in uses.items()}
    person = {key: use.entity.type == "person" for key, use in uses.items()}
    collated = {key: sort_key(name, context.language, person=person[key]) for key, name in names.items()}
    documents = {key: len(context.lookup.documents_naming.get(key, ())) for key in uses}
    type_rank = {identifier: rank for rank, identifier in enumerate(types)}

    def by_type(key: str) -> object:
        kind = uses[key].entity.type
        return type_rank.get(kind, len(types)), kind, collated[key]

    def by_documents(key: str) -> object:
        return -documents[key], -len(uses[key].occurrences), collated[key]

    orders: dict[str, tuple[Callable[[str], object], Callable[[str], str]]] = {
        "type": (by_type, lambda key: uses[key].entity.type),
        "name": (
            lambda key: collated[key],
            lambda key: initial(names[key], context.language, person=person[key]),
        ),
        "documents": (by_documents, lambda key: ""),
    }
    rank, group = orders[order]
    return [Item(uses[key], group(key), documents[key]) for key in sorted(uses, key=rank)]  # type: ignore[arg-type]


def _grouped(leaf: Leaf[Item]) -> list[tuple[str, list[Item]]]:
    return [(group, list(items)) for group, items in groupby(leaf.items, key=lambda item: item.group)]
