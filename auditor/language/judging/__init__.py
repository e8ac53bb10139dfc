"""Marks and words weighed: reach, topic, strength and criteria, with reasons and chances."""
