"""A page on the reader's own machine."""
