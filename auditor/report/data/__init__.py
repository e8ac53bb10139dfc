"""Reports for other programs: JSON, web annotations, projects of qualitative analysis."""
