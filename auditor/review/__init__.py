"""People's decisions on an audit, kept across re-runs."""
