"""All that can go wrong, grouped by who can put it right.

AuditorError
  UsageError ........... the person at the keyboard: options or paths (exit 2)
  DataError ............ an editor: a word list, the rubric, a reviews file (exit 3)
  DocumentError ........ the owner of one document; a batch records it and goes on (exit 4)
    UnreadableDocumentError    not a document, damaged, empty
    EncryptedDocumentError     needs a password
    TooLargeDocumentError      over a limit of size, pages or memory
    TimedOutError              took longer than allowed

Doubt is no error: a document of scanned pages gets the verdict `cannot_tell`.
"""

from __future__ import annotations


class AuditorError(Exception):
    """Something a person can put right: says what, where, and how to mend it."""

    exit_code = 1

    def __init__(self, message: str, *, place: str = "", remedy: str = "") -> None:
        """Keep the parts apart, so that a report can show them each."""
        super().__init__(message)
        self.message = message
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        """One line: place, message, remedy."""
        head = f"{self.place}: {self.message}" if self.place else self.message
        return f"{head.rstrip('.')}. {self.remedy}" if self.remedy else head

    def __reduce__(self) -> tuple[object, ...]:
        """Cross process borders with place and remedy intact."""
        return _rebuild, (type(self), self.message, self.place, self.remedy)


def _rebuild(kind: type[AuditorError], message: str, place: str, remedy: str) -> AuditorError:
    return kind(message, place=place, remedy=remedy)


class UsageError(AuditorError):
    """An option, path or output that cannot be used."""

    exit_code = 2


class DataError(AuditorError):
    """A word list, rubric or reviews file that needs a change; place is file:line:column."""

    exit_code = 3


class DocumentError(AuditorError):
    """One document could not be audited; the others go on."""

    exit_code = 4


class UnreadableDocumentError(DocumentError):
    """Not a document of a known kind, damaged, or empty."""


class EncryptedDocumentError(DocumentError):
    """The document needs a password."""


class TooLargeDocumentError(DocumentError):
    """The document is over a limit of size, pages or memory."""


class TimedOutError(DocumentError):
    """The document took longer than allowed."""
