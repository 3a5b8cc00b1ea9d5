"""Marks between Chinese clauses and words, and how much what stands beside a form counts."""

CLAUSE = "，,；;：:。！？!?\n"
"""Marks at which clauses end."""
JOINTS = frozenset("、和与及跟同或")
"""What joins nouns of one kind."""
BESIDE = 3
"""What stands directly beside a form counts as much, another name beside it one less. Where neither sense has any of
that, words of the sentence count one, those of the clause two, and one alone in another clause decides nothing."""
