"""What reports, comparisons and reviews are made of as plain data: the JSON, typed."""
