"""Documents on their way: `uploads` -> `queue` (here) -> `child` (in a process of its own)."""
