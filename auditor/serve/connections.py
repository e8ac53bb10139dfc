"""Connections to the page: checked by their heads before a body is taken, and not too many.

A request that will be turned away has no body taken in. Where it is the user's own (an upload
that is too large), the body is read and thrown away, so that the browser can show the answer.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.receiver import FixedStreamReceiver

from auditor.serve.app_state import AppState
from auditor.serve.request_security import Asked, find_client, find_refusal
from auditor.serve.sessions import STRANGER

MOST_CONNECTIONS = 240
"""Connections that may be open in all; one more closes one of the client that has the most."""
MOST_OF_ONE = 32
"""Connections of one browser; one more closes that of its own which has been idle for longest."""
MOST_OF_STRANGERS = 160
"""Connections of which nobody knows yet whose they are, or that have no key."""
IDLE = 60
"""Seconds after which a connection that says nothing is closed."""
MOST_WASTED = 4
"""How many times over an upload may be too large, and still be told so in the page."""


def channel_for(state: AppState) -> type[HTTPChannel]:
    """Return the kind of connection that checks requests for this server."""

    class Channel(_CountedChannel):
        served = state

    return Channel


class _CheckingParser(HTTPRequestParser):  # type: ignore[misc]  # waitress has no types
    """Reads a request, and takes no body that will be refused."""

    _is_checked = False

    def __init__(self, settings: Any, channel: _CountedChannel) -> None:
        """Read a request that comes in on a connection."""
        super().__init__(settings)
        self.channel = channel

    def received(self, data: bytes) -> int:
        """Take in some bytes; return how many."""
        consumed: int = super().received(data)
        if self.headers_finished and not self._is_checked and self.error is None:
            self._is_checked = True
            refusal = self._find_refusal()
            is_refused = refusal is not None or self.command in ("GET", "HEAD")
            if is_refused and not self.completed:
                self._leave_body(refusal)
        return consumed

    def _find_refusal(self) -> int | None:
        asked, state = _asked(self), self.channel.served
        self.channel.belongs_to(find_client(asked.cookie, state))
        return find_refusal(asked, state)

    def _leave_body(self, refusal: int | None) -> None:
        """Go on without the body: the application answers from the head alone."""
        is_own = refusal in (413, 507) and not self.chunked
        self.expect_continue = False
        if is_own and self.content_length <= MOST_WASTED * self.channel.served.limit:
            self.body_rcv = FixedStreamReceiver(self.content_length, _Nowhere())
            return
        self.body_rcv = None
        self.completed = True
        self.headers["CONNECTION"] = "close"


class _Nowhere:
    """Where bytes go that nobody wants."""

    def append(self, data: bytes) -> None:
        """Forget the bytes."""

    def getfile(self) -> io.BytesIO:
        """Return an empty file."""
        return io.BytesIO()

    def close(self) -> None:
        """Be done."""

    def __len__(self) -> int:
        return 0


def _asked(request: Any) -> Asked:
    """Take what is needed from the head of a request."""
    headers: dict[str, str] = request.headers
    length = None if request.chunked else request.content_length
    return Asked(
        request.command,
        request.path,
        headers.get("HOST", ""),
        headers.get("COOKIE", ""),
        headers.get("ORIGIN"),
        headers.get("SEC_FETCH_SITE", "same-origin"),
        length,
    )


class _CountedChannel(HTTPChannel):  # type: ignore[misc]  # waitress has no types
    """A connection that makes another one of the same client close where it has too many."""

    served: AppState
    """The server whose connection it is."""
    client = STRANGER
    """The key of the browser whose it is, as its last request told."""

    def __init__(self, server: Any, *rest: Any, **more: Any) -> None:
        """Take a connection in; nobody knows yet whose it is."""
        super().__init__(server, *rest, **more)
        self.parser_class = partial(_CheckingParser, channel=self)
        self._make_room()

    def belongs_to(self, client: str) -> None:
        """Note whose connection this is."""
        if client != self.client:
            self.client = client
            self._make_room()

    def _make_room(self) -> None:
        """Close the idlest of this client, or of the one that has the most, if there are too many."""
        others = [each for each in self.server.active_channels.values() if each is not self]
        own = [each for each in others if each.client == self.client]
        if len(own) >= (MOST_OF_ONE if self.client else MOST_OF_STRANGERS):
            _close_idlest(own)
        elif len(others) >= MOST_CONNECTIONS:
            most = Counter(each.client for each in others).most_common(1)[0][0]
            _close_idlest([each for each in others if each.client == most])


def _close_idlest(channels: Sequence[Any]) -> None:
    """Have the connection closed that has been idle for longest; rather none that is answered."""
    idle = [each for each in channels if not each.requests]
    min(idle or channels, key=lambda each: each.last_activity).will_close = True
