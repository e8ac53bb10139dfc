"""Children that are kept for the next question, and renewed now and then."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from auditor.errors import AuditorError
from auditor.isolation.parent_worker import Service, Worker


@dataclass(slots=True)
class Pool:
    """As many children as are asked at once; safe to use from many threads."""

    service: Service
    most_questions: int
    """Questions after which a child is replaced by a fresh one."""
    most_idle: int | None = None
    """Children that wait for a question; None for as many as there ever were at once."""
    _idle: list[Worker] = field(default_factory=list)
    _busy: set[Worker] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _is_closed: bool = False

    @contextmanager
    def borrow(self) -> Iterator[Worker]:
        """Take a child that waits, or start one; it goes back at the end.

        Raises:
            AuditorError: the pool is closed.

        """
        worker = self._take() or self._started()
        try:
            yield worker
        finally:
            self._give_back(worker)

    def start_one(self) -> None:
        """Have a child getting ready before anybody asks."""
        with self._lock:
            if self._idle or self._is_closed:
                return
            self._idle.append(Worker(self.service))

    def close(self) -> None:
        """End all children, also those at work; no more are started."""
        with self._lock:
            self._is_closed = True
        self.end_all()

    def end_all(self) -> None:
        """End all children, also those at work."""
        with self._lock:
            everyone = [*self._idle, *self._busy]
            self._idle.clear()
        for worker in everyone:
            worker.kill()
        for worker in everyone:
            worker.stop()

    def _take(self) -> Worker | None:
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if self._is_fit(worker):
                    self._busy.add(worker)
                    return worker
                worker.stop()
        return None

    def _started(self) -> Worker:
        with self._lock:
            if self._is_closed:
                raise AuditorError("the work was stopped")
            worker = Worker(self.service)
            self._busy.add(worker)
            return worker

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            self._busy.discard(worker)
            has_room = self.most_idle is None or len(self._idle) < self.most_idle
            if has_room and not self._is_closed and self._is_fit(worker):
                self._idle.append(worker)
                return
        worker.stop()

    def _is_fit(self, worker: Worker) -> bool:
        return worker.is_running and worker.asked < self.most_questions
