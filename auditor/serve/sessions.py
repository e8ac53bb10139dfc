"""Who has come in through the door: each browser by a key of its own."""

from __future__ import annotations

import hmac
import secrets
import threading
from collections import deque
from dataclasses import dataclass, field

MOST = 32
"""Browsers that may be in at once; one more ends the session of the first."""
STRANGER = ""
"""Everybody who has no key."""


@dataclass(slots=True)
class Sessions:
    """The keys of the browsers that are in."""

    _keys: deque[str] = field(default_factory=lambda: deque(maxlen=MOST))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self) -> str:
        """Return a new key for a browser that has come in.

        >>> sessions = Sessions()
        >>> one, other = sessions.begin(), sessions.begin()
        >>> sessions.find(one) == one != other, sessions.find("x"), sessions.find("")
        (True, '', '')
        """
        key = secrets.token_urlsafe(24)
        with self._lock:
            self._keys.append(key)
        return key

    def find(self, given: str) -> str:
        """Return the key that is given, if it is one; nothing for a stranger's."""
        with self._lock:
            keys = tuple(self._keys)
        return next((key for key in keys if same(given, key)), STRANGER)


def same(given: str, wanted: str) -> bool:
    """Return True for two secrets that are the same, in a time that does not tell how nearly."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())
