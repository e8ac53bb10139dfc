"""Many audits as a site of plain pages that opens from a folder or any host, and loads nothing."""
