"""Reports as Word files and spreadsheets."""
