"""What any document has: sections, running headers, contents lists, references."""
