"""Invented rows of a batch, as many as a page needs."""

from __future__ import annotations

import random

from auditor.batch.row import Entry, Row
from auditor.records import REACHES
from auditor.rules.rubric import Rubric

PLACES = ("Tarnbrook", "Port Merrin", "Kelderby", "Lough Carra", "Östermark", "Bo’ness & Firth")
KINDS = ("strategy", "needs assessment", "action plan")


def entries(count: int, rubric: Rubric, seed: int = 1) -> tuple[Entry, ...]:
    """Invent entries: mostly audited, each seventeenth something else."""
    dice = random.Random(seed)
    return tuple(_entry(number, rubric, dice) for number in range(1, count + 1))


def _entry(number: int, rubric: Rubric, dice: random.Random) -> Entry:
    place = dice.choice(PLACES)
    columns = (
        ("path", f"plans/{number}.pdf"),
        ("country", place),
        ("year", str(dice.randint(2015, 2025))),
        ("kind", dice.choice(KINDS)),
    )
    source = f"plans/{number}.pdf"
    if number % 17 == 16:
        other = dice.choice(
            (
                Row("unreadable", "is damaged", "Save it again.", f"{number}.pdf"),
                Row(
                    "failed", "took longer than 300 seconds", "Give it more time.", f"{number}.pdf"
                ),
                Row("duplicate", name=f"{number}.pdf"),
            )
        )
        original = 1 if other.outcome == "duplicate" else None
        return Entry(number, source, columns, other, original)
    return Entry(number, source, columns, _audited(number, place, rubric, dice))


def _audited(number: int, place: str, rubric: Rubric, dice: random.Random) -> Row:
    verdict = dice.choice([*(rule.id for rule in rubric.verdict), "cannot_tell"])
    score = None if verdict == "cannot_tell" else round(dice.random() * 80, 1)
    low, high = (None, None) if score is None else (max(score - 6, 0), score + 8)
    levels = tuple(
        (each.id, None if dice.random() < 0.06 else min(4, int(dice.expovariate(0.8))))
        for each in rubric.criteria
    )
    pages = dice.randint(4, 190)
    return Row(
        "audited",
        name=f"{number}.pdf",
        sha256=f"{number:064x}",
        title=f"{place}: children’s mental health strategy <b>{number}</b>",
        pages=pages,
        pages_read=pages - dice.choice((0, 0, 0, 2)),
        words=pages * 320,
        language="en",
        verdict=verdict,
        verdict_because="It says so.",
        score=score,
        low=low,
        high=high,
        unweighted=score,
        flags=("excludes",) if dice.random() < 0.1 else (),
        levels=levels,
        excluding=tuple(id for id, level in levels if level == 0 and dice.random() < 0.1),
        counts=tuple((reach, dice.randint(0, 40)) for reach in REACHES),
        outputs=(f"audits/{number}.json", f"reports/{number}.html"),
    )
