"""What is drawn: the geometry of charts, and the pictures that stand beside links to the pages."""
