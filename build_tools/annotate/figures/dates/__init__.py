"""Dates and periods in every calendar and wording that the languages use."""
