"""What a batch writes for all documents together, as tables, and what says how they were made."""
