"""Another source of proposals: named-entity models that the user has installed (spaCy, Stanza, GLiNER).

None of them is a dependency of this project; what is missing is said with the command that installs it.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

from build_tools.annotate.suggest.proposal import Sighting
from build_tools.annotate.suggest.text import Text
from build_tools.problems import DataError, Problem

Spans = Callable[[str], Iterator[tuple[int, int, str]]]
"""Text → (start, end, label) of each name."""

TYPES = {
    "PER": "person", "PERSON": "person", "ORG": "organization", "ORGANIZATION": "organization", "NORP": "organization",
    "GPE": "place", "LOC": "place", "LOCATION": "place", "FAC": "place", "PRODUCT": "product", "LAW": "law",
    "EVENT": "event", "WORK_OF_ART": "publication",
}  # fmt: skip
"""Label of a model → entity type; other labels (numbers, dates) are no names."""


def model_finder(name: str) -> Callable[[Text], Iterator[Sighting]]:
    """A finder for ``suggest(…, finders=[…])`` from ``spacy:MODEL``, ``stanza:LANGUAGE`` or ``gliner:MODEL``.

    Raises ``DataError`` when the source is unknown, or the library or the model is not installed.
    """
    source, _, model = name.partition(":")
    make = _SOURCES.get(source)
    if make is None or not model:
        known = ", ".join(f"{key}:…" for key in _SOURCES)
        raise DataError(
            [Problem(name, 0, "unknown-model", "This is no source of names", f"Use one of {known}")]
        )
    spans = make(model)

    def find(text: Text) -> Iterator[Sighting]:
        for paragraph in text.document.paragraphs:
            for start, end, label in spans(text.document.text[paragraph.start : paragraph.end]):
                kind = TYPES.get(label.upper().replace(" ", "_"))
                if kind is not None and start < end:
                    yield Sighting(paragraph.start + start, paragraph.start + end, "model", kind, name)

    return find


def _load(library: str, model: str) -> ModuleType:
    try:
        return importlib.import_module(library)
    except ImportError:
        problem = Problem(
            f"{library}:{model}",
            0,
            "missing-library",
            f"{library} is not installed",
            f"Run: pip install {library}",
        )
        raise DataError([problem]) from None


def _missing(source: str, model: str, error: Exception, remedy: str) -> DataError:
    reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    return DataError(
        [Problem(f"{source}:{model}", 0, "missing-model", f"The model cannot be loaded: {reason}", remedy)]
    )


def _spacy(model: str) -> Spans:
    library: Any = _load("spacy", model)
    try:
        pipeline = library.load(model)
    except (OSError, ValueError) as error:
        raise _missing("spacy", model, error, f"Run: python -m spacy download {model}") from None

    def spans(text: str) -> Iterator[tuple[int, int, str]]:
        for entity in pipeline(text).ents:
            yield entity.start_char, entity.end_char, entity.label_

    return spans


def _stanza(language: str) -> Spans:
    library: Any = _load("stanza", language)
    try:
        pipeline = library.Pipeline(language, processors="tokenize,ner", download_method=None, verbose=False)
    except Exception as error:  # stanza raises plain exceptions of many kinds
        remedy = f"Run: python -c \"import stanza; stanza.download('{language}')\""
        raise _missing("stanza", language, error, remedy) from None

    def spans(text: str) -> Iterator[tuple[int, int, str]]:
        for entity in pipeline(text).ents:
            yield entity.start_char, entity.end_char, entity.type

    return spans


def _gliner(model: str) -> Spans:
    library: Any = _load("gliner", model)
    try:
        pipeline = library.GLiNER.from_pretrained(model, local_files_only=True)
    except Exception as error:  # the hub's errors have no common class
        raise _missing("gliner", model, error, f"Run: huggingface-cli download {model}") from None
    labels = ["person", "organization", "location", "product", "law", "event"]

    def spans(text: str) -> Iterator[tuple[int, int, str]]:
        for entity in pipeline.predict_entities(text, labels):
            yield entity["start"], entity["end"], entity["label"]

    return spans


_SOURCES: dict[str, Callable[[str], Spans]] = {"spacy": _spacy, "stanza": _stanza, "gliner": _gliner}
