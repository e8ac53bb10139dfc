"""A page served for real: in a process of its own, and asked over sockets."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

SECONDS = 120.0
"""What anything may take on a busy machine, where quickness is not what is claimed."""


@dataclass
class Server:
    """A running page."""

    process: subprocess.Popen[str]
    address: str
    lines: list[str]
    cookie: str = ""
    """Of the first who came in."""
    used: set[str] = field(default_factory=set)
    """Addresses that somebody has come in by: each opens once."""

    @property
    def home(self) -> str:
        """The first part of every address of the page."""
        return self.address.split("/open")[0]

    def stop(self, how: int = signal.SIGTERM) -> int:
        """End the server."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        code = self.process.wait(SECONDS)
        assert self.process.stderr is not None
        self.process.stderr.close()
        return code


def start(folder: Path, *options: str) -> Server:
    """Start a page on a free port, with its history and its uploads in a folder."""
    rooms = folder / "tmp"
    rooms.mkdir(parents=True, exist_ok=True)
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from auditor.cli.main import main; main()",
            "serve",
            "--no-browser",
            "--port",
            "0",
            "--history",
            str(folder / "history"),
            *options,
        ],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(rooms), "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stderr is not None
    lines: list[str] = []
    for line in process.stderr:
        lines.append(line)
        if found := re.search(r"http://\S+", line):
            break
    else:
        pytest.fail("".join(lines))
    stream = process.stderr

    def drain() -> None:
        with contextlib.suppress(ValueError):
            lines.extend(stream)

    threading.Thread(target=drain, daemon=True).start()
    return Server(process, found[0], lines)


@dataclass
class Visitor:
    """Somebody who came in through the door."""

    server: Server
    cookie: str = ""
    csrf: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def port(self) -> int:
        """The server's port."""
        port = urlsplit(self.server.address).port
        assert port is not None
        return port

    def enter(self) -> Visitor:
        """Come in: take the cookie and the mark of the forms."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        self.server.used.add(self.server.address)
        connection.request("GET", self.server.address.split(str(self.port), 1)[1])
        answer = connection.getresponse()
        self.cookie = (answer.headers["Set-Cookie"] or "").split(";")[0]
        connection.close()
        found = re.search(r'name="csrf" value="([^"]+)"', self.get("/")[1])
        assert found is not None
        self.csrf = found[1]
        return self

    def another(self) -> Visitor:
        """Come in from another browser, by the address that is told after each use."""

        def unused() -> list[str]:
            told = re.findall(r"http://\S+", "".join(self.server.lines))
            return [address for address in told if address not in self.server.used]

        wait_for(lambda: bool(unused()))
        return Visitor(replace(self.server, address=unused()[-1])).enter()

    def get(self, path: str) -> tuple[int, str]:
        """Ask for a page."""
        return self.ask("GET", path)

    def ask(
        self, method: str, path: str, body: bytes | None = None, kind: str = ""
    ) -> tuple[int, str]:
        """Ask, and give the code and the text of the answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        headers = {"Cookie": self.cookie, "Origin": f"http://127.0.0.1:{self.port}"}
        if kind:
            headers["Content-Type"] = kind
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def hand_in(self, name: str, content: bytes) -> tuple[int, str]:
        """Hand a document in."""
        mark = "----a-mark-between-parts"
        body = (
            (
                f'--{mark}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n{self.csrf}\r\n'
                f'--{mark}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
            ).encode()
            + content
            + f"\r\n--{mark}--\r\n".encode()
        )
        return self.ask("POST", "/documents", body, f"multipart/form-data; boundary={mark}")

    def has(self, text: str) -> Callable[[], bool]:
        """Make a condition: the list of jobs holds a text."""
        return lambda: text in self.get("/jobs")[1]


def wait_for(condition: Callable[[], bool], seconds: float = SECONDS) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def children_of(pid: int) -> list[int]:
    """List the processes that a process has started."""
    found = []
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError, IndexError):
            if int((entry / "stat").read_text().rpartition(")")[2].split()[1]) == pid:
                found.append(int(entry.name))
    return found


def is_running(pid: int) -> bool:
    """Return True until a process has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
