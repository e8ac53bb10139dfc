"""PDFs: extraction, layout, tables and what cannot be seen, page by page."""
