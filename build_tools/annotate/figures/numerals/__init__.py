"""How much a number is: numerals in digits and words, fractions, ratios, ordinals."""
