"""CONTRIBUTING leads to what is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
LINKS = re.findall(r"\[([^\]]+)\]\(([^)#]+)\)", TEXT)


@pytest.mark.parametrize(("said", "target"), LINKS, ids=[target for _, target in LINKS])
def test_a_link_leads_to_what_it_names(said: str, target: str) -> None:
    """To a file that is there; a function or class stands in it."""
    path = ROOT / target
    assert path.exists()
    name = said.strip("`")
    if path.suffix == ".py" and said.startswith("`") and name.isidentifier():
        tree = ast.parse(path.read_text("utf-8"))
        defined = {
            node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)
        }
        assert name in defined


def test_every_folder_of_the_package_stands_in_the_map() -> None:
    """A newcomer finds each."""
    table = TEXT.partition("## The map")[2].partition("##")[0]
    for folder in sorted((ROOT / "auditor").iterdir()):
        if (folder / "__init__.py").is_file():
            assert f"{folder.name}/`" in table, folder.name
