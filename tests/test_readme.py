"""What README.md and docs/ say can be run, runs.

A block that begins with ```console is run, line by line, where its line begins with "$ ",
in a folder that holds `samples/` and the gold sets; lines below a command are what it
prints, "..." standing for anything. A block marked ```console no-run is left alone (it
needs a network, a browser or a server). ```python blocks with ">>>" are run as doctests.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [
    path for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))) if path.is_file()
]
_BLOCK = re.compile(r"^```(?P<kind>[^\n]*)\n(?P<body>.*?)^```", re.M | re.S)


@dataclass(frozen=True)
class Command:
    """A command that a page says can be run, and what it says that it prints."""

    page: Path
    line: int
    text: str
    printed: str


def find_blocks(page: Path, kind: str) -> Iterator[tuple[int, str]]:
    """Find the blocks of one kind, with the line each begins on."""
    text = page.read_text("utf-8")
    for block in _BLOCK.finditer(text):
        if block["kind"].strip() == kind:
            yield text.count("\n", 0, block.start()) + 2, block["body"]


def find_commands(page: Path) -> Iterator[Command]:
    """Find the commands of a page in its runnable blocks."""
    for start, body in find_blocks(page, "console"):
        parts = re.split(r"^\$ ", body, flags=re.M)
        line = start + parts[0].count("\n")
        for part in parts[1:]:
            text, _, printed = part.partition("\n")
            yield Command(page, line, text, printed)
            line += part.count("\n")


COMMANDS = [command for page in PAGES for command in find_commands(page)]
EXAMPLES = [page for page in PAGES if ">>>" in page.read_text("utf-8")]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder in which the commands of the pages have what they speak of."""
    folder = tmp_path_factory.mktemp("readme")
    for name in ("samples", "tests", "lexicons", "setup.cfg", "Makefile"):
        (folder / name).symlink_to(ROOT / name)
    return folder


@pytest.mark.parametrize(
    "command", COMMANDS, ids=lambda one: f"{one.page.name}:{one.line} {one.text[:40]}"
)
def test_a_command_of_the_pages_runs_and_prints_what_they_say(
    command: Command, workplace: Path
) -> None:
    """In the order of the page, so that a later one may use what an earlier one wrote."""
    words = shlex.split(command.text, comments=True)
    assert words and words[0] == "auditor", "mark blocks of other commands ```console no-run"
    ran = subprocess.run(
        f"{shlex.quote(sys.executable)} -c 'from auditor.cli.main import main; main()' "
        + command.text.removeprefix("auditor"),
        shell=True,
        cwd=workplace,
        capture_output=True,
        text=True,
        env={**os.environ, "COLUMNS": "80", "PYTHONPATH": ""},
    )
    assert "Traceback" not in ran.stderr
    if command.printed.strip():
        flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
        wanted = command.printed.replace("[...]", "...")
        found = ran.stdout + ran.stderr
        assert doctest.OutputChecker().check_output(wanted.strip(), found.strip(), flags), found
    else:
        assert ran.returncode in (0, 1), ran.stderr


@pytest.mark.parametrize("page", EXAMPLES, ids=lambda page: page.name)
def test_the_examples_of_a_page_give_what_it_says(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library examples, from the first to the last, run from the repository."""
    monkeypatch.chdir(ROOT)
    blocks = [(line, body) for line, body in find_blocks(page, "python") if ">>>" in body]
    text = page.read_text("utf-8")
    lines = [""] * text.count("\n")
    for line, body in blocks:
        lines[line - 1 : line - 1 + body.count("\n")] = body.splitlines()
    example = doctest.DocTestParser().get_doctest("\n".join(lines), {}, page.name, str(page), 0)
    runner = doctest.DocTestRunner(
        optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE, verbose=False
    )
    report: list[str] = []
    runner.run(example, out=report.append)
    assert not runner.failures, "".join(report)


def test_the_readme_names_the_two_commands_of_the_makefile() -> None:
    """Run a sample; run the tests."""
    readme = ROOT / "README.md"
    if not readme.is_file():
        pytest.fail("README.md is missing")
    text = readme.read_text("utf-8")
    assert "make demo" in text and "make test" in text


_ACCURACY = re.compile(r"<!-- accuracy (?P<gold>\S+) -->\n(?P<table>.*?)<!-- /accuracy -->", re.S)
STATED = [
    (page, found["gold"]) for page in PAGES for found in _ACCURACY.finditer(page.read_text("utf-8"))
]


@pytest.mark.parametrize(("page", "gold"), STATED, ids=lambda one: str(getattr(one, "name", one)))
def test_a_page_states_the_accuracy_that_is_measured(
    page: Path, gold: str, update_golden: bool
) -> None:
    """Between `<!-- accuracy GOLD.jsonl -->` and `<!-- /accuracy -->`: what evaluate prints.

    `make golden` writes it anew.
    """
    from auditor.evaluation.gold import read_gold
    from auditor.evaluation.scoring import label_gold, score_pairs
    from auditor.evaluation.tables import write_summary
    from auditor.rules import Rules

    rules = Rules.read()
    pairs = label_gold(read_gold(ROOT / gold), rules)
    made = write_summary(score_pairs(pairs, [one.id for one in rules.rubric.criteria])) + "\n"
    text = page.read_text("utf-8")
    stated = next(found for found in _ACCURACY.finditer(text) if found["gold"] == gold)
    if update_golden:
        page.write_text(text[: stated.start("table")] + made + text[stated.end("table") :], "utf-8")
        return
    assert stated["table"] == made


def test_every_target_of_the_makefile_says_what_it_does() -> None:
    """`make` lists them."""
    text = (ROOT / "Makefile").read_text("utf-8")
    targets = re.search(r"^\.PHONY: (.*)$", text, re.M)
    assert targets is not None
    for target in targets[1].split():
        assert re.search(rf"^{target}:.*## \w", text, re.M), target


def test_links_within_the_pages_lead_somewhere() -> None:
    """No page points at a file that is not there."""
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
