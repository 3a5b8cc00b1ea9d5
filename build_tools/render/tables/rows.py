"""The rows of each table. A row has its values in the order of the table's columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from build_tools.archive.dates import Day, span
from build_tools.archive.places import paragraph_at
from build_tools.model import Archive, Localized, Site
from build_tools.read.identifiers import address
from build_tools.render import paths
from build_tools.render.citing.reference import document_url, entity_url, reference

Row = Sequence[str | int | float | bool | None]


def entities(archive: Archive, site: Site) -> Iterator[Row]:
    for key, entity in archive.authority.entities.items():
        use = archive.entities.get(key)
        occurrences = use.occurrences if use else ()
        yield (
            key,
            entity.type,
            *_localized(entity.names, site),
            *_localized(entity.description, site),
            entity.identifiers.get("wikidata"),
            entity.merged_into,
            len({occurrence.place.document for occurrence in occurrences}),
            len(occurrences),
            entity_url(site, key) if use else None,
        )


def names(archive: Archive, site: Site) -> Iterator[Row]:
    for key, entity in archive.authority.entities.items():
        number = 0
        for tag, form in entity.names.items():
            number += 1
            yield (key, number, tag, form, "name", "fold", None, None, "document")
        for alias in entity.aliases:
            number += 1
            conditions = _listed(alias.needs), _listed(alias.unless), alias.scope
            yield (key, number, alias.language, alias.form, "alias", alias.case, *conditions)


def identifiers(archive: Archive, site: Site) -> Iterator[Row]:
    for key, entity in archive.authority.entities.items():
        for scheme, identifier in sorted(entity.identifiers.items()):
            yield (key, scheme, identifier, address(scheme, identifier))


def documents(archive: Archive, site: Site) -> Iterator[Row]:
    for key, annotated in archive.documents.items():
        document = annotated.document
        source = document.record.source
        cited = reference(archive, site, annotated, site.languages[0])
        appeared = source.publisher or source.reprinted_from
        days = span(source.published)
        yield (
            key,
            document.language,
            document.detected_language,
            cited.title,
            cited.supplied,
            *_localized(document.record.title, site),
            appeared if appeared in archive.authority.entities else None,
            cited.publication,
            source.published,
            _day(days[0]) if days else None,
            _day(days[1]) if days else None,
            source.byline,
            source.url,
            source.translated_from,
            source.reprinted_from,
            source.retrieved,
            document.record.rights,
            document.record.story,
            document.sha256,
            document.encoding,
            len(document.text),
            len(document.paragraphs),
            len(annotated.mentions),
            len(annotated.figures),
            document_url(site, key),
        )


def paragraphs(archive: Archive, site: Site) -> Iterator[Row]:
    for key, annotated in archive.documents.items():
        text = annotated.document.text
        for number, paragraph in enumerate(annotated.document.paragraphs, 1):
            words = text[paragraph.start : paragraph.end]
            yield (key, number, paragraph.start, paragraph.end, paragraph.boilerplate, words)


def translations(archive: Archive, site: Site) -> Iterator[Row]:
    for key, annotated in archive.documents.items():
        shown = len(annotated.document.paragraphs)
        for made in annotated.translations:
            translation = made.translation
            for number, paragraph in enumerate(translation.paragraphs[:shown], 1):
                yield (
                    key,
                    translation.language,
                    number,
                    translation.made_by,
                    translation.translator,
                    translation.reviewed_by,
                    translation.date,
                    translation.text[paragraph.start : paragraph.end],
                )


def mentions(archive: Archive, site: Site) -> Iterator[Row]:
    for key, annotated in archive.documents.items():
        places = annotated.document.paragraphs
        for number, mention in enumerate(annotated.mentions, 1):
            paragraph = paragraph_at(places, mention.start)
            yield (
                key,
                number,
                paragraph,
                mention.start,
                mention.end,
                mention.surface,
                mention.entity,
                mention.type,
                mention.rule or None,
            )


def figures(archive: Archive, site: Site) -> Iterator[Row]:
    for key, annotated in archive.documents.items():
        cited = reference(archive, site, annotated, site.languages[0])
        page = document_url(site, key)
        numbers = {figure.start: number for number, figure in enumerate(annotated.figures, 1)}
        for number, figure in enumerate(annotated.figures, 1):
            yield (
                key,
                number,
                paragraph_at(annotated.document.paragraphs, figure.start),
                figure.start,
                figure.end,
                figure.surface,
                figure.kind,
                figure.value,
                figure.low,
                figure.high,
                figure.currency,
                figure.unit,
                figure.modifier,
                figure.suspect,
                figure.corrected,
                figure.assumed,
                numbers.get(figure.equivalent_of) if figure.equivalent_of is not None else None,
                *_localized(figure.note, site),
                figure.rule or None,
                cited.publication,
                cited.published,
                f"{page}#f{number}",
            )


def forms(archive: Archive, site: Site) -> Iterator[Row]:
    for key, use in archive.entities.items():
        for form in use.forms:
            yield (key, form.language, form.surface, form.count)


def relations(archive: Archive, site: Site) -> Iterator[Row]:
    number = 0
    for key, entity in archive.authority.entities.items():
        for relation in entity.relations:
            for document in relation.documents or (None,):
                number += 1
                known = document if document in archive.documents else None
                yield (number, key, relation.kind, relation.object, known, relation.quote)


def measures(archive: Archive, site: Site) -> Iterator[Row]:
    for comparison in archive.comparisons:
        measure = comparison.measure
        yield (
            measure.id,
            measure.subject,
            *_localized(measure.names, site),
            measure.kind,
            measure.unit,
            measure.currency,
            measure.period,
            comparison.verdict,
            paths.absolute(site, paths.address(site, paths.measure(measure.id), site.languages[0])),
        )


def statements(archive: Archive, site: Site) -> Iterator[Row]:
    for comparison in archive.comparisons:
        for number, stated in enumerate(comparison.statements, 1):
            place = stated.use.place
            text = archive.documents[place.document].document.text
            yield (
                comparison.measure.id,
                number,
                place.document,
                stated.use.number,
                stated.statement.as_of,
                *_localized(stated.statement.basis, site),
                stated.origin,
                # A quotation may run on into what may not be published.
                stated.statement.quote if stated.statement.quote in text else None,
            )


def passages(archive: Archive, site: Site) -> Iterator[Row]:
    for number, passage in enumerate(archive.passages, 1):
        yield (
            number,
            passage.left.document,
            passage.left.paragraph,
            passage.right.document,
            passage.right.paragraph,
            round(passage.score, 4),
            _listed(passage.entities),
            _listed(f"{left}={right}" for left, right in passage.figures),
        )


def _localized(texts: Localized, site: Site) -> list[str | None]:
    return [texts.get(tag) for tag in site.languages]


def _listed(words: Iterable[str]) -> str | None:
    return "|".join(words) or None


def _day(day: Day) -> str:
    return f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d}"
