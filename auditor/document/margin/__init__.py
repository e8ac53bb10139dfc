"""Comments and suggestions in the margin of a copy of the writer's own file."""
