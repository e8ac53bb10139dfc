"""Streams of news are few a browser, and few in all."""

from __future__ import annotations

from auditor.serve.jobs.streams import MOST_OF_ONE, MOST_STREAMS, Streams


def test_a_browser_loses_its_own_oldest() -> None:
    """Whatever others have open stays."""
    streams = Streams()
    other = streams.open("other")
    own = [streams.open("one") for _ in range(MOST_OF_ONE + 2)]
    assert streams.is_open(other)
    assert [streams.is_open(each) for each in own] == [False, False, *[True] * MOST_OF_ONE]


def test_the_browser_with_the_most_gives_way() -> None:
    """Many browsers with a few each reach the limit of all."""
    streams = Streams()
    most = [streams.open("most") for _ in range(MOST_OF_ONE)]
    others = [streams.open(f"other {nth}") for nth in range(MOST_STREAMS - MOST_OF_ONE + 1)]
    assert not streams.is_open(most[0]) and all(map(streams.is_open, (*most[1:], *others)))


def test_a_stream_that_is_over_leaves_room() -> None:
    """It is forgotten."""
    streams = Streams()
    one, *rest = (streams.open("one") for _ in range(MOST_OF_ONE))
    streams.close(rest[0])
    streams.open("one")
    assert streams.is_open(one) and not streams.is_open(rest[0])
