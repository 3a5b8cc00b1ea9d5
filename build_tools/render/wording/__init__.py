"""Words for readers: catalogues, names, numbers, dates and units as an interface language has them."""
