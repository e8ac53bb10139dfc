"""The shape of the code holds: layers point one way, each library has one door."""

from __future__ import annotations

import ast
import configparser
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "auditor"

BASE = {"", "given_files", "records", "errors", "progress", "places", "rules", "language_detection"}
"""Modules that every stage may use."""
MAY_IMPORT: dict[str, set[str]] = {
    "records": set(),
    "errors": set(),
    "progress": set(),
    "given_files": set(),
    "places": {"records"},
    "language_detection": {"records", "rules"},
    "rules": {"records", "errors"},
    "isolation": {"", "errors"},
    "document": BASE | {"isolation"},
    "language": BASE,
    "rating": BASE,
    "report": BASE,
    "pipeline": BASE | {"document", "language", "rating"},
    "comparison": BASE | {"report"},
    "marked_copy": BASE | {"document", "report"},
    "review": BASE | {"rating", "report", "pipeline"},
    "evaluation": BASE | {"language", "pipeline"},
    "batch": BASE
    | {
        "isolation",
        "document",
        "language",
        "rating",
        "report",
        "pipeline",
        "comparison",
        "review",
    },
    "serve": BASE
    | {
        "isolation",
        "document",
        "language",
        "report",
        "pipeline",
        "comparison",
        "marked_copy",
        "review",
        "batch",
    },
}
"""What each stage may import besides itself; `cli` may import everything."""
MOST_LINES = 300
"""Lines that a module may have."""
MOST_MODULES = 14
"""Modules that a folder may hold, `__init__.py` not counted."""

DOORS: dict[str, set[str]] = {
    "pypdfium2": {"document"},
    "pdfplumber": {"document"},
    "pdfminer": {"document"},
    "pikepdf": {"document", "report"},
    "docx": {"report"},
    "lxml": {"document", "report"},
    "tinycss2": {"document"},
    "cssselect": {"document"},
    "webencodings": {"document"},
    "markdown_it": {"document"},
    "mdit_py_plugins": {"document"},
    "py3langid": {"language_detection"},
    "simplemma": {"language"},
    "tesserocr": {"document"},
    "spacy": {"language"},
    "sklearn": {"evaluation"},
    "scipy": {"evaluation"},
    "jinja2": {"report", "review", "serve"},
    "markupsafe": {"report", "serve"},
    "docxtpl": {"report"},
    "typst": {"report"},
    "xlsxwriter": {"report", "review"},
    "pydantic": {"batch", "report", "rules"},
    "click": {"cli"},
    "rich": {"cli", "batch"},
    "distributed": {"batch"},
    "dask": {"batch"},
    "fsspec": {"batch"},
    "pyarrow": {"batch", "report"},
    "flask": {"serve"},
    "waitress": {"serve"},
}
"""Where each library may be imported."""
HEAVY = set(DOORS) - {"click"}
"""Libraries that no module of `cli` and no module on the way to `--help` imports at the top."""


def modules() -> list[Path]:
    """List every module of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def stage_of(module: str) -> str:
    """Name the stage of a dotted module: the part after "auditor"."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def own_stage(path: Path) -> str:
    """Name the stage that a file belongs to."""
    first = path.relative_to(PACKAGE).parts[0]
    return "" if first == "__init__.py" else first.removesuffix(".py")


def imports(path: Path, *, top_only: bool = False) -> Iterator[tuple[str, int]]:
    """Find what a module imports, with the line; those for type checkers only are left out."""
    tree = ast.parse(path.read_text("utf-8"))
    nodes = _top_level(tree) if top_only else _outside_type_checking(tree)
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute"
            yield f"{node.module}", node.lineno


def _top_level(tree: ast.Module) -> Iterator[ast.AST]:
    return (node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom))


def _outside_type_checking(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            continue
        yield child
        yield from _outside_type_checking(child)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_what_stands_below_it(path: Path) -> None:
    """Stages never import each other; everything points towards records and errors."""
    own = own_stage(path)
    if own in ("cli", "__init__", ""):
        return
    allowed = MAY_IMPORT[own] | {own}
    for module, line in imports(path):
        if module.split(".")[0] == "auditor":
            assert stage_of(module) in allowed, f"{path}:{line} imports {module}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_each_library_is_imported_by_its_own_door(path: Path) -> None:
    """A library can be exchanged by changing one folder."""
    for module, line in imports(path):
        doors = DOORS.get(module.split(".")[0])
        if doors is not None:
            assert own_stage(path) in doors, f"{path}:{line} imports {module}"


@pytest.mark.parametrize(
    "path",
    [
        *sorted((PACKAGE / "cli").rglob("*.py")),
        *sorted((PACKAGE / "records").rglob("*.py")),
        PACKAGE / "__init__.py",
        PACKAGE / "errors.py",
        PACKAGE / "report" / "formats.py",
    ],
    ids=lambda path: str(path.relative_to(PACKAGE)),
)
def test_help_pays_for_no_library_but_click(path: Path) -> None:
    """Heavy libraries are imported inside functions on the way to `auditor --help`."""
    for module, line in imports(path, top_only=True):
        assert module.split(".")[0] not in HEAVY, f"{path}:{line} imports {module} at the top"


def dotted(path: Path) -> str:
    """Name a module as imports name it."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported_modules(path: Path) -> Iterator[str]:
    """Find the modules of the package that a module imports, also inside functions."""
    known = {dotted(each) for each in modules()}
    for node in _outside_type_checking(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and f"{node.module}".startswith("auditor"):
            within = {f"{node.module}.{alias.name}" for alias in node.names} & known
            yield from within or {f"{node.module}"}


def on_a_circle(graph: dict[str, set[str]]) -> set[str]:
    """Find the modules that reach themselves."""

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = [*graph.get(start, ())]
        while waiting:
            here = waiting.pop()
            if here not in seen:
                seen.add(here)
                waiting.extend(graph.get(here, ()))
        return seen

    return {module for module in graph if module in reached(module)}


def test_modules_import_in_no_circle() -> None:
    """Whichever module is read first, what it needs is read before; functions hide no import."""
    graph = {dotted(path): set(imported_modules(path)) for path in modules()}
    circular = on_a_circle(graph)
    assert not circular, {module: sorted(graph[module] & circular) for module in circular}


def test_a_circle_is_found() -> None:
    """What the test above rests on."""
    assert on_a_circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == {"b", "c"}


def test_a_folder_can_be_taken_in_at_a_glance() -> None:
    """No folder holds more modules than a reader can keep in mind."""
    for folder in {path.parent for path in modules()}:
        if folder != PACKAGE:
            held = [path.name for path in folder.glob("*.py") if path.name != "__init__.py"]
            assert len(held) <= MOST_MODULES, f"{folder}: {len(held)} modules"


def test_every_module_has_a_test_module() -> None:
    """A module is imported by a test, or has one of its name in the same place."""
    tests = sorted((ROOT / "tests").rglob("*.py"))
    imported = {name for path in tests for name in imported_modules(path)}
    for path in modules():
        if path.name != "__init__.py":
            own = path.relative_to(PACKAGE)
            named = ROOT / "tests" / own.parent / f"test_{own.name}"
            assert dotted(path) in imported or named.is_file(), f"no test of {own}"


def test_every_module_that_reads_or_judges_has_cases_of_its_own() -> None:
    """A test module stands for it in the same place."""
    for path in modules():
        if own_stage(path) in ("document", "language") and path.name != "__init__.py":
            own = path.relative_to(PACKAGE)
            named = ROOT / "tests" / own.parent / f"test_{own.name}"
            assert named.is_file(), f"no test module of {own}"


def test_no_module_is_longer_than_a_reader_can_keep_in_mind() -> None:
    """Where one grows beyond, a noun is missing."""
    lines = {path: path.read_text("utf-8").count("\n") for path in modules()}
    assert not {str(path): count for path, count in lines.items() if count > MOST_LINES}


def packages() -> list[str]:
    """Read the packages that setup.cfg installs."""
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", "utf-8")
    return config["options"]["packages"].split()


def test_every_package_folder_stands_in_setup_cfg() -> None:
    """A folder that setup.cfg forgets is missing from the wheel."""
    folders = {
        "auditor"
        if path.parent == PACKAGE
        else f"auditor.{'.'.join(path.parent.relative_to(PACKAGE).parts)}"
        for path in PACKAGE.rglob("__init__.py")
    }
    assert folders | {"auditor.lexicons", "auditor.templates"} == set(packages())


def test_every_folder_with_modules_is_a_package() -> None:
    """A folder without __init__.py would be left out silently."""
    for path in modules():
        assert (path.parent / "__init__.py").is_file(), path.parent


def nodes_with_docstrings() -> Iterator[tuple[str, ast.AST]]:
    """Find every module, public class and public function."""
    for path in modules():
        tree = ast.parse(path.read_text("utf-8"))
        name = str(path.relative_to(ROOT))
        yield name, tree
        for node in _declared(tree):
            yield f"{name}:{node.lineno} {node.name}", node


def _declared(tree: ast.Module | ast.ClassDef) -> Iterator[ast.ClassDef | ast.FunctionDef]:
    """Find public classes, functions and methods; functions within functions are private."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _declared(node)


def test_every_module_class_and_public_function_says_what_it_is() -> None:
    """Read top to bottom, the docstrings tell the story."""
    without = [
        name
        for name, node in nodes_with_docstrings()
        if not (ast.get_docstring(node) or "").strip()  # type: ignore[arg-type]  # of a kind that has one
    ]
    assert not without


def test_no_module_is_called_after_nothing() -> None:
    """A part that needs `utils` has not found its noun yet."""
    for path in modules():
        assert path.stem not in {"utils", "util", "helpers", "common", "manager", "misc"}


NAMED_ELSEWHERE = ("get_command", "get_help", "get_short_help_str", "get_pydantic_core_schema__")
"""Methods whose names click and pydantic chose."""


def test_functions_keep_their_verbs_promises() -> None:
    """No get_, process_ or handle_: a verb says what a function does."""
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                bare = node.name.lstrip("_")
                inherited = bare in NAMED_ELSEWHERE
                assert inherited or not bare.startswith(("get_", "process_", "handle_")), (
                    f"{path}:{node.lineno} {node.name}"
                )
