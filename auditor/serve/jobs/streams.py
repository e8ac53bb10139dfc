"""Streams of news that are open: a few a browser, so that windows left open never block the page."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass, field

MOST_OF_ONE = 5
"""Streams that one browser may have open, of the six connections that browsers make to a page."""
MOST_STREAMS = 16
"""Streams that may be open in all; fewer than the server has threads."""


@dataclass(slots=True)
class Streams:
    """The streams that may go on, by their number, and whose they are; the oldest first.

    It has no lock of its own: `queue` holds one while it opens and closes streams.
    """

    _open: dict[int, str] = field(default_factory=dict)
    _numbers: itertools.count[int] = field(default_factory=itertools.count)

    def open(self, client: str) -> int:
        """Open a stream; where its client has too many, the oldest of them is to end.

        Where there are too many in all, the client with the most loses its oldest.

        >>> streams = Streams()
        >>> other = streams.open("other")
        >>> first, *_, last = [streams.open("one") for _ in range(MOST_OF_ONE + 1)]
        >>> [streams.is_open(each) for each in (other, first, last)]
        [True, False, True]
        """
        number = next(self._numbers)
        self._open[number] = client
        counts = Counter(self._open.values())
        if counts[client] > MOST_OF_ONE:
            self._end_oldest(client)
        elif len(self._open) > MOST_STREAMS:
            self._end_oldest(counts.most_common(1)[0][0])
        return number

    def _end_oldest(self, client: str) -> None:
        oldest = next(number for number, each in self._open.items() if each == client)
        del self._open[oldest]

    def close(self, number: int) -> None:
        """Forget a stream that is over."""
        self._open.pop(number, None)

    def is_open(self, number: int) -> bool:
        """Return True if a stream may go on."""
        return number in self._open
