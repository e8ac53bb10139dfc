"""A sample for people to check: how large, of what, and the same each time."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from auditor.report.view import view_of
from auditor.report.views.audit import AuditView
from auditor.review.measured_error import Checked, find_checked, measure_error, wilson
from auditor.review.sampling import allocate, draw_sample, sample_size, stratum_of
from tests.builders import audit, explicit, rules


def views(count: int, statements: int = 30) -> list[tuple[str, AuditView]]:
    """Audits, some of a sure machine and some of one in doubt, in two languages."""
    made = []
    for number in range(count):
        one = view_of(
            audit(
                [
                    explicit(f"We will visit all {place} babies of town {number}.", strength=3)
                    for place in range(statements)
                ]
            ),
            rules(),
        )
        one["document"]["language"] = "cy" if number % 4 == 0 else "en"
        for place, statement in enumerate(one["statements"]):
            statement["confidence"] = 0.6 if place % 10 == 0 else 0.97
        made.append((f"town-{number}", one))
    return made


@pytest.mark.parametrize(
    ("population", "margin", "size"),
    [(10**6, 0.05, 385), (10**6, 0.03, 1066), (1000, 0.05, 278), (50, 0.05, 45), (0, 0.05, 0)],
)
def test_the_size_is_that_of_the_textbooks(population: int, margin: float, size: int) -> None:
    """Cochran's formula at 95 %, with the correction for populations that are small."""
    assert sample_size(population, margin) == size


def test_a_wanted_margin_is_kept() -> None:
    """Where a tenth is wrong and so many are checked, 19 of 20 samples come within the margin."""
    dice = random.Random(3)
    size = sample_size(10**6, 0.05)
    within = 0
    for _ in range(400):
        share = sum(dice.random() < 0.5 for _ in range(size)) / size
        within += abs(share - 0.5) <= 0.05
    assert within >= 0.93 * 400


def test_every_part_is_seen() -> None:
    """The smallest part is drawn from too, as far as it has statements."""
    assert allocate({"large": 990, "small": 9, "single": 1}, 50) == {
        "large": 50,
        "small": 2,
        "single": 1,
    }


def test_a_sample_has_its_parts_by_answer_doubt_and_language() -> None:
    """Each part is there in proportion, and says how many it stands for."""
    sample = draw_sample(views(20), count=200)
    drawn = Counter(one.stratum for one in sample.drawn)
    assert sample.population == 600 == sum(sample.sizes.values())
    assert {name.split(", ", 1)[1] for name in drawn} == {
        "sure, en",
        "sure, cy",
        "in doubt, en",
        "in doubt, cy",
    }
    for name, count in drawn.items():
        assert count == pytest.approx(200 * sample.sizes[name] / 600, abs=1)


def test_the_same_audits_give_the_same_sample() -> None:
    """Whatever the order in which they are read, the same statements are drawn."""
    given = views(12)
    first = draw_sample(given, count=80)
    again = draw_sample(reversed(given), count=80)
    key = {(one.document, one.known.statement["id"]) for one in first.drawn}
    assert key == {(one.document, one.known.statement["id"]) for one in again.drawn}
    assert len(key) == 80


def test_a_larger_sample_holds_the_smaller() -> None:
    """Who checks more later has not checked in vain."""
    small, large = (draw_sample(views(12), count=count) for count in (40, 120))
    drawn = [
        {(one.document, one.known.statement["id"]) for one in sample.drawn}
        for sample in (small, large)
    ]
    assert drawn[0] < drawn[1]


def test_a_blind_sheet_hides_what_the_machine_said() -> None:
    """Rows name document and part; labels stand there only where they may be seen."""
    sample = draw_sample(views(4), count=10)
    seen, blind = sample.rows(), sample.rows(hide_labels=True)
    assert all(row["reach"] == "explicit" and row["document"] for row in seen)
    assert all("reach" not in row and row["stratum_size"] for row in blind)


def test_a_part_is_named_in_words() -> None:
    """Who reads the sheet sees what a row stands for."""
    (_, view), *_ = views(1)
    sample = draw_sample([("a", view)], count=3)
    assert stratum_of(view, sample.drawn[0].known) in sample.sizes


def checked(stratum: str, size: int, count: int, wrong: int) -> list[Checked]:
    """So many checked statements of one part, so many of them wrong."""
    return [Checked(stratum, size, place < wrong, False, ("Ada",)) for place in range(count)]


def test_parts_weigh_as_much_as_they_have_statements() -> None:
    """A small part of which half is wrong does not make a tenth of all wrong."""
    found = measure_error([*checked("large", 990, 50, 0), *checked("small", 10, 4, 2)])
    assert found is not None
    assert found["any_label"]["share"] == pytest.approx(0.005)
    assert found["any_label"]["low"] < 0.005 < found["any_label"]["high"] < 0.15
    assert (found["size"], found["checked"], found["reviewers"]) == (1000, 54, ["Ada"])
    assert found["reach"]["share"] == 0


def test_a_sample_of_one_part_has_the_plain_interval() -> None:
    """Without parts the interval is Wilson's of as many as were checked."""
    found = measure_error(checked("all", 1000, 100, 10))
    assert found is not None
    low, high = wilson(0.1, 100)
    assert (found["any_label"]["low"], found["any_label"]["high"]) == (
        round(low, 4),
        round(high, 4),
    )


def test_the_interval_holds_the_truth() -> None:
    """Drawn by parts from a known error, 19 of 20 intervals hold it."""
    dice = random.Random(5)
    truth = 0.8 * 0.05 + 0.2 * 0.3
    held = 0
    for _ in range(300):
        sample = [
            *checked("sure", 800, 160, sum(dice.random() < 0.05 for _ in range(160))),
            *checked("doubt", 200, 40, sum(dice.random() < 0.3 for _ in range(40))),
        ]
        found = measure_error(sample)
        assert found is not None
        held += found["any_label"]["low"] <= truth <= found["any_label"]["high"]
    assert held >= 0.92 * 300


def test_nothing_checked_is_no_error_of_zero() -> None:
    """Where nobody looked there is no figure."""
    (_, view), *_ = views(1)
    assert measure_error(find_checked([view])) is None
