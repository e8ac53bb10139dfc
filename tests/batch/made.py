"""A made country: as many documents as wanted, each with an audit that the real pipeline made.

The audits of a few samples are varied (titles, levels, answers, words), so that a thousand cost
seconds and not an hour; what a site makes of them is what it makes of any.
"""

from __future__ import annotations

import copy
import hashlib
import json
import random
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from auditor.batch.row import Entry, Row
from auditor.pipeline import audit_document
from auditor.records import REACHES
from auditor.report.view import view_of
from auditor.report.views.audit import AuditView
from auditor.rules import Rules

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
BASES = ("01-measured", "02-absent", "03-excluded-by-floor", "06-mentioned", "08-committed")
PLACES = tuple(
    f"{first}{second}"
    for first in ("Tarn", "Kelder", "Mer", "Ösel", "Firth", "Lough", "Stan", "Wick")
    for second in ("brook", "by", "ford", "stead", "ness")
)
KINDS = ("strategy", "needs assessment", "progress report")


@lru_cache(maxsize=1)
def bases() -> tuple[AuditView, ...]:
    """Audit the samples that the others are varied from."""
    rules = Rules.read()
    return tuple(view_of(audit_document(SAMPLES / f"{name}.pdf", rules), rules) for name in BASES)


def write_country(folder: Path, count: int, seed: int = 1) -> tuple[Entry, ...]:
    """Write the audits of so many documents; each fiftieth could not be read."""
    (folder / "audits").mkdir(parents=True, exist_ok=True)
    dice = random.Random(seed)
    return tuple(_entry(number, folder, dice) for number in range(1, count + 1))


def _entry(number: int, folder: Path, dice: random.Random) -> Entry:
    place = PLACES[number % len(PLACES)]
    year = 2012 + (number // len(PLACES)) % 14
    role = "progress report" if year % 3 == 2 else "plan"
    columns = (
        ("path", f"plans/{number}.pdf"),
        ("country", ("Northland", "Südmark", "Isles")[number % 3]),
        ("place", place),
        ("year", str(year)),
        ("role", role),
        ("series", f"{place} {number % 2}"),
    )
    if number % 50 == 49:
        row = Row("unreadable", "is damaged", "Save it again.", f"{number}.pdf")
        return Entry(number, f"{number}.pdf", columns, row)
    view = _varied(number, place, year, dice)
    output = f"audits/{place.lower()}-{number:04}.json"
    (folder / output).write_text(json.dumps(view, ensure_ascii=False), "utf-8")
    return Entry(number, f"{number}.pdf", columns, row_from_view(view, (output,)))


def _varied(number: int, place: str, year: int, dice: random.Random) -> AuditView:
    view = copy.deepcopy(dice.choice(bases()))
    document = view["document"]
    document["title"] = f"{place}: mental health of children and families, {year}"
    document["name"] = f"{number}.pdf"
    document["sha256"] = hashlib.sha256(str(number).encode()).hexdigest()
    for one in view["criteria"]:
        if one["level"] and dice.random() < 0.4:
            one["level"] = dice.randint(0, one["level"])
        if dice.random() < 0.04:
            one["level"], one["applicable"] = None, False
    for statement in view["statements"]:
        if dice.random() < 0.3:
            statement["text"] += f" This holds for {place}."
    if dice.random() < 0.08:
        view["reviews"] = cast(Any, reviews_of(view))
    return view


def reviews_of(view: AuditView) -> dict[str, Any]:
    """Make the account of a person who accepted everything, of a reply and a correction."""
    answer = {key: view[key] for key in ("verdict", "verdict_because", "score")}
    labels = ("reach", "topic", "strength", "criteria")
    return {
        "reviewers": ["Ada Invented"],
        "counts": dict.fromkeys(
            (
                "decisions",
                "accept",
                "reject",
                "relabel",
                "not_applicable",
                "conflicts",
                "unplaced",
                "replies",
                "changed",
            ),
            0,
        ),
        "machine": answer,
        "reviewed": answer,
        "statements": [
            {
                **{key: one[key] for key in ("id", "text", "page", "page_label", "section")},
                "machine": {key: one[key] for key in labels},
                "reviewed": {key: one[key] for key in labels},
                "changed": False,
                "conflict": False,
                "decisions": [
                    {
                        "choice": "accept",
                        "criterion": None,
                        "new": {},
                        "reviewer": "Ada Invented",
                        "reason": "",
                        "date": "2026-03-01",
                    }
                ],
            }
            for one in view["statements"][:3]
        ],
        "criteria": [],
        "conflicts": [],
        "unplaced": [],
        "replies": [
            {
                "statement": None,
                "criterion": None,
                "quote": "",
                "text": "We have since published an annex.",
                "author": "The plan’s authors",
                "date": "2026-03-10",
            }
        ],
        "corrections": [{"date": "2026-03-12", "text": "A page number was wrong.", "name": "Ada"}],
        "rows": [],
    }


def row_from_view(view: AuditView, outputs: tuple[str, ...]) -> Row:
    """Shorten an audit as plain data to its row."""
    document, score = view["document"], view["score"]
    doubt = view["verdict_range"]
    return Row(
        "audited",
        name=document["name"],
        sha256=document["sha256"],
        title=document["title"],
        pages=document["pages"] or None,
        pages_read=document["pages_read"] or None,
        words=document["words"],
        language=document["language"],
        verdict=view["verdict"],
        verdict_because=view["verdict_because"],
        score=score["value"],
        low=score["low"],
        high=score["high"],
        unweighted=score["unweighted"],
        flags=tuple(flag["id"] for flag in view["flags"]),
        levels=tuple((one["id"], one["level"]) for one in view["criteria"]),
        excluding=tuple(
            one["id"] for one in view["criteria"] if one["level"] == 0 and one["counter"]
        ),
        counts=tuple((reach, view["counts"][reach]) for reach in REACHES),
        outputs=outputs,
        kind=document["kind"],
        verdict_low=doubt["low"],
        verdict_high=doubt["high"],
        checked="reviews" in view,
    )
