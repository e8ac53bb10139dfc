"""Children are kept for the next question, renewed now and then, and all ended at the end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from auditor.errors import AuditorError
from auditor.isolation.parent_ending import WorkerEnded
from auditor.isolation.parent_pool import Pool
from tests.isolation.test_parent_worker import LIMITS, service


@pytest.fixture
def pool() -> Iterator[Pool]:
    """Make a pool whose children answer two questions each, and one of which may wait."""
    made = Pool(service(), most_questions=2, most_idle=1)
    yield made
    made.close()


def _asked(pool: Pool) -> int:
    with pool.borrow() as worker:
        worker.ask_one(("say", 1), LIMITS)
        return worker.pid


def test_a_child_is_used_again_until_it_is_renewed(pool: Pool) -> None:
    """Starting a process is paid for once in so many questions."""
    first, second, third = (_asked(pool) for _ in range(3))
    assert first == second != third


def test_a_dead_child_is_replaced(pool: Pool) -> None:
    """A death costs one question, and no other."""
    with pool.borrow() as worker, pytest.raises(WorkerEnded):
        worker.ask_one(("exit", 1), LIMITS)
    assert _asked(pool) != worker.pid


def test_no_more_wait_than_are_wanted(pool: Pool) -> None:
    """After a rush the spare children end."""
    with pool.borrow() as one, pool.borrow() as other:
        assert one is not other
    assert [one.is_running, other.is_running].count(True) == 1


def test_one_started_ahead_is_the_one_that_is_asked(pool: Pool) -> None:
    """A child that gets ready before anybody asks is not started twice."""
    pool.start_one()
    pool.start_one()
    with pool.borrow() as one:
        assert one.ask_one(("say", 1), LIMITS)
        assert not pool._idle


def test_a_closed_pool_ends_all_and_starts_none(pool: Pool) -> None:
    """Also a child at work ends, and nobody can start another."""
    with pool.borrow() as busy:
        pool.close()
        assert not busy.is_running
    pool.start_one()
    with pytest.raises(AuditorError), pool.borrow():
        pass
