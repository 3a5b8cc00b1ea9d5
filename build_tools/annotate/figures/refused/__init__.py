"""Numbers that are no figures: parts of names, labels, addresses, scores, times of day."""
