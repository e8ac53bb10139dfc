"""OpenDocument files: text, slides, sheets and drawings."""
