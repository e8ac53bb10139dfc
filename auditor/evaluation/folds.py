"""Folds that part no pair of near-copies and no document.

Statements that belong together (a pair or triple named in `note`, a document, a `group` that
runs through several languages) fall
into one fold, so that nothing is judged by weights that have seen its near copy.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

COUNT = 5
_PAIR = re.compile(r"\b(?:pair|triple|triplet|set|group|quad)\s+([A-Za-z]?\d+)")


def group_of(record: Mapping[str, Any]) -> str:
    """Return the name of what a statement belongs to: its group, document, pair, or itself.

    >>> group_of({"id": "wa-001", "note": "pair 07: date only"})
    'wa pair 07'
    >>> group_of({"id": "rx-1", "document": {"name": "plan.pdf"}})
    'document plan.pdf'
    >>> group_of({"id": "01-001", "plan": "01-tarnbrook"})
    'document 01-tarnbrook'
    """
    if record.get("group"):
        return f"group {record['group']}"
    document = (record.get("document") or {}).get("name") or record.get("plan")
    if document:
        return f"document {document}"
    pair = _PAIR.search(record.get("note") or "")
    if pair:
        return f"{str(record.get('id', '')).rsplit('-', 1)[0]} pair {pair[1]}"
    return str(record.get("id") or record.get("text"))


def fold_of(record: Mapping[str, Any], count: int = COUNT) -> int:
    """Return the fold of a statement, from 0; the same on every machine."""
    digest = hashlib.sha256(group_of(record).encode()).hexdigest()
    return int(digest, 16) % count
