"""Quotes held against the characters of the page that they come from."""
