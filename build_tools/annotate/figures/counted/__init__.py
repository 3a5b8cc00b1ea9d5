"""What a number is a number of: nouns, units, currencies, lengths of time."""
