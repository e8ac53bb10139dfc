"""A child answers, and whatever it does instead, its parent hears of it in time."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from auditor.errors import AuditorError, DataError
from auditor.isolation.messages import Limits
from auditor.isolation.parent_ending import WorkerEnded
from auditor.isolation.parent_worker import Service, Worker

LIMITS = Limits(1 << 30, 20.0)


def service(name: str = "make_echo", setup: object = None) -> Service:
    """Name a service of the tests."""
    return Service(f"tests.isolation.services:{name}", {}, setup)


@pytest.fixture
def worker() -> Iterator[Worker]:
    """Start a child, and end it after the test."""
    made = Worker(service(setup="prepared"))
    yield made
    made.stop()


def test_a_child_answers_one_question_after_the_other(worker: Worker) -> None:
    """It is prepared once, knows that it is a child, and its printing disturbs no answer."""
    assert worker.ask_one(("say", 1), LIMITS) == (1, "prepared", True)
    assert list(worker.ask(("count", 3), LIMITS)) == [0, 1, 2]
    assert list(worker.ask(("count", 0), LIMITS)) == []
    assert worker.asked == 3 and worker.is_running


def test_something_else_is_done_while_it_works(worker: Worker) -> None:
    """The parent is free meanwhile."""
    done: list[int] = []
    worker.ask_one(("say", 1), LIMITS, meanwhile=lambda: done.append(1))
    assert done == [1]


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        (1, "crash"),
        (-signal.SIGSEGV, "crash"),
        (-signal.SIGABRT, "memory"),
        (-signal.SIGKILL, "memory"),
        (-signal.SIGXCPU, "late"),
    ],
)
def test_a_death_tells_its_cause(worker: Worker, code: int, cause: str) -> None:
    """From the exit code follows what to tell the user."""
    with pytest.raises(WorkerEnded) as caught:
        worker.ask_one(("exit", code), LIMITS)
    assert (caught.value.code, caught.value.cause) == (code, cause)
    assert not worker.is_running


@pytest.mark.parametrize("deed", ["hang", "spin"])
def test_a_child_that_takes_too_long_is_ended(worker: Worker, deed: str) -> None:
    """Whether it sleeps or works, its time is up when it is up."""
    worker.prepare()
    begun = time.monotonic()
    with pytest.raises(WorkerEnded) as caught:
        list(worker.ask((deed, None), Limits(1 << 30, 0.5)))
    assert caught.value.cause == "late"
    assert time.monotonic() - begun < 20  # by itself it would go on for a minute, or for ever


def test_memory_is_limited_on_top_of_what_the_child_has(worker: Worker) -> None:
    """A large wish is refused, a smaller one granted, and the child lives on."""
    assert worker.ask_one(("eat", 1 << 28), LIMITS) == 1 << 28
    assert worker.ask_one(("eat", 1 << 32), LIMITS) == "no memory"
    assert worker.ask_one(("eat", 1 << 28), LIMITS) == 1 << 28


def test_a_child_that_names_what_it_may_not_counts_as_crashed(worker: Worker) -> None:
    """A captured child can make nothing in its parent."""
    with pytest.raises(WorkerEnded):
        list(worker.ask(("babble", None), LIMITS))
    assert not worker.is_running


@pytest.mark.parametrize("count", [0, 2])
def test_one_message_is_wanted_where_one_is_asked_for(worker: Worker, count: int) -> None:
    """A child that says less or more than it should is not used again."""
    with pytest.raises(WorkerEnded):
        worker.ask_one(("count", count), LIMITS)
    assert not worker.is_running


def test_a_child_left_in_the_middle_of_an_answer_is_ended(worker: Worker) -> None:
    """Nobody hears the rest of an old answer as the beginning of a new one."""
    answer = worker.ask(("count", 3), LIMITS)
    assert next(answer) == 0
    answer.close()
    assert not worker.is_running


def test_a_child_says_why_it_cannot_be_prepared() -> None:
    """A mistake in the rules is told before any document is opened."""
    for ask in (Worker.prepare, lambda worker: worker.ask_one(("say", 1), LIMITS)):
        worker = Worker(service("make_none"))
        with pytest.raises(DataError) as caught:
            ask(worker)
        assert (caught.value.place, caught.value.remedy) == ("words.toml:3", "Mend it.")
        assert not worker.is_running


def test_a_child_that_does_not_start_is_told_plainly() -> None:
    """A child that dies while it gets ready is an error with a remedy."""
    worker = Worker(service("make_crash"))
    with pytest.raises(AuditorError, match="could not start") as caught:
        worker.prepare()
    assert "exit code 7" in caught.value.message and caught.value.remedy


def test_stopping_is_harmless_twice_and_leaves_no_open_file(worker: Worker) -> None:
    """Pipes are closed with the child."""
    before = _open_files()
    other = Worker(service())
    other.stop()
    other.stop()
    assert _open_files() <= before  # what other tests had open may close meanwhile


def _open_files() -> set[str]:
    """Return the numbers of the files that this process has open, where it can be known."""
    return set(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else set()
