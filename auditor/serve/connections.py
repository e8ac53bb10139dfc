"""Connections to the page: checked by their heads before a body is taken, and not too many.

A request that will be turned away has no body taken in. Where it is the user's own (an upload
that is too large), the body is read and thrown away, so that the browser can show the answer.
"""

from __future__ import annotations

import io
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.receiver import FixedStreamReceiver

from auditor.serve.app_state import AppState
from auditor.serve.request_security import Asked, find_refusal

MOST_CONNECTIONS = 240
"""Connections that may be open; one more closes the one that has been idle for longest."""
IDLE = 60
"""Seconds after which a connection that says nothing is closed."""
MOST_WASTED = 4
"""How many times over an upload may be too large, and still be told so in the page."""


def channel_for(state: AppState) -> type[HTTPChannel]:
    """Return the kind of connection that checks requests for this server."""

    class Parser(_CheckingParser):
        def _find_refusal(self) -> int | None:
            return find_refusal(_asked(self), state)

        @property
        def _most_wasted(self) -> int:
            return MOST_WASTED * state.limit

    class Channel(_CountedChannel):
        parser_class = Parser

    return Channel


class _CheckingParser(HTTPRequestParser):  # type: ignore[misc]  # waitress has no types
    """Reads a request, and takes no body that will be refused."""

    _is_checked = False

    def _find_refusal(self) -> int | None:
        raise NotImplementedError

    @property
    def _most_wasted(self) -> int:
        raise NotImplementedError

    def received(self, data: bytes) -> int:
        """Take in some bytes; return how many."""
        consumed: int = super().received(data)
        if self.headers_finished and not self.completed and not self._is_checked:
            self._is_checked = True
            refusal = self._find_refusal()
            if refusal is not None or self.command in ("GET", "HEAD"):
                self._leave_body(refusal)
        return consumed

    def _leave_body(self, refusal: int | None) -> None:
        """Go on without the body: the application answers from the head alone."""
        is_own = refusal in (413, 507) and not self.chunked
        self.expect_continue = False
        if is_own and self.content_length <= self._most_wasted:
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
    """A connection that makes another one close where there are too many."""

    def __init__(self, server: Any, *rest: Any, **more: Any) -> None:
        """Take a connection in."""
        super().__init__(server, *rest, **more)
        others = [each for each in server.active_channels.values() if each is not self]
        if len(others) >= MOST_CONNECTIONS:
            idle = [each for each in others if not each.requests]
            min(idle or others, key=lambda each: each.last_activity).will_close = True
