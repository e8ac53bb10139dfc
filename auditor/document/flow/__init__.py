"""Inputs that flow instead of standing on pages: their drafts, rows of tables and one text."""
