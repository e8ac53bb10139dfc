"""Numbers as a reader expects them."""

from __future__ import annotations


def number(value: float | None) -> str:
    """Write a number as a reader expects it: thousands apart, no needless decimals.

    >>> number(31042), number(37.5), number(40.0), number(None)
    ('31,042', '37.5', '40', '–')
    """
    if value is None:
        return "–"
    return f"{round(value, 1):,.1f}".removesuffix(".0")


def percent(value: float | None) -> str:
    r"""Write a share in percent.

    >>> percent(0.931)
    '93\xa0%'
    """
    return "–" if value is None else f"{round(100 * value)}\u00a0%"


def counted(count: int, one: str, many: str) -> str:
    """Write a number with its noun.

    >>> counted(1, "page", "pages"), counted(0, "page", "pages"), counted(1200, "page", "pages")
    ('1 page', 'no pages', '1,200 pages')
    """
    if count == 0:
        return f"no {many}"
    return f"{number(count)}\u00a0{one if count == 1 else many}".replace("\u00a0", " ")
