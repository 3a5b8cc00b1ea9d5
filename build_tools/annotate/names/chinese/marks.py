"""Marks between Chinese clauses and words."""

CLAUSE = "，,；;：:。！？!?\n"
"""Marks at which clauses end."""
JOINTS = frozenset("、和与及跟同或")
"""What joins nouns of one kind."""
