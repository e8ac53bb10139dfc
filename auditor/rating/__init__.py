"""Statements in, levels, verdict and score out; pure."""
