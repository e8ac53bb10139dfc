"""Many documents: spread the work, survive the bad ones, resume."""
