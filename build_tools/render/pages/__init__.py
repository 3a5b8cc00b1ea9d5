"""One module per page kind, each with ``pages(context)``."""
