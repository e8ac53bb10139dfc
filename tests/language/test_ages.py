"""Ages are read as half-open intervals of months; other numbers are left alone."""

from __future__ import annotations

import pytest

from auditor.language.ages import find_ages
from auditor.language.splitting import split_words
from auditor.language.wording import read_wording


def months(text: str, *, table: bool = False) -> list[tuple[float, float | None]]:
    """The intervals found in a text."""
    words = split_words(read_wording(text).text.lower())[0]
    return [age.months for age in find_ages(words, table=table)]


AGES = [
    ("under-twos", (0, 24)),
    ("children below the age of 3", (0, 36)),
    ("under-1s", (0, 12)),
    ("younger than 730 days", None),
    ("a child younger than 730 days", (0, 24)),
    ("aged two and under", (0, 36)),
    ("children aged 4 or younger", (0, 60)),
    ("0–2s", (0, 24)),
    ("0- to 2-year-olds", (0, 24)),
    ("aged 0 to 3", (0, 36)),
    ("birth to three", (0, 36)),
    ("Newborn–36 mos.", (0, 36)),
    ("birth through age 20", (0, 240)),
    ("conception to age two", (-9, 24)),
    ("−9 to 24 months", (-9, 24)),
    ("pregnancy to the second birthday", (-9, 24)),
    ("up to their second birthday", (0, 24)),
    ("children until they are two", (0, 24)),
    ("children not yet two", (0, 24)),
    ("the first two years of life", (0, 24)),
    ("pregnancy and the first two years", (0, 24)),
    ("children 6–24 months old", (6, 24)),
    ("from six months to three years", (6, 36)),
    ("a two-month-old", (2, 3)),
    ("two-year-olds", (24, 36)),
    ("aged nought, one or two", (0, 36)),
    ("three- and four-year-olds", (36, 60)),
    ("0–25year olds", (0, 300)),
    ("a 0–19 service", (0, 228)),
    ("under 18s", (0, 216)),
    ("those aged 24 and below", (0, 300)),
    ("not attained the age of eighteen", (0, 216)),
    ("members through age 20", (0, 252)),
    ("any child up to 18 who lives here", (0, 216)),
    ("from age 5", (60, None)),
    ("over-fives", (60, None)),
    ("people aged 16 and over", (192, None)),
    ("at least five years old", (60, None)),
    ("a child must have turned six", (72, None)),
    ("the minimum age for referral is seven", (84, None)),
    ("if you are 11 or older", (132, None)),
    ("children between 6 and 14", (72, 168)),
    ("support from 8 to 25", (96, 300)),
    ("a review at 2 to 2½ years old", (24, 30)),
]


@pytest.mark.parametrize(("text", "wanted"), AGES, ids=[c[0] for c in AGES])
def test_an_age_is_an_interval_of_months(
    text: str, wanted: tuple[float, float | None] | None
) -> None:
    """Every way of writing an age gives the interval that was printed."""
    if wanted is None:
        assert months(text) == []
    else:
        assert months(text)[0] == wanted


@pytest.mark.parametrize(
    ("text", "high"),
    [
        ("the first 1,001 days", 24),
        ("the first thousand days of life", 24),
        ("the first 2,000 days", 57),
    ],
)
def test_days_are_counted_from_conception(text: str, high: int) -> None:
    """The first thousand days end at the second birthday, two thousand before the fifth."""
    assert months(text) == [(-9, pytest.approx(high, abs=0.5))]


@pytest.mark.parametrize(
    "text",
    [
        "scoring 0–2 on the scale",
        "waits of 0–3 months",
        "seen in under two hours",
        "under 2% of spend",
        "in year two and under the new contract",
        "all under one roof",
        "the first 1,000 days of the new Trust",
        "in its first 1,000 days the Partnership met",
        "women are seen for up to 24 months after birth",
        "clause 0-2 of the contract",
        "less than 1 in 3 homes",
        "a visit at 10 to 14 days",
        "section 2 to 5",
        "£0–2m depending on site",
        "the meeting took 20 minutes",
        "Version 0-2",
    ],
)
def test_other_numbers_are_no_ages(text: str) -> None:
    """Scores, waits, sums, shares, clauses and a mother's months are left alone."""
    assert months(text) == []


def test_a_bare_range_is_an_age_only_in_a_table() -> None:
    """The words "0-2" in a cell of its own counts, in a sentence it wants a cue."""
    assert months("0–2 | Parent-infant therapy", table=True)[0] == (0, 24)
    assert months("We lost 0–2 at home.") == []
