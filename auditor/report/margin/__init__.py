"""What stands in the margin of a marked draft: which passages call for a remark, and its words."""
