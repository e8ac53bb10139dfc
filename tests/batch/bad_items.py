"""Items that no batch should stumble over, of a dozen kinds, and servers that behave badly."""

from __future__ import annotations

import contextlib
import os
import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf


def _undecodable(folder: Path, number: int) -> str:
    path = os.fsencode(folder) + b"/na\xefve \xff %d.txt" % number
    with open(path, "wb") as file:
        file.write(b"Babies come first in plan %d." % number)
    return os.fsdecode(path)


def _controlled(folder: Path, number: int) -> str:
    path = folder / f"plan \x1b]0;owned\x07\x1b[2J\n{number}.txt"
    path.write_text(f"Babies come second in plan {number}.")
    return str(path)


def _pipe(folder: Path, number: int) -> str:
    path = folder / f"pipe-{number}.pdf"
    os.mkfifo(path)
    return str(path)


def _device(folder: Path, number: int) -> str:
    path = folder / f"device-{number}.pdf"
    path.symlink_to("/dev/zero")
    return str(path)


def _circle(folder: Path, number: int) -> str:
    path = folder / f"circle-{number}.pdf"
    path.symlink_to(path.name)
    return str(path)


def _empty(folder: Path, number: int) -> str:
    path = folder / f"empty-{number}.pdf"
    path.write_bytes(b" " * number)
    return str(path)


def _damaged(folder: Path, number: int) -> str:
    path = folder / f"damaged-{number}.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing in it" + bytes([number]))
    return str(path)


def _locked(folder: Path, number: int) -> str:
    path = folder / f"locked-{number}.pdf"
    document = pikepdf.new()
    document.add_blank_page()
    document.save(path, encryption=pikepdf.Encryption(user="secret", owner="owner"))
    return str(path)


LOCAL = {
    "undecodable name": _undecodable,
    "control characters": _controlled,
    "pipe": _pipe,
    "device": _device,
    "circle of links": _circle,
    "empty": _empty,
    "damaged": _damaged,
    "locked": _locked,
}
"""Kinds of files."""
REMOTE = {
    "malformed address": "http://[::1/{number}.pdf",
    "chain": "reference://{number}::data:,a",
    "missing": "{web}/missing/{number}.pdf",
    "silent server": "{web}/silent/{number}.pdf",
    "dripping server": "{web}/drip/{number}.pdf",
    "null byte": "https://host/a\0{number}.pdf",
}
"""Kinds of addresses."""


class _Misbehaving(socketserver.StreamRequestHandler):
    """A web server that does what its path says."""

    def handle(self) -> None:
        with contextlib.suppress(OSError):
            what = self.rfile.readline().split(b"/")[1]
            if what == b"missing":
                self.wfile.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                return
            if what == b"silent":
                self.connection.settimeout(120)
                while self.rfile.readline():  # until the other side gives up
                    pass
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
            for _ in range(2400):
                self.wfile.write(b"a")
                time.sleep(0.05)


@contextmanager
def bad_web() -> Iterator[str]:
    """Serve badly, and give the address."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Misbehaving) as server:
        server.daemon_threads = True
        server.block_on_close = False
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
