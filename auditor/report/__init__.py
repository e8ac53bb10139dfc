"""An audit in, a page out."""
