"""Marks between Arabic clauses."""

CLAUSE = "،,:"
"""Marks at which clauses end."""
