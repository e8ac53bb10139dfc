"""Files that are somewhere else, asked for by what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.batch.sources.addresses import FetchRules
from auditor.batch.sources.remote import find_mark, list_remote, remote_system, write_fetched
from auditor.errors import DocumentError, UnreadableDocumentError

RULES = FetchRules()


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "memory://plans", "zip://a::https://b/c.zip", "ftp://host/a.pdf"],
)
def test_what_may_not_be_fetched_is_refused_by_each_way_in(address: str, tmp_path: Path) -> None:
    """Nothing is opened, and the mark is unknown."""
    with pytest.raises(UnreadableDocumentError):
        remote_system(address, RULES)
    with pytest.raises(DocumentError):
        write_fetched(address, tmp_path, RULES)
    with pytest.raises(UnreadableDocumentError):
        list_remote(address, RULES, lambda name: True)
    assert find_mark(address, RULES) == ""
    assert not [path for path in tmp_path.iterdir() if path.stat().st_size]


def test_a_host_of_this_machine_is_no_public_one(tmp_path: Path) -> None:
    """Unless the person who runs the batch allows it."""
    with pytest.raises(UnreadableDocumentError, match="private network"):
        write_fetched("http://127.0.0.1:9/plan.pdf", tmp_path, RULES)
