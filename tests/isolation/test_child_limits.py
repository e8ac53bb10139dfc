"""A child limits itself while it answers, and not longer."""

from __future__ import annotations

import resource

import pytest

from auditor.isolation.child_limits import limited
from auditor.isolation.messages import Limits


def test_limits_hold_inside_and_memory_is_free_again_outside() -> None:
    """The next question starts from its own limits."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    processor = resource.getrlimit(resource.RLIMIT_CPU)
    try:
        with limited(Limits(1 << 30, 3000)):
            soft, hard = resource.getrlimit(resource.RLIMIT_AS)
            assert soft != resource.RLIM_INFINITY and hard == before[1]
            assert resource.getrlimit(resource.RLIMIT_CPU)[0] >= 3000
            with pytest.raises(MemoryError):
                bytearray(1 << 34)
        assert resource.getrlimit(resource.RLIMIT_AS) == (before[1], before[1])
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
        resource.setrlimit(resource.RLIMIT_CPU, processor)
