"""Files on the web: from public hosts only, every redirect checked again, and within a time.

The host is looked up once, its addresses are checked, and the connection goes to one of those
checked, so that a name cannot mean another machine a moment later.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from auditor import __version__
from auditor.batch.sources.addresses import (
    WEB,
    FetchRules,
    check_public,
    find_hosts,
    port_of,
    scheme_of,
    split_address,
)
from auditor.errors import UnreadableDocumentError

PATIENCE = 30.0
"""Seconds a server may be silent."""
MOST_REDIRECTS = 8
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_SAFE = ":/?#[]@!$&'()*+,;=%~-._"


@contextmanager
def requested(
    address: str, method: str, rules: FetchRules, seconds: float
) -> Iterator[http.client.HTTPResponse]:
    """Ask for an address, following redirects; all of it within so many seconds.

    Raises:
        UnreadableDocumentError: the address, or one it leads to, may not be fetched.
        OSError: the server does not answer, answers with an error, or takes too long.

    """
    with _Clock(seconds) as clock, contextlib.ExitStack() as opened:
        for _ in range(MOST_REDIRECTS + 1):
            with clock.watched():
                response = opened.enter_context(_asked(address, method, rules, clock))
            location = response.headers.get("Location")
            if response.status not in _REDIRECTS or not location:
                _check_status(response)
                with clock.watched():
                    yield response
                return
            address = _next(address, location)
            opened.close()
    raise OSError(f"more than {MOST_REDIRECTS} redirects")


class _Clock:
    """Cuts a connection off when its time is up: a server that drips bytes is no exception."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._socket: socket.socket | None = None
        self._is_late = threading.Event()
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> _Clock:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def watch(self, connected: socket.socket) -> None:
        """Cut this connection off instead of the one before."""
        self._socket = connected
        if self._is_late.is_set():
            self._cut()

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Turn whatever a cut looks like from inside into one error."""
        try:
            yield
        except (OSError, ValueError, http.client.HTTPException) as error:
            if self._is_late.is_set():
                raise self._late() from None
            if isinstance(error, http.client.HTTPException):
                raise OSError(f"the answer is broken ({type(error).__name__})") from None
            raise
        if self._is_late.is_set():  # what was read may be a part only
            raise self._late()

    def _late(self) -> OSError:
        return TimeoutError(f"took longer than {self._seconds:g} seconds")

    def _cut(self) -> None:
        self._is_late.set()
        if self._socket is not None:
            with contextlib.suppress(OSError):
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


@contextmanager
def _asked(
    address: str, method: str, rules: FetchRules, clock: _Clock
) -> Iterator[http.client.HTTPResponse]:
    """Send one request to one checked machine."""
    parts = split_address(quote(address, safe=_SAFE), rules)
    connection = _connected(parts, rules, clock)
    try:
        connection.request(
            method,
            _target(parts),
            headers=_proxy_headers(parts)
            | {
                "Host": parts.netloc.rpartition("@")[2],
                "User-Agent": f"auditor/{__version__}",
                "Accept-Encoding": "identity",
                "Connection": "close",
            },
        )
        yield connection.getresponse()
    finally:
        connection.close()


def _target(parts: SplitResult) -> str:
    """Return what the first line of a request names: the path, or all for a proxy."""
    if parts.scheme == "http" and _proxy_of(parts) is not None:
        return parts._replace(fragment="").geturl()
    return parts._replace(scheme="", netloc="", fragment="").geturl() or "/"


def _connected(parts: SplitResult, rules: FetchRules, clock: _Clock) -> http.client.HTTPConnection:
    proxy = _proxy_of(parts)
    host = parts.hostname or ""
    connection = http.client.HTTPConnection(host, port_of(parts), timeout=PATIENCE)
    if proxy is None:
        connection.sock = _dialled(find_hosts(parts, rules), port_of(parts))
    else:
        _check_for_proxy(parts, rules)
        connection.sock = _dialled((proxy.hostname or "",), proxy.port or 80)
    clock.watch(connection.sock)
    if parts.scheme == "https":
        if proxy is not None:
            connection.set_tunnel(host, port_of(parts), _proxy_headers(parts, tunnel=True))
            tunnelled: Any = connection  # no public name asks for a tunnel on a socket that is open
            tunnelled._tunnel()
        context = ssl.create_default_context()
        connection.sock = context.wrap_socket(connection.sock, server_hostname=host)
        clock.watch(connection.sock)
    return connection


def _dialled(hosts: tuple[str, ...], port: int) -> socket.socket:
    """Connect to the first machine that takes the call."""
    problem: OSError = OSError("the host is not known")
    for host in hosts:
        try:
            return socket.create_connection((host, port), timeout=PATIENCE)
        except OSError as error:
            problem = error
    raise problem


def _proxy_of(parts: SplitResult) -> SplitResult | None:
    """Find the proxy that the person's own settings name for a host."""
    proxy = getproxies().get(parts.scheme)
    if not proxy or proxy_bypass(parts.hostname or ""):
        return None
    return urlsplit(proxy if "://" in proxy else f"http://{proxy}")


def _proxy_headers(parts: SplitResult, *, tunnel: bool = False) -> dict[str, str]:
    """Return the password of a proxy, in the one place where the proxy and nobody else reads it."""
    proxy = _proxy_of(parts)
    if proxy is None or not proxy.username or tunnel != (parts.scheme == "https"):
        return {}
    secret = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"Proxy-Authorization": f"Basic {b64encode(secret.encode()).decode()}"}


def _check_for_proxy(parts: SplitResult, rules: FetchRules) -> None:
    """Check a host that a proxy will look up: what this machine knows of it must be public."""
    try:
        find_hosts(parts, rules)
    except UnreadableDocumentError:
        raise
    except OSError:  # only the proxy knows names
        host = unquote(parts.hostname or "")
        if host.lower() == "localhost" or host.replace(".", "").isdecimal():
            check_public((host,), parts, rules)


def _next(address: str, location: str) -> str:
    """Follow a redirect, which must stay on the web."""
    following = urljoin(address, location)
    if scheme_of(following) not in WEB:
        raise UnreadableDocumentError(
            "leads away from the web",
            place=address,
            remedy="Download the file first.",
        )
    return following


def _check_status(response: http.client.HTTPResponse) -> None:
    if response.status >= 400:
        raise OSError(f"the server answered {response.status} {response.reason}".rstrip())
