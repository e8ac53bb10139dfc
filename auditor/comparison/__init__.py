"""Two documents, statement by statement: versions of one, or a plan and a report on it."""
