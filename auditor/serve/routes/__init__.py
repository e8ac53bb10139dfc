"""What the page answers: a module for each part of it, each with its list of routes."""
