"""Tables of a page: with rules and without."""
