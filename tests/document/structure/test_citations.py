"""Citations told from text that says something."""

from __future__ import annotations

import time

import pytest

from auditor.document.structure.citations import bare, is_citation, is_entry, speaks

CITES = [
    "1. Moss, D. (2020) Who Is Left Out? Tarnbrook Public Health, p. 14.",
    "Department for Learning, Starting Well, 2019, p. 4.",
    "Tarn Vale Council (2023) What Babies Need.",
    "See Annex A.",
    "Source: Census 2021, table 4.",
    "Heffner LJ. Growing up. N Tarn J Med 2004;351:1927.",
    "https://www.example.org/plan",
    "Tarn Vale Council: Births by ward 2019. Available at: example.org",
]
SPEAKS = [
    "Aged 5 to 18, National Service Standard 2019, not babies or toddlers, p. 4.",
    "Ages are given in completed years throughout this 2024 plan.",
    "Our survey (2023) says that babies are missed.",
    "Children under five are not seen by this service.",
    "See our annex, where babies are counted in 2024.",
    "Babies and toddlers excluded, 2019.",
    "3 NB: counts of babies are not available at ward level; Tarn Vale is small (Moss 2019).",
    "Note: Tarn Vale has few births, see https://www.example.org/2019 for all of its wards.",
    "Tarn Vale: leaflets for fathers are available from health visitors, 2024.",
    "8 TH JUNE 2017",
]


@pytest.mark.parametrize("text", CITES)
def test_what_names_a_source_cites(text: str) -> None:
    """Whatever its title says."""
    assert is_citation(text) and is_entry(text)


@pytest.mark.parametrize("text", SPEAKS)
def test_what_says_something_does_not(text: str) -> None:
    """It is read, though it has a year or a page."""
    assert not is_citation(text)


def test_titles_in_quotation_marks_say_nothing() -> None:
    """The verb of a title is none of the text."""
    assert not speaks("Moss, “What babies will need”, 2020") and speaks("Babies will be seen.")


@pytest.mark.parametrize(
    ("text", "rest"), [("[12] Moss", "Moss"), ("3. See", "See"), ("Moss", "Moss")]
)
def test_the_number_of_an_entry_is_left_out(text: str, rest: str) -> None:
    """Brackets and stops go with it."""
    assert bare(text) == rest


@pytest.mark.parametrize("run", [".", " ", "1", "A", "A. ", "(", "'"])
def test_long_runs_take_no_time(run: str) -> None:
    """No pattern looks back over a line again and again."""
    started = time.process_time()
    is_citation(run * 6000)
    is_entry("A" + run * 6000 + "(2020")
    assert time.process_time() - started < 0.2
