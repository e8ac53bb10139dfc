"""Fetching from the web: errors, redirects and slow servers each end as one error, in time."""

from __future__ import annotations

import contextlib
import socket
import socketserver
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from auditor.batch.sources import addresses, web
from auditor.batch.sources.addresses import FetchRules
from auditor.errors import UnreadableDocumentError

HERE = FetchRules(private=True)
Serve = Callable[[Callable[[socket.socket], None]], str]


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Start servers that answer a request with whatever a function sends."""
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with contextlib.ExitStack() as running:

        def start(answer: Callable[[socket.socket], None]) -> str:
            class Handler(socketserver.BaseRequestHandler):
                def handle(self) -> None:
                    with contextlib.suppress(OSError):
                        self.request.recv(65536)
                        answer(self.request)

            server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
            server.daemon_threads = True
            running.callback(server.server_close)
            running.callback(server.shutdown)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            return f"http://127.0.0.1:{server.server_address[1]}"

        yield start


def _saying(text: bytes) -> Callable[[socket.socket], None]:
    return lambda talk: talk.sendall(text)


OK = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nETag: x\r\n\r\nabc"


def _to(place: str) -> Callable[[socket.socket], None]:
    return _saying(f"HTTP/1.1 302 Found\r\nLocation: {place}\r\nContent-Length: 0\r\n\r\n".encode())


def _fetch(
    address: str, rules: FetchRules = HERE, seconds: float = 60.0, how: str = "GET"
) -> bytes:
    with web.requested(address, how, rules, seconds) as response:
        return response.read()


def test_a_file_is_fetched(serve: Serve) -> None:
    """What the server sends is what is read, also behind spaces and redirects."""
    there = serve(_saying(OK))
    assert _fetch(f"{there}/a plan.pdf") == b"abc"
    assert _fetch(serve(_to(f"{there}/b.pdf"))) == b"abc"


def test_this_machine_is_not_asked_unless_allowed(serve: Serve) -> None:
    """A list by somebody else cannot read the pages of services beside the auditor."""
    asked: list[int] = []
    there = serve(lambda talk: asked.append(1))
    with pytest.raises(UnreadableDocumentError, match="private network"):
        _fetch(there, FetchRules())
    assert not asked


def test_a_redirect_is_checked_again(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public server cannot send the auditor into a private network."""
    asked: list[int] = []
    inner = serve(lambda talk: asked.append(1)).replace("127.0.0.1", "127.0.0.2")
    monkeypatch.setattr(addresses, "is_public", lambda host: host == "127.0.0.1")
    with pytest.raises(UnreadableDocumentError, match="private network"):
        _fetch(serve(_to(inner)), FetchRules())
    assert not asked


@pytest.mark.parametrize(
    "place",
    [
        "file:///etc/passwd",
        "ftp://host/a",
        "s3://bucket/a",
        "gopher://x/",
        "data:text/plain,a",
    ],
)
def test_a_redirect_stays_on_the_web(serve: Serve, place: str) -> None:
    """No other scheme is reached by a detour, whatever is allowed."""
    with pytest.raises((UnreadableDocumentError, OSError)):
        _fetch(serve(_to(place)), FetchRules(ftp=True, private=True))


def test_redirects_in_a_circle_end(serve: Serve) -> None:
    """A server that leads nowhere is given up."""
    with pytest.raises(OSError, match="redirects"):
        _fetch(serve(_to("/again")))


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "404 Not Found"),
        (b"HTTP/1.1 500 \r\n\r\n", "500"),
        (b"", "broken"),
        (b"nonsense\r\n\r\n", "broken"),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200 + b"\r\n", "broken"),
        (b"HTTP/1.1 200 OK\r\nA: " + b"b" * 70_000 + b"\r\n\r\n", "broken"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", "broken"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "broken"),
    ],
    ids=["missing", "fault", "nothing", "nonsense", "many heads", "long head", "short", "chunks"],
)
def test_a_bad_answer_is_an_error_with_its_reason(serve: Serve, answer: bytes, words: str) -> None:
    """Half a document is never taken for a whole one."""
    with pytest.raises(OSError, match=words):
        _fetch(serve(_saying(answer)))


def _silent(talk: socket.socket) -> None:
    talk.settimeout(60)
    talk.recv(1)  # until the other side gives up


def _dripping_head(talk: socket.socket) -> None:
    talk.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(1200):
        talk.sendall(f"A{number}: b\r\n".encode()[:1])
        time.sleep(0.05)


def _dripping_body(talk: socket.socket, head: bytes = b"Content-Length: 1000\r\n") -> None:
    talk.sendall(b"HTTP/1.1 200 OK\r\n" + head + b"\r\n")
    for _ in range(1200):
        talk.sendall(b"a")
        time.sleep(0.05)


def _dripping_without_length(talk: socket.socket) -> None:
    _dripping_body(talk, b"")


@pytest.mark.parametrize("how", ["GET", "HEAD"])
@pytest.mark.parametrize(
    "answer", [_silent, _dripping_head, _dripping_body, _dripping_without_length]
)
def test_a_slow_server_is_cut_off(
    serve: Serve, answer: Callable[[socket.socket], None], how: str
) -> None:
    """Silence and drips end when the time is up, and what came till then does not count."""
    if how == "HEAD" and "head" not in answer.__name__ and answer is not _silent:
        pytest.skip("the body of an answer to HEAD is nobody's")
    begun = time.monotonic()
    with pytest.raises(TimeoutError, match="took longer"):
        _fetch(serve(answer), seconds=0.5, how=how)
    assert time.monotonic() - begun < 20  # the server would go on for a minute


def test_a_proxy_of_ones_own_is_used(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind a proxy, it is asked for the whole address."""
    heard: list[bytes] = []

    def proxy(talk: socket.socket) -> None:
        talk.sendall(OK)

    there = serve(proxy)

    class Noting(socket.socket):
        def sendall(self, data: bytes, *more: int) -> None:  # type: ignore[override]  # a socket takes any buffer
            heard.append(bytes(data))
            super().sendall(data, *more)

    monkeypatch.setenv("http_proxy", there.replace("http://", "http://me:secret@"))
    monkeypatch.setattr(web, "_dialled", lambda hosts, port: _connected(Noting, hosts, port))
    assert _fetch("http://8.8.8.8/a.pdf", FetchRules()) == b"abc"
    assert heard[0].startswith(b"GET http://8.8.8.8/a.pdf HTTP/1.1\r\n")
    assert b"Proxy-Authorization: Basic bWU6c2VjcmV0" in heard[0]
    with pytest.raises(UnreadableDocumentError):
        _fetch("http://10.0.0.1/a.pdf", FetchRules())


def _connected(kind: type[socket.socket], hosts: tuple[str, ...], port: int) -> socket.socket:
    made = kind(socket.AF_INET, socket.SOCK_STREAM)
    made.settimeout(60)
    made.connect((hosts[0], port))
    return made
