"""Data of no fixed shape: what is handed to a template or a format of others as it is."""

from __future__ import annotations

from typing import Any

Plain = dict[str, Any]
