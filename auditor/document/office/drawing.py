"""Drawings of office files: diagrams and charts as text, pictures as parts that were not read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from auditor.document.flow.account import Account
from auditor.document.flow.drafts import PlainDraft
from auditor.document.flow.rows import Cell, row_drafts
from auditor.document.flow.wording import Wording, clean
from auditor.document.office.names import DGM, A, C, R
from auditor.document.office.package import Package, Relation

NO_WORDS = frozenset(("pres", "parTrans", "sibTrans", "doc"))
"""Points of a diagram that draw its arrows and frames."""
SMALLEST = 1_800_000
"""Height and width from which a picture may hold words worth reading: 5 cm, in EMU."""
PAGE = 7_560_000 * 10_692_000
"""A sheet of A4, in EMU."""
PICTURE = "it is a picture, and OCR is for PDF alone"


def read_drawing(
    element: Any, package: Package, relations: dict[str, Relation], account: Account
) -> Iterator[PlainDraft]:
    """Read the diagrams and charts of a drawing; note its pictures."""
    for diagram in element.iter(f"{DGM}relIds"):
        yield from _diagram(_part(diagram.get(f"{R}dm"), package, relations))
    for chart in element.iter(f"{C}chart"):
        yield from read_chart(_part(chart.get(f"{R}id"), package, relations))
    for data in element.iter("{*}graphicData"):
        if "chartex" in (data.get("uri") or ""):
            account.miss("chart", "charts of its kind cannot be read", area_of(element))
    if next(element.iter(f"{A}blip"), None) is not None and min(_sides(element)) >= SMALLEST:
        account.miss(f"picture {_described(element)}", PICTURE, area_of(element))


def _part(id: str | None, package: Package, relations: dict[str, Relation]) -> Any:
    relation = relations.get(id or "")
    return package.read_tree(relation.target) if relation and not relation.is_outside else None


def _diagram(tree: Any) -> Iterator[PlainDraft]:
    """Read the points of a diagram, each with those below it."""
    if tree is None:
        return
    points = {point.get("modelId"): point for point in tree.iter(f"{DGM}pt")}
    below: dict[str, list[tuple[int, str]]] = {}
    for line in tree.iter(f"{DGM}cxn"):
        if line.get("type") in (None, "parOf"):
            order = line.get("srcOrd") or "0"
            at = int(order) if order.isdigit() else 0
            below.setdefault(line.get("srcId"), []).append((at, line.get("destId")))
    for id in _in_order(points, below):
        for paragraph in points[id].iterfind(f"{DGM}t/{A}p"):
            yield PlainDraft("list", [drawn_text(paragraph)])


def _in_order(points: dict[str, Any], below: dict[str, list[tuple[int, str]]]) -> Iterator[str]:
    """Give the points that hold words: from the roots down, then those on no line."""
    roots = [id for id, point in points.items() if point.get("type") == "doc"]
    waiting = [*points, *roots][::-1]
    seen: set[str] = set()
    while waiting:
        id = waiting.pop()
        if id in seen or id not in points:
            continue
        seen.add(id)
        waiting += [each for _, each in sorted(below.get(id, ()), reverse=True)]
        if points[id].get("type") not in NO_WORDS:
            yield id


def drawn_text(paragraph: Any) -> str:
    """Return the words of a paragraph of a drawing."""
    pieces = []
    for each in paragraph.iter(f"{A}t", f"{A}br", f"{A}tab"):
        pieces.append(each.text or "" if each.tag == f"{A}t" else " ")
    return clean("".join(pieces))


def read_chart(tree: Any) -> Iterator[PlainDraft]:
    """Read the titles of a chart, and its values as rows: a row a category."""
    if tree is None:
        return
    for title in tree.iter(f"{C}title"):
        for paragraph in title.iter(f"{A}p"):
            yield PlainDraft("body", [drawn_text(paragraph)])
    series = list(tree.iter(f"{C}ser"))
    names = [_first(each.find(f"{C}tx")) for each in series]
    categories: dict[int, str] = {}
    for each in series:
        categories = categories or _points(each.find(f"{C}cat"))
    values = [_points(each.find(f"{C}val")) for each in series]
    rows = [[Cell(Wording(text)) for text in ("", *names)]]
    for at, category in categories.items():
        rows.append([Cell(Wording(text)) for text in (category, *(v.get(at, "") for v in values))])
    yield from row_drafts(rows, heads=1)


def _points(element: Any) -> dict[int, str]:
    """Read the values that a chart keeps, by their number."""
    if element is None:
        return {}
    found: dict[int, str] = {}
    for point in element.iter(f"{C}pt"):
        value = point.findtext(f"{C}v")
        if value and (point.get("idx") or "").isdigit():
            found.setdefault(int(point.get("idx")), clean(value))
    return found


def _first(element: Any) -> str:
    if element is None:
        return ""
    return next(iter(_points(element).values()), "") or clean(element.findtext(f"{C}v") or "")


def _sides(element: Any) -> tuple[int, int]:
    """Return the width and height of a drawing, in EMU; 0 where it has none."""
    for extent in element.iter("{*}extent", f"{A}ext"):
        width, height = extent.get("cx") or "", extent.get("cy") or ""
        if width.isdecimal() and height.isdecimal() and len(width + height) < 24:
            return int(width), int(height)
    return 0, 0


def area_of(element: Any) -> float:
    """Return how many pages of A4 a drawing takes, at most one."""
    width, height = _sides(element)
    return min(1.0, width * height / PAGE)


def _described(element: Any) -> str:
    for properties in element.iter("{*}docPr", "{*}cNvPr"):
        if words := properties.get("descr") or properties.get("title"):
            return f"“{clean(words)}”"
    return "without a description"
