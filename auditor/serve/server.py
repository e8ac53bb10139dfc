"""Start the page on this machine's own address, and stop it without leaving anything behind."""

from __future__ import annotations

import _thread
import os
import select
import signal
import socket
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from auditor.errors import UsageError
from auditor.isolation.room import Room, make_room
from auditor.rules import Rules
from auditor.rules.translating.shared_texts import ENGLISH
from auditor.serve.app_state import AppState
from auditor.serve.jobs.queue import Jobs, worker_pool
from auditor.serve.store.history import History

HOST = "127.0.0.1"
USUAL_PORT = 8517
THREADS = 24
Opened = Callable[[str, Path | None], None]
"""Told an address that works once, and at the start a private file that leads to it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the page is to be served."""

    port: int | None = None
    """None takes the usual one, or any that is free; 0 any."""
    history: Path | None = None
    """The folder of the history; None keeps nothing."""
    megabytes: int = 100
    lexicons: Path | None = None
    rubric: Path | None = None
    report_language: str = ENGLISH
    """Of the screens and the reports."""


def serve(wanted: Wanted, opened: Opened) -> None:
    """Serve until stopped; `opened` is told where to come in once the page answers.

    Raises:
        UsageError: the port is taken, or the history cannot be opened.
        DataError: a word list or the rubric has a mistake.

    """
    rules = Rules.read(wanted.lexicons, wanted.rubric, wanted.report_language)
    listening = _listen(wanted.port)
    with _app_state(wanted, rules, listening.getsockname()[1]) as state:
        _run(state, listening, opened)


def _run(state: AppState, listening: socket.socket, opened: Opened) -> None:
    from waitress.server import create_server

    from auditor.serve.app import make_app
    from auditor.serve.connections import IDLE, MOST_CONNECTIONS, channel_for

    app = make_app(state)
    server = create_server(
        app,
        sockets=[listening],
        threads=THREADS,
        ident=None,
        clear_untrusted_proxy_headers=True,
        max_request_body_size=1 << 62,  # `connections` knows better
        connection_limit=2 * MOST_CONNECTIONS,
        channel_timeout=IDLE,
        cleanup_interval=5,
        asyncore_use_poll=hasattr(select, "poll"),
    )
    server.channel_class = channel_for(state)
    ending = threading.Event()

    def stop() -> None:
        if not ending.is_set():
            ending.set()
            state.jobs.close()
            _thread.interrupt_main()

    app.config["STOP"] = stop
    with _stopped_by_signals(state.jobs.end_news):
        _open(state, opened)
        try:
            server.run()
        except KeyboardInterrupt:
            pass
        finally:
            state.jobs.close()
            server.close()


def _open(state: AppState, opened: Opened) -> None:
    """Announce where to come in, now and each time somebody has: every address works once."""
    door = f"http://{HOST}:{state.port}/open?token="
    page = state.room / "start.html"
    content = (
        f'<!DOCTYPE html><meta http-equiv="refresh" content="0; url={door}{state.start.value}">'
    )
    with open(page, "x", encoding="ascii", opener=_open_private) as file:
        file.write(content)

    def renew(token: str) -> None:
        page.unlink(missing_ok=True)
        opened(door + token, None)

    state.start.renewed = renew
    opened(door + state.start.value, page)


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


@contextmanager
def _stopped_by_signals(before_the_end: Callable[[], None]) -> Iterator[None]:
    """Let the signals that end a process end this one tidily."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        before_the_end()
        raise KeyboardInterrupt

    wanted = [each for each in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, each)]
    before = {each: signal.signal(getattr(signal, each), interrupt) for each in wanted}
    try:
        yield
    finally:
        for each, old in before.items():
            signal.signal(getattr(signal, each), old)


def _listen(port: int | None) -> socket.socket:
    """Listen on this machine's own address only.

    Raises:
        UsageError: the port asked for is taken.

    """
    for each in (USUAL_PORT, 0) if port is None else (port,):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name != "nt":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, each))
        except OSError:
            listening.close()
            continue
        listening.listen(64)
        return listening
    raise UsageError(
        f"the port {port} is taken or not allowed",
        remedy="Choose another one, or leave --port out: then a free one is found.",
    )


@contextmanager
def _app_state(wanted: Wanted, rules: Rules, port: int) -> Iterator[AppState]:
    """Open what the server needs, and close and delete it at the end."""
    pool = worker_pool(wanted.lexicons, wanted.rubric, wanted.report_language)
    with (
        closing(_room()) as room,
        closing(History(wanted.history)) as history,
        closing(Jobs(history, rules, pool)) as jobs,
    ):
        yield AppState(
            rules,
            history,
            jobs,
            room.path,
            port,
            wanted.megabytes,
            interrupted=history.take_interrupted(),
        )


def _room() -> Room:
    try:
        return make_room("page")
    except OSError as error:
        raise UsageError(
            f"no folder for uploads can be made ({error.strerror})",
            place=tempfile.gettempdir(),
            remedy="Make room on the disk, or set TMPDIR.",
        ) from None
