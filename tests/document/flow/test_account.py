"""An account of what was left out says each thing once, shortly, and never without end."""

from __future__ import annotations

from auditor.document.flow.account import LONGEST, MOST_ENTRIES, Account


def test_an_entry_is_short_and_stands_once() -> None:
    """Long text is cut, the same text is told once, blanks are nothing."""
    account = Account()
    for text in ("babies " * 100, "babies " * 100, "  ", ["ba", "by"]):
        account.hide("hidden text", text)
    assert len(account.hidden) == 2 and account.hidden[1] == "hidden text: baby"
    assert len(account.hidden[0]) <= LONGEST + len("hidden text: ")


def test_an_account_ends() -> None:
    """Thousands of hidden words and pictures make no endless list."""
    account = Account()
    for nth in range(2 * MOST_ENTRIES):
        account.hide("hidden text", str(nth))
        account.miss(f"picture {nth}", "not read")
    assert len(account.hidden) == len(account.unread) == MOST_ENTRIES
