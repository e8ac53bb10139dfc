"""The auditor against labelled statements and plans."""
