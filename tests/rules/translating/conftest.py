"""What the tests of translations share: a copy of the folder of rules with a Welsh rubric of a few texts."""

from __future__ import annotations

from pathlib import Path

import pytest

WELSH = """title = "Prawf"

[[verdict]]
id = "absent"
title = "Tawel"
rest = "Chwiliwyd {statements:darn|darn} ({extent}). {other:|Enwir babanod unwaith.|Enwir hwy # gwaith.}"

[[criterion]]
id = "access"
advice = "Gofynnwn am lwybr."
levels = ["dim", "un", "dau", "tri", "pedwar"]
"""


@pytest.fixture
def welsh(folder: Path) -> Path:
    """A folder of rules whose Welsh rubric has few texts."""
    (folder / "cy" / "rubric.toml").write_text(WELSH, "utf-8")
    return folder
