"""Ages are read as half-open intervals of months; other numbers are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.language.marking.age_forms import AgeSpan
from auditor.language.marking.ages import AgeReader
from auditor.language.text.normalise import Normaliser
from auditor.language.text.words import PLAIN_SPLITTER
from auditor.rules import Rules

Interval = tuple[float, float | None]
ENGLISH = Rules.read(weighed=False).language("en")
READER, NORMALISER = AgeReader(ENGLISH.ages), Normaliser(ENGLISH.small_words)


def ages(text: str) -> tuple[AgeSpan, ...]:
    """Every age in a text, the unsure ones too."""
    return READER.find(PLAIN_SPLITTER.split(NORMALISER.read(text).text.lower())[0])


def months(text: str) -> list[Interval]:
    """The intervals of the ages that are sure."""
    return [(age.low, age.high) for age in ages(text) if age.sure]


CEILINGS: list[tuple[str, Interval]] = [
    ("under-twos", (0, 24)),
    ("under twos", (0, 24)),
    ("the under twos", (0, 24)),
    ("Under 2s", (0, 24)),
    ("Under-2s", (0, 24)),
    ("the under-threes", (0, 36)),
    ("U5s", (0, 60)),
    ("under-fives", (0, 60)),
    ("under 18s", (0, 216)),
    ("under-25s", (0, 300)),
    ("children under two", (0, 24)),
    ("children under 2", (0, 24)),
    ("children under 2 years", (0, 24)),
    ("children under two years of age", (0, 24)),
    ("children under the age of two", (0, 24)),
    ("children under age 2", (0, 24)),
    ("a child under 12 months", (0, 12)),
    ("infants less than 12 months old", (0, 12)),
    ("children below the age of 3", (0, 36)),
    ("children below 2 years of age", (0, 24)),
    ("children aged under 3", (0, 36)),
    ("children aged less than one year", (0, 12)),
    ("under-1s", (0, 12)),
    ("children younger than two", (0, 24)),
    ("a child younger than 730 days", (0, 24.02)),
    ("children not yet two", (0, 24)),
    ("children who have not yet turned two", (0, 24)),
    ("not attained the age of eighteen", (0, 216)),
    ("children up to age 2", (0, 24)),
    ("children up to the age of two", (0, 24)),
    ("babies up to 12 months", (0, 12)),
    ("children up to two years old", (0, 24)),
    ("any child up to 18 who lives here", (0, 216)),
    ("children until they are two", (0, 24)),
    ("children until the age of two", (0, 24)),
    ("up to their second birthday", (0, 24)),
    ("before their first birthday", (0, 12)),
    ("until a child's third birthday", (0, 36)),
    ("children up to their 2nd birthday", (0, 24)),
    ("aged two and under", (0, 36)),
    ("children 2 and under", (0, 36)),
    ("care of children to the age of two", (0, 24)),
    ("children to age 2", (0, 24)),
    ("age under 2", (0, 24)),
    ("under 18", (0, 216)),
    ("if you are under 5", (0, 60)),
    ("two years and younger", (0, 36)),
    ("under-five children", (0, 60)),
    ("children aged 2 and under", (0, 36)),
    ("children aged 4 or younger", (0, 60)),
    ("children of two years and younger", (0, 36)),
    ("those aged 24 and below", (0, 300)),
    ("children aged 2 or under", (0, 36)),
]
BANDS: list[tuple[str, Interval]] = [
    ("0-2s", (0, 24)),
    ("0–2s", (0, 24)),
    ("our 0-2s", (0, 24)),
    ("the 0–2 population", (0, 24)),
    ("children aged 0-2", (0, 24)),
    ("children aged 0 – 2", (0, 24)),
    ("children aged 0—2", (0, 24)),
    ("aged 0 to 2", (0, 24)),
    ("ages 0-2", (0, 24)),
    ("ages 0 to 3", (0, 36)),
    ("age 0-3 years", (0, 36)),
    ("children 0-3", (0, 36)),
    ("children (0-3 years)", (0, 36)),
    ("0-3 year olds", (0, 36)),
    ("0- to 2-year-olds", (0, 24)),
    ("nought to two-year-olds", (0, 24)),
    ("children, zero to three", (0, 36)),
    ("children from nought to three", (0, 36)),
    ("children aged between nought and two", (0, 24)),
    ("children aged between 0 and 2", (0, 24)),
    ("children between birth and two", (0, 24)),
    ("birth to three", (0, 36)),
    ("birth-to-three", (0, 36)),
    ("from birth to age 3", (0, 36)),
    ("from birth to two years", (0, 24)),
    ("from birth until the age of two", (0, 24)),
    ("birth to 24 months", (0, 24)),
    ("from birth to their second birthday", (0, 24)),
    ("from birth to 18", (0, 216)),
    ("birth to 25", (0, 300)),
    ("birth to school age", (0, 60)),
    ("birth to adulthood", (0, 216)),
    ("from birth to five", (0, 60)),
    ("Newborn–36 mos.", (0, 36)),
    ("birth through age 20", (0, 240)),
    ("conception to age two", (-9, 24)),
    ("conception to two", (-9, 24)),
    ("from conception to the age of 2", (-9, 24)),
    ("from pregnancy to age 3", (-9, 36)),
    ("pregnancy to the second birthday", (-9, 24)),
    ("pre-birth to two", (-9, 24)),
    ("from pregnancy to 24 months", (-9, 24)),
    ("from bump to five", (-9, 60)),
    ("children 6–24 months old", (6, 24)),
    ("babies aged 6-24 months", (6, 24)),
    ("infants aged 6 to 12 months", (6, 12)),
    ("children of 6 to 59 months", (6, 59)),
    ("infants of 3-6 months", (3, 6)),
    ("children from six months to three years", (6, 36)),
    ("children from 18 months to 3 years", (18, 36)),
    ("children aged 12-36 months", (12, 36)),
    ("babies 0-12 months", (0, 12)),
    ("children aged 0-23 months", (0, 23)),
    ("children aged 0–5", (0, 60)),
    ("0-5s", (0, 60)),
    ("0–25year olds", (0, 300)),
    ("a 0–19 service", (0, 228)),
    ("the 0-19 service", (0, 228)),
    ("a 0-25 service", (0, 300)),
    ("0-18", (0, 216)),
    ("children aged 2-4", (24, 48)),
    ("children between 6 and 14", (72, 168)),
    ("aged between 5 and 16", (60, 192)),
    ("those aged 11-25", (132, 300)),
    ("young people aged 16 to 24", (192, 288)),
    ("11 to 16 year olds", (132, 192)),
    ("11-16-year-olds", (132, 192)),
    ("pupils aged 4-7", (48, 84)),
    ("youth ages 5 through 20", (60, 240)),
    ("support from 8 to 25", (96, 300)),
    ("the first two years of life", (0, 24)),
    ("the first year of life", (0, 12)),
    ("the first three years of a child's life", (0, 36)),
    ("a baby's first year", (0, 12)),
    ("a child's first two years", (0, 24)),
    ("0-2 children", (0, 24)),
    ("0-4 years | Not commissioned", (0, 48)),
    ("Age: 0-2", (0, 24)),
    ("between birth and school age", (0, 60)),
    ("from birth to 2s", (0, 24)),
    ("between the ages of two and four", (24, 48)),
    ("between two and four years old", (24, 48)),
    ("0-2 age group", (0, 24)),
    ("11-16 age range", (132, 192)),
    ("0-24 months", (0, 24)),
    ("for 2-4 years", (24, 48)),
    ("0 to 2 years old", (0, 24)),
    ("from birth to their third birthday", (0, 36)),
    ("between conception and adulthood", (-9, 216)),
    ("birth-2", (0, 24)),
    ("the first six months after birth", (0, 6)),
    ("the first two years shape a child", (0, 24)),
    ("0–2 | Parent-infant therapy", (0, 24)),
    ("pregnancy and the first two years", (-9, 24)),
    ("the first 12 months of life", (0, 12)),
    ("the first months of life", (0, 1)),
    ("a child's first five years", (0, 60)),
    ("the first twenty-four months of life", (0, 24)),
]
POINTS: list[tuple[str, Interval]] = [
    ("two-year-olds", (24, 36)),
    ("2-year-olds", (24, 36)),
    ("two year olds", (24, 36)),
    ("a one-year-old", (12, 24)),
    ("2 yr olds", (24, 36)),
    ("children aged two", (24, 36)),
    ("children aged 1", (12, 24)),
    ("a two-month-old", (2, 3)),
    ("an 18-month-old", (18, 19)),
    ("babies aged 9 months", (9, 10)),
    ("children aged one and two", (12, 36)),
    ("aged nought, one or two", (0, 36)),
    ("children aged 0, 1 and 2", (0, 36)),
    ("one- and two-year-olds", (12, 36)),
    ("three- and four-year-olds", (36, 60)),
    ("a five-year-old", (60, 72)),
    ("a 17-year-old", (204, 216)),
    ("an infant of two years", (24, 36)),
    ("the two-year check", (24, 36)),
    ("a developmental check at 24 months", (24, 25)),
    ("a review at 2 to 2½ years old", (24, 30)),
]
FLOORS: list[tuple[str, Interval]] = [
    ("from age 5", (60, None)),
    ("from the age of two", (24, None)),
    ("over-fives", (60, None)),
    ("over 5s", (60, None)),
    ("children over five", (60, None)),
    ("children over the age of 3", (36, None)),
    ("people aged 16 and over", (192, None)),
    ("people aged 16 or over", (192, None)),
    ("adults aged 18+", (216, None)),
    ("adults aged 18 and above", (216, None)),
    ("over-65s", (780, None)),
    ("people aged 65 and over", (780, None)),
    ("at least five years old", (60, None)),
    ("a child must have turned six", (72, None)),
    ("the minimum age for referral is seven", (84, None)),
    ("if you are 11 or older", (132, None)),
    ("18 months and older", (18, None)),
    ("children of 18 months and older", (18, None)),
    ("two years or older", (24, None)),
    ("children older than three years", (36, None)),
    ("from 2 upwards", (24, None)),
    ("two year olds and over", (24, None)),
    ("5 years and over", (60, None)),
    ("from their second birthday", (24, None)),
    ("from their fifth birthday", (60, None)),
    ("from the first birthday", (12, None)),
    ("children aged 5 years and upwards", (60, None)),
    ("anyone aged 16 or older", (192, None)),
]
DAYS: list[tuple[str, float]] = [
    ("the first 1,001 days", 24),
    ("the first 1001 days", 24),
    ("the First 1001 Days", 24),
    ("the first 1 001 days", 24),
    ("the first 1,000 days", 24),
    ("the first 1000 days of life", 24),
    ("the first thousand days of life", 24),
    ("the 1,001 critical days from conception", 24),
    ("1001 days of a baby's life", 24),
    ("1,001 days that shape a baby", 24),
    ("the first 2,000 days", 57),
]
NO_AGES = [
    # scores, shares, sums, sizes
    "scoring 0–2 on the scale",
    "a score of 0 to 3",
    "rated 1 to 5",
    "under 2% of spend",
    "less than 1 in 3 homes",
    "£0–2m depending on site",
    "£2 to £3 a head",
    "between 2 and 3 million people",
    "under 25 kg",
    "up to 5 sessions",
    "0-2 points",
    "over 5,000 referrals",
    "under 1.5 per cent",
    "up to 30 minutes",
    "a ratio of 1 to 3",
    # waits, intervals, durations
    "waits of 0–3 months",
    "seen in under two hours",
    "within 18 weeks of referral",
    "a wait of up to two years",
    "the meeting took 20 minutes",
    "a visit at 10 to 14 days",
    "in the next two years",
    "over the past three years",
    "for at least five years",
    "over five years",
    "every six to eight weeks",
    "the first three years of the plan",
    "the first year of the contract",
    "the first two years of this strategy",
    "two years after the pandemic",
    "a five-year plan",
    "in its first year",
    "within 12 months of diagnosis",
    "staff with two to three years in post",
    "after two years the pilot ended",
    # what is the mother's, and gestations
    "women are seen for up to 24 months after birth",
    "within 24 months of birth",
    "mothers up to two years after birth",
    "at 12 weeks of pregnancy",
    "between 24 and 36 weeks' gestation",
    "before 37 weeks of gestation",
    "until 24 months after birth",
    "women in the first year after birth",
    # clauses, sections, versions, school years
    "clause 0-2 of the contract",
    "section 2 to 5",
    "Version 0-2",
    "tier 2 to 3",
    "pages 2-3",
    "Year 2 pupils",
    "in year two and under the new contract",
    "years 1 to 6",
    "key stage 1",
    "Band 5 to 7",
    "step 1 to 3",
    # figures of speech, dates, counts
    "all under one roof",
    "one to one support",
    "2019-2024",
    "2 to 3 pm",
    "two or three teams",
    "24/7",
    "under two managers",
    "the first 1,000 days of the new Trust",
    "in its first 1,000 days the Partnership met",
    "the first 100 days of the administration",
    "one in two families",
    "5 to 10 staff",
    "a group of 8 to 10 women",
    "nine to five",
    "groups of 8 to 12 young people",
    "each session takes 4 to 6 babies",
    "we support 10 to 15 families a week",
    "2 to 3 children in every class",
    "between 5 and 10 children",
    "up to 5 children",
    "over 30 children were seen",
    "one or two children",
    "no more than 12 young people",
    "at least 10 children",
    "children with 2 or more needs",
    "two to three year wait",
    "a child's first year at school",
    "children in their first year of school",
    "support from 9am to 5pm",
    "open from 9 to 5 each weekday",
    "chapters 2 to 3",
    "Goal 3 to 5",
    "a 2 to 3 hour session",
    "a temperature of 36 to 38 degrees",
    "Grade 2 to 5 pupils",
    "0-1 on the ladder",
    "phase 1 to 2",
    "article 2 to 3",
    "£2 under budget",
    "within two to three days",
    "a fall of 3 to 5 points",
    "6-8 week appointment for mothers",
    "the last 12 to 24 months",
    "over the next 12 to 24 months",
    "for between two and three years",
    "a term of two years or more",
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [*CEILINGS, *BANDS, *POINTS, *FLOORS],
    ids=[text for text, _ in (*CEILINGS, *BANDS, *POINTS, *FLOORS)],
)
def test_an_age_is_an_interval_of_months(text: str, wanted: Interval) -> None:
    """Every way of writing an age gives the interval that was printed."""
    assert months(text)[:1] == [wanted]


@pytest.mark.parametrize(("text", "high"), DAYS, ids=[text for text, _ in DAYS])
def test_days_are_counted_from_conception(text: str, high: float) -> None:
    """The first thousand days end at the second birthday, two thousand before the fifth."""
    assert months(text) == [(-9, pytest.approx(high, abs=0.5))]


@pytest.mark.parametrize("text", NO_AGES)
def test_other_numbers_are_no_ages(text: str) -> None:
    """Scores, waits, sums, clauses, school years and a mother's months name nobody."""
    assert months(text) == []


UNSURE = [
    "in the first 1,000 days of a presidency",
    "in their first year",
    "under two years",
    "from six months to under three years",
    "a wait of two years",
]


@pytest.mark.parametrize("text", UNSURE)
def test_what_may_be_an_age_is_seen_and_counted_for_nobody(text: str) -> None:
    """A length of time is handed to the judge as one that is not sure."""
    assert ages(text) and not any(age.sure for age in ages(text))


def test_a_bare_range_is_an_age_only_in_a_cell() -> None:
    """The words "0-2" in a cell of their own are an age, in a sentence they want a cue."""
    assert months("0–2 | Parent-infant therapy") == [(0, 24)]
    assert months("We lost 0–2 at home.") == []


def test_several_ages_are_read_in_their_order() -> None:
    """Each age of a sentence is read, none twice."""
    text = "We see 0-2s, under-fives and people aged 16 and over."
    assert months(text) == [(0, 24), (0, 60), (192, None)]


def test_every_form_is_proved_by_a_case() -> None:
    """No form stands in the grammar that no case of this table reads."""
    cases = [text for text, _ in (*CEILINGS, *BANDS, *POINTS, *FLOORS, *DAYS)]
    read = {age.form for text in (*cases, *UNSURE, *NO_AGES) for age in ages(text)}
    assert read == {form.id for form in ENGLISH.ages.production}


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 15), st.integers(1, 15))
def test_the_printed_numbers_times_twelve_are_the_bounds(low: int, more: int) -> None:
    """Rule 10 of the guide: a band ends at the number printed, "and under" at one more."""
    high = low + more
    assert months(f"children aged {low} to {high}") == [(low * 12, high * 12)]
    assert months(f"children aged {low}–{high}") == [(low * 12, high * 12)]
    assert months(f"children under {high}") == [(0, high * 12)]
    assert months(f"children aged {high} and under") == [(0, (high + 1) * 12)]
    assert months(f"children aged {high} and over") == [(high * 12, None)]


WORDS = st.sampled_from(
    [
        "children",
        "aged",
        "under",
        "2",
        "two",
        "0",
        "-",
        "–",
        "to",
        "and",
        "years",
        "months",
        "old",
        "birth",
        "the",
        "first",
        "of",
        "life",
        "s",
        ",",
        "|",
        "over",
        "pregnancy",
        "1,001",
        "days",
        "between",
        "weeks",
        "after",
        "and",
        "under",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_ages_keep_their_order_and_never_overlap(text: str) -> None:
    """Whatever the words are, spans lie in the text, one after the other, and bounds go up."""
    found = ages(text)
    count = len(PLAIN_SPLITTER.split(NORMALISER.read(text).text)[0])
    edges = [edge for age in found for edge in (age.start, age.end)]
    assert edges == sorted(edges) and all(0 <= edge <= count for edge in edges)
    assert all(age.start < age.end for age in found)
    assert all(age.high is None or age.low < age.high for age in found)
