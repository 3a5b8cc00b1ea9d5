"""The archive as tables, which CSV files, their descriptions and the database are made from."""
