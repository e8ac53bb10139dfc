"""Options in, exit code out; decides nothing."""
