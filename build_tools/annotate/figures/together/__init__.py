"""What several figures, or a figure and the words around it, come to together: ranges, bounds, elisions."""
