"""Text with its marks: what is isolated, where names and figures begin and end, and their context."""
