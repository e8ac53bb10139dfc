"""Reports as PDF, and the highlighted copy of a PDF."""
