"""Text without a page: Markdown and plain text."""
