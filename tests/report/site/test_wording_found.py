"""Which wordings a question's page shows."""

from __future__ import annotations

from dataclasses import replace

from auditor.report.site.wording_found import MOST_BEST, Found, Wordings, best, by_level
from tests.report.site.conftest import Country


def wordings(country: Country, count: int = 40) -> Wordings:
    """Note what the first documents answer."""
    found = Wordings()
    for row in country.board.overview.audited[:count]:
        found.note(row, country.story(row["number"]))
    return found


def some(country: Country) -> tuple[Found, ...]:
    """What was found on a question that several answer."""
    return wordings(country).of("relationships")


def test_each_document_that_answers_has_one_quote(country: Country) -> None:
    """One a document, in the order given, each at the level that the document has."""
    found = some(country)
    numbers = [one.row["number"] for one in found]
    assert numbers == sorted(set(numbers)) and len(numbers) > 5
    assert all(one.level == one.row["levels"]["relationships"] for one in found)


def test_the_best_is_the_strongest_and_each_wording_once(country: Country) -> None:
    """Copied sentences are shown once; nothing weaker stands before a stronger one."""
    chosen = best(some(country))
    strengths = [one.quote.strength for one in chosen]
    assert strengths == sorted(strengths, reverse=True)
    assert len({one.quote.text for one in chosen}) == len(chosen) <= MOST_BEST


def test_a_fragment_is_no_example(country: Country) -> None:
    """A row of a table is not shown as wording to take up, however sure its label is."""
    whole = some(country)[0]
    fragment = replace(whole, quote=replace(whole.quote, place="table", confidence=1.0))
    other = replace(
        whole,
        quote=replace(
            whole.quote,
            place="body",
            segments=(
                replace(whole.quote.segments[0], text="We will " + "care for babies " * 4 + "."),
            ),
        ),
    )
    assert best((fragment, other)) == (other,)


def test_levels_stand_from_the_furthest_down(country: Country) -> None:
    """Each document is under the level that it has."""
    found = some(country)
    levels = by_level(found)
    assert [level for level, _ in levels] == sorted({one.level for one in found}, reverse=True)
    assert sum(len(each) for _, each in levels) == len(found)


def test_what_leaves_babies_out_is_kept_apart(country: Country) -> None:
    """Counter-evidence is no answer, and is shown as what it is."""
    against = wordings(country).against("age-scope")
    assert against and all(one.quote.reach == "excluded" for one in against)
