"""Two documents side by side as a reader meets them: versions, or a plan and what came of it."""
