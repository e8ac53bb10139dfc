"""How slow this machine is at the moment: limits in seconds hold where it is as fast as most."""

from __future__ import annotations

import time

COUNTED = 5_000_000
USUAL = 0.25
"""Seconds of processor time that counting so far takes on most machines."""


def slowness() -> float:
    """Give how many times as long as on most machines counting takes now, at least 1."""
    begun = time.process_time()
    assert sum(number & 1 for number in range(COUNTED)) == COUNTED // 2
    return max(1.0, (time.process_time() - begun) / USUAL)
