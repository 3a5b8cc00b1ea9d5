"""Whether the tests notice: small faults put into the program one at a time, each against the tests of its room."""
