"""What a citation of a document says, before any format."""
