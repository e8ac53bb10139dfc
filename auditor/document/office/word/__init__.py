"""Word files (.docx and its kin): the body, styles, fields, notes, tables and changes."""
