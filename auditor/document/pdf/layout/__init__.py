"""Words of a page into lines, reading order and running text."""
