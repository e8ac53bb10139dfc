"""What is kept: audits and people's decisions, and an audit as it stands with both."""
