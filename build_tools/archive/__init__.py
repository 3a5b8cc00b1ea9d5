"""All documents, gathered into one read-only archive. Nothing is rendered before everything is here."""

from build_tools.archive.gather import gather

__all__ = ["gather"]
