"""Word lists: from a file anyone may edit to records that code may trust."""
