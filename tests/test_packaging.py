"""The wheel holds everything: installed into a fresh environment, it audits from anywhere."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "01-measured.pdf"
HELP_LIMIT = 0.4
"""Seconds that `auditor --help` may take, on a machine where Python and click start in 0.1 s."""
CLICK_ALONE = 0.1


def run(*command: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command without this repository on Python's path; fail with what it said."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    ran = subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment, text=True, capture_output=True
    )
    assert ran.returncode == 0, f"{command}\n{ran.stdout}\n{ran.stderr}"
    return ran


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of what git has, so that stale files cannot get in."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "source"
    copy.mkdir()
    listed = (
        subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, check=True)
        .stdout.decode()
        .split("\0")
    )
    for name in filter(None, listed):
        if (ROOT / name).is_file() and not name.startswith("tests/"):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_bytes((ROOT / name).read_bytes())
    run(
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        folder,
        copy,
        cwd=folder,
    )
    return next(folder.glob("*.whl"))


@pytest.mark.full
def test_the_wheel_holds_every_word_list_and_template(wheel: Path) -> None:
    """Data that setup.cfg forgets would be missing only for users."""
    held = set(zipfile.ZipFile(wheel).namelist())
    for folder, package in (("lexicons", "auditor/lexicons"), ("templates", "auditor/templates")):
        listed = subprocess.run(
            ["git", "-C", str(ROOT), "ls-files", folder], capture_output=True, check=True, text=True
        ).stdout.split()
        for name in listed:
            assert name.replace(folder, package, 1) in held
    for path in (ROOT / "auditor").rglob("*.py"):
        assert str(path.relative_to(ROOT)) in held


@pytest.mark.full
def test_the_wheel_runs_in_a_fresh_environment_from_another_folder(
    wheel: Path, tmp_path: Path
) -> None:
    """What a user gets: install, audit, verify; the report says the same as here."""
    home = tmp_path / "environment"
    venv.create(home, with_pip=True)
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(python, "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    auditor = (python.parent / "auditor",)
    run(*auditor, "check", cwd=tmp_path)
    run(*auditor, "audit", SAMPLE, "-o", "there.json", "--ocr", "off", cwd=tmp_path)
    run(*auditor, "audit", SAMPLE, cwd=tmp_path)
    run(*auditor, "verify", "there.json", SAMPLE, "--ocr", "off", cwd=tmp_path)
    here = (sys.executable, "-c", "from auditor.cli.main import main; main()")
    run(*here, "audit", SAMPLE, "-o", "here.json", "--ocr", "off", cwd=tmp_path)
    assert (tmp_path / "there.json").read_bytes() == (tmp_path / "here.json").read_bytes()
    assert (tmp_path / "01-measured-audit.html").stat().st_size > 10_000


def spent_by_children() -> float:
    """Return the processor time of all processes that this one has started and seen end."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def seconds(*commands: tuple[str, ...]) -> list[float]:
    """Return the processor time of each command, the least of seven runs in turn."""
    times: list[list[float]] = [[] for _ in commands]
    for _ in range(7):
        for command, taken in zip(commands, times, strict=True):
            before = spent_by_children()
            subprocess.run(command, check=True, capture_output=True)
            taken.append(spent_by_children() - before)
    return [min(taken) for taken in times]


def test_help_is_quick() -> None:
    """`auditor --help` costs at most four times Python with click: 0.4 s where that takes 0.1 s."""
    help_takes, click_takes = seconds(
        (sys.executable, "-c", "from auditor.cli.main import main; main()", "--help"),
        (sys.executable, "-c", "import click"),
    )
    assert help_takes / click_takes < HELP_LIMIT / CLICK_ALONE, (help_takes, click_takes)


def test_help_imports_no_heavy_library() -> None:
    """The reason why it is quick."""
    listed = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.argv = ['auditor', '--help']\n"
            "from auditor.cli.main import main\n"
            "try: main()\nexcept SystemExit: pass\n"
            "print([m for m in sys.modules if m.split('.')[0] in "
            "{'spacy', 'numpy', 'pypdfium2', 'pdfplumber', 'jinja2', 'pydantic', 'typst', 'flask'}])",
        ],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert listed.rstrip().endswith("[]")
