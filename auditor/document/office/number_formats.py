"""Numbers and dates of sheets as their cells show them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm",
    21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00", 45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss",
}  # fmt: skip
"""Formats that files name by number alone."""
LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]|_.|\*.')
PLACES = re.compile(r"[0#?][0#?,]*(?:\.([0#?]*))?")
DATE = re.compile(r"d{1,4}|m{1,5}|y{2,4}|h{1,2}|s{1,2}|am/pm", re.IGNORECASE)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FIRST_DAY = datetime(1899, 12, 30)
LAST_DAY = 2_958_465
"""The last day that sheets count to: the end of 9999."""


def shown(value: str, form: str) -> str:
    """Return a number as a cell of a format shows it.

    >>> shown("0.452", "0%"), shown("45000", "d mmmm yyyy"), shown("1250000", '"£"#,##0')
    ('45%', '15 March 2023', '£1,250,000')
    """
    try:
        number = float(value)
    except ValueError:
        return value
    bare = LITERAL.sub("", form.split(";")[0])
    if form.lower() in ("", "general", "@") or not bare.strip():
        return _plain(number)
    if DATE.search(bare) and not PLACES.search(bare):
        return _dated(number, form.split(";")[0]) if 0 <= number <= LAST_DAY else _plain(number)
    return _formatted(number, form.split(";")[0], bare)


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else f"{number:.10g}"


def _formatted(number: float, form: str, bare: str) -> str:
    """Return a number with the places, commas and signs of its format."""
    places = PLACES.search(bare)
    if places is None or "e+" in bare.lower() or "/" in bare:
        return _plain(number)
    scale = 100 if "%" in bare else 1
    digits = f"{number * scale:{',' if ',' in places[0] else ''}.{len(places[1] or '')}f}"
    before, _, after = LITERAL.sub(_literal, form).partition(places[0])
    return f"{before.strip()}{digits}{after if after.strip() else ''}".strip()


def _literal(found: re.Match[str]) -> str:
    return found[1] or found[2] or found[3] or ""


def _dated(number: float, form: str) -> str:
    """Return the date that a number of days stands for."""
    day = FIRST_DAY + timedelta(days=number)
    is_time = False
    pieces: list[str] = []
    at = 0
    bare = LITERAL.sub(_literal, form)
    for found in DATE.finditer(bare):
        token = found[0].lower()
        pieces.append(bare[at : found.start()])
        minutes = token in ("m", "mm") and (is_time or bare[found.end() :].lstrip(":")[:1] == "s")
        pieces.append(f"{day.minute:02}" if minutes else _date_part(day, token))
        is_time = token[0] == "h"
        at = found.end()
    return "".join([*pieces, bare[at:]])


def _date_part(day: datetime, token: str) -> str:
    name = MONTHS[day.month - 1]
    parts = {
        "d": str(day.day), "dd": f"{day.day:02}", "ddd": DAYS[day.weekday()][:3],
        "dddd": DAYS[day.weekday()], "m": str(day.month), "mm": f"{day.month:02}",
        "mmm": name[:3], "mmmm": name, "mmmmm": name[0], "yy": f"{day.year % 100:02}",
        "h": str(day.hour), "hh": f"{day.hour:02}", "s": str(day.second), "ss": f"{day.second:02}",
        "am/pm": "am" if day.hour < 12 else "pm",
    }  # fmt: skip
    return parts.get(token, str(day.year))
