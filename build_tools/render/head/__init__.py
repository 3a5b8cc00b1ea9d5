"""What a page says of itself to machines: its metadata and its JSON-LD."""
