"""A file in, positioned text out."""
