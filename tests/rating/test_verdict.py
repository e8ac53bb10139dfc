"""The answer: a verdict with its range, in a sentence, and never where pages could hide another."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.records import DOCUMENT_KINDS, Audit, Chances, Reach, Statement, UnreadPart
from tests.builders import audit, document, excluded, explicit, likely, rubric, statement

OTHER = explicit("In 2024 there were 2,104 births.", topic="other", strength=4, criteria=("data",))
OLDER = statement("Pupils need lessons on sleep.", reach="older")
RANGE = statement("This plan is for all, from birth to 25.", reach="nominal")
EARLY = statement("The early years matter.", reach="early_years")


def strengths(*values: int) -> list[Statement]:
    """Make one explicit statement of each strength."""
    return [
        explicit(f"Babies matter for reason {index}.", strength=value)
        for index, value in enumerate(values)
    ]


def doubtful(count: int, chance: float, **more: Any) -> list[Statement]:
    """Make so many statements that name babies with a chance."""
    return [
        likely(chance, f"Babies may matter for reason {index}.", **more) for index in range(count)
    ]


def might_be(chance: float, reach: Reach, text: str) -> Statement:
    """Make a statement that is of one reach with a chance, and otherwise of none."""
    both: tuple[tuple[Reach, float], ...] = (reach, chance), ("none", 1 - chance)
    ranked = tuple(sorted(both, key=lambda one: -one[1]))
    return statement(text, reach=ranked[0][0], chances=Chances(ranked))


def said(rated: Audit) -> str:
    """Return the sentences of an answer."""
    return rated.verdict.because


CERTAIN = [
    pytest.param("measured", strengths(4, 4), id="two measured"),
    pytest.param("committed", strengths(4, 3), id="one measured, one action"),
    pytest.param("committed", strengths(3, 3, 1), id="two actions"),
    pytest.param("explained", strengths(4, 2), id="one measured, one explained"),
    pytest.param("mentioned", strengths(4, 1), id="one strong statement is not two"),
    pytest.param("mentioned", strengths(1), id="one mention"),
    pytest.param("excluded", [excluded(), RANGE], id="excluded over nominal"),
    pytest.param("mentioned", [excluded(), *strengths(1)], id="a mention over an exclusion"),
    pytest.param("nominal", [RANGE], id="a range"),
    pytest.param("nominal", [EARLY], id="the early years"),
    pytest.param("absent", [OLDER, statement(reach="parental")], id="none of these"),
    pytest.param("absent", [OTHER], id="babies on another subject"),
]


@pytest.mark.parametrize(("verdict", "statements"), CERTAIN)
def test_the_first_verdict_that_holds_is_given(verdict: str, statements: list[Statement]) -> None:
    """The ladder of the guide's last section, rung by rung; certain labels leave no range."""
    rated = audit(statements)
    assert rated.verdict.name == verdict
    assert rated.verdict_range == (verdict, verdict)
    assert "before you send" not in said(rated)


IN_DOUBT = [
    pytest.param(
        "measured",
        ("committed", "measured"),
        doubtful(2, 1.0, strength=4, sure=0.9),
        id="measured, perhaps less",
    ),
    pytest.param(
        "committed",
        ("committed", "measured"),
        doubtful(2, 1.0, strength=4, sure=0.6),
        id="an action, perhaps measured",
    ),
    pytest.param(
        "committed",
        ("explained", "committed"),
        doubtful(2, 1.0, strength=3, sure=0.9),
        id="an action, perhaps explained",
    ),
    pytest.param(
        "explained",
        ("explained", "committed"),
        doubtful(2, 1.0, strength=3, sure=0.6),
        id="explained, perhaps an action",
    ),
    pytest.param(
        "explained",
        ("mentioned", "explained"),
        doubtful(2, 0.9, strength=2),
        id="explained, perhaps a mention",
    ),
    pytest.param(
        "mentioned",
        ("mentioned", "explained"),
        doubtful(2, 0.7, strength=2, otherwise="none") + strengths(1),
        id="a mention, perhaps explained",
    ),
    pytest.param(
        "mentioned",
        ("absent", "mentioned"),
        doubtful(1, 0.8, strength=1),
        id="a mention, perhaps silent",
    ),
    pytest.param(
        "absent",
        ("absent", "mentioned"),
        doubtful(1, 0.6, strength=1),
        id="silent, perhaps a mention",
    ),
    pytest.param(
        "nominal",
        ("absent", "nominal"),
        [might_be(0.8, "nominal", "For all of us.")],
        id="a range, perhaps silent",
    ),
    pytest.param(
        "absent",
        ("absent", "nominal"),
        [might_be(0.4, "nominal", "For all of us.")],
        id="silent, perhaps a range",
    ),
    pytest.param(
        "excluded",
        ("nominal", "excluded"),
        [RANGE, might_be(0.8, "excluded", "Those of five and over.")],
        id="left out, perhaps a range",
    ),
    pytest.param(
        "nominal",
        ("nominal", "mentioned"),
        [RANGE, *doubtful(1, 0.6, strength=1, otherwise="older")],
        id="a range, perhaps a mention",
    ),
]


@pytest.mark.parametrize(("verdict", "range", "statements"), IN_DOUBT)
def test_doubtful_labels_make_a_range(
    verdict: str, range: tuple[str, str], statements: list[Statement]
) -> None:
    """The answer says that it counts only what is clear, names the other, and what it rests on."""
    rated = audit(statements)
    assert rated.verdict.name == verdict
    assert rated.verdict_range == range
    other = next(one for one in range if one != verdict)
    assert said(rated).startswith("Counting only what is clear, the document ")
    assert said(rated).endswith(f"the answer would be “{rubric().verdict_named(other).title}”.")
    assert rated.deciding


def test_the_sentence_counts_what_it_rests_on() -> None:
    """In the singular and the plural."""
    assert "rests on one passage that could be read another way" in said(audit(doubtful(1, 0.8)))
    assert "rests on two passages that could be read another way" in said(audit(doubtful(2, 0.9)))


def test_two_other_answers_are_both_named() -> None:
    """A reader sees how far it could go."""
    rated = audit([*doubtful(1, 0.5, strength=1), might_be(0.45, "nominal", "For all of us.")])
    assert rated.verdict.name == "absent"
    assert said(rated).endswith("would be “Only mentioned” or “Only implied”.")


def test_where_no_passage_alone_decides_the_range_is_still_said() -> None:
    """Many that are alike can be wrong one by one and change nothing."""
    rated = audit(doubtful(40, 1.0, strength=3, sure=0.21))
    assert rated.verdict.name == "explained"
    assert rated.verdict_range == ("explained", "committed")
    assert rated.deciding == ()
    assert said(rated).endswith("Together they could make the answer “Action”.")


def test_counts_never_speak_against_the_answer() -> None:
    """Two labelled as actions, neither surely: how many promise is not said."""
    rated = audit(doubtful(2, 1.0, strength=3, sure=0.6))
    assert rated.verdict.name == "explained"
    assert "two passages seem to be about it, but what is said is not clear enough" in said(rated)
    assert "promise" not in said(rated)


def test_labels_that_are_hardly_likely_are_not_counted_as_clear() -> None:
    """A label may be the likeliest and still be less likely than not."""
    hardly = Chances((("explicit", 0.4), ("older", 0.35), ("none", 0.25)), 1.0, (0.0, 1.0))
    two = [explicit(f"Little ones {index}.", chances=hardly) for index in range(2)]
    rated = audit([*two, *strengths(1)])
    assert rated.verdict.name == "mentioned"
    assert "three passages seem to be about it" in said(rated)


@pytest.mark.parametrize(
    "statements",
    [
        pytest.param(doubtful(300, 0.45, strength=4), id="perhaps babies"),
        pytest.param(doubtful(300, 1.0, mental=0.45, strength=4), id="perhaps their minds"),
        pytest.param([RANGE, *doubtful(300, 0.3, strength=3)], id="beside a range"),
    ],
)
def test_many_unlikely_statements_never_address_babies(statements: list[Statement]) -> None:
    """However many there are."""
    assert audit(statements).verdict.name in ("absent", "nominal")


def test_many_unlikely_actions_never_make_a_promise() -> None:
    """Three hundred explanations that are perhaps actions are explanations."""
    assert audit(doubtful(300, 1.0, strength=3, sure=0.4)).verdict.name == "explained"


def test_many_likely_mentions_make_it_surer() -> None:
    """Two that are each somewhat likely are surer than one."""
    assert audit(doubtful(1, 0.6, strength=1)).verdict.name == "absent"
    assert audit(doubtful(2, 0.6, strength=1)).verdict.name == "mentioned"


def test_the_deciding_statement_that_changes_most_stands_first() -> None:
    """The surest of few; one that changes nothing is not among them."""
    weak, strong = doubtful(1, 0.3, strength=1)[0], likely(0.8, "Babies do matter.", strength=1)
    rated = audit([OLDER, weak, strong])
    assert rated.deciding == ("s0003",)
    rated = audit([OLDER, likely(0.8, strength=1), likely(0.85, "Babies matter.", strength=1)])
    assert rated.deciding == ("s0003", "s0002")


def test_only_so_many_deciding_statements_are_shown() -> None:
    """The rubric says how many."""
    assert len(audit(doubtful(12, 0.5)).deciding) <= rubric().limits.deciding


def test_a_statement_repeated_word_for_word_counts_once() -> None:
    """The same promise on two pages is one promise."""
    assert audit(strengths(3) * 2).verdict.name == "mentioned"


@pytest.mark.parametrize("place", ["toc", "reference", "running"])
def test_furniture_is_never_evidence(place: str) -> None:
    """A cited title says nothing about the strategy, even if it were labelled explicit."""
    rated = audit([explicit(place=place), OLDER])
    assert rated.verdict.name == "absent"
    assert all(level.level == 0 for level in rated.levels)


@pytest.mark.parametrize(
    "statements",
    [[OLDER], [RANGE], [excluded()], doubtful(1, 0.6)],
    ids=["absent", "nominal", "excluded", "in doubt"],
)
def test_silence_over_unread_pages_cannot_be_told(statements: list[Statement]) -> None:
    """A scanned page is not a silent strategy: more than a fifth unread gives no verdict."""
    rated = audit(statements, unread=(3, 4, 5), pages=12)
    assert rated.verdict.name == "cannot_tell"
    assert rated.verdict_range == ("cannot_tell", "cannot_tell")
    assert rated.deciding == ()
    assert "three pages of 12 could not be read (no text layer)" in said(rated)
    assert rated.score.value is None


def test_silence_over_pictures_that_were_not_read_cannot_be_told() -> None:
    """Words in pictures count by their area: five halves of ten pages are more than a fifth."""
    parts = tuple(UnreadPart(at, "picture with words", "no OCR", 0.5) for at in range(1, 6))
    rated = audit([OLDER], pages=10, parts_unread=parts)
    assert rated.verdict.name == "cannot_tell"
    assert "About 25% of it was not read: words in five parts of it" in said(rated)
    assert audit([OLDER], pages=10, parts_unread=parts[:4]).verdict.name == "absent"
    both = audit([OLDER], pages=10, unread=(9,), parts_unread=parts)
    assert "About 35% of it was not read, including one whole page" in said(both)


def test_a_fifth_of_the_pages_is_still_readable_enough() -> None:
    """Exactly 20 % unread leaves the verdict standing, with its flag."""
    rated = audit([OLDER], unread=(9, 10), pages=10)
    assert rated.verdict.name == "absent"
    assert "pages_unread" in [flag.id for flag in rated.flags]


def test_evidence_found_stands_however_little_was_read() -> None:
    """What was read and is explicit needs no further pages."""
    assert audit(strengths(3, 3), unread=range(3, 12), pages=12).verdict.name == "committed"


def test_a_language_without_word_lists_cannot_be_told() -> None:
    """Silence in a language that was not searched says nothing."""
    rated = audit([OLDER], language="cy")
    assert rated.verdict.name == "cannot_tell"
    assert "(Welsh)" in said(rated)


def test_a_language_that_could_not_be_told_gives_no_verdict_of_silence() -> None:
    """Too little text to know its language is too little to call silent."""
    rated = audit([OLDER], language="und")
    assert rated.verdict.name == "cannot_tell"
    assert "und" not in said(rated).split()


def test_a_document_without_words_cannot_be_told() -> None:
    """No words, no answer."""
    rated = audit([])
    assert rated.verdict.name == "cannot_tell"
    assert "no words" in said(rated)


def test_the_sentence_states_counts_and_quotes_the_strongest() -> None:
    """A reader learns how many, and the best of them, with its page."""
    rated = audit(
        [
            *strengths(1, 2),
            explicit("We will fund a team by 2028.", strength=4),
            explicit("We will train staff for babies.", strength=3),
        ]
    )
    assert "In all, four passages are about it; two promise or ask for action" in said(rated)
    assert said(rated).endswith("The strongest, on page 1: “We will fund a team by 2028.”")


def test_a_quote_without_a_stop_is_given_one() -> None:
    """The answer ends as sentences do, and the quote stays as it was printed."""
    rated = audit([explicit("Infant mental health", place="heading", strength=1)])
    assert said(rated).endswith("“Infant mental health”.")


def test_a_long_statement_is_quoted_to_the_end_of_a_sentence() -> None:
    """A headline that stops in mid-sentence is no quote."""
    rated = audit(
        [explicit("Babies matter. " + "They cry, and we listen, and they cry. " * 20, strength=1)]
    )
    assert said(rated).endswith("and they cry.”")
    assert len(said(rated)) < 600


def test_the_absent_sentence_speaks_of_mental_health_and_of_the_document_only() -> None:
    """Births may be counted in it, and it says nothing of what an area provides."""
    sentence = said(audit([OTHER, OLDER]))
    assert sentence.startswith("The document is silent on babies’ mental health.")
    assert "A search of two passages (one of one page) found none" in sentence
    assert "Babies are named in one passage on another subject." in sentence
    assert "provide" not in sentence and "area" not in sentence


def test_all_that_was_read_is_counted() -> None:
    """The number in the sentence is that of the statements in the report, repeats and all."""
    rated = audit([OLDER, OLDER, statement("Contents", place="toc")])
    assert len(rated.statements) == 3
    assert "A search of three passages" in said(rated)


def test_a_document_without_pages_is_told_by_its_sections() -> None:
    """A Word file has headings where a PDF has pages."""
    rated = audit([explicit(section=("2 Our offer",), strength=1)], paged=False)
    assert "under “2 Our offer”" in said(rated)


@pytest.mark.parametrize("kind", DOCUMENT_KINDS)
def test_what_the_document_is_not_is_said_first(kind: str) -> None:
    """In the same sentence as the answer, and only of documents on other subjects."""
    told = kind in ("clinical", "sector", "manifesto", "other")
    for statements in ([OLDER], doubtful(1, 0.8), strengths(4, 4), [excluded()], [RANGE]):
        first = said(audit(statements, kind=kind)).split(". ")[0]
        assert first.startswith("This ") is told, first
        assert (" not a strategy " in first or " not seem to be a strategy " in first) is told
        assert ("; it " in first or "; counting only what is clear, it " in first) is told
        assert "mental health" in first


def test_every_verdict_of_the_rubric_can_be_named() -> None:
    """No verdict lacks its title and meaning, `cannot_tell` included."""
    for id in (
        "absent",
        "nominal",
        "excluded",
        "mentioned",
        "explained",
        "committed",
        "measured",
        "cannot_tell",
    ):
        assert rubric().verdict_named(id).title and rubric().verdict_named(id).meaning


def test_documents_and_audits_can_be_built_without_files() -> None:
    """The builders give each word a page, so that statements can be located."""
    made = document([explicit(), excluded()])
    assert made.words.page_at(0, 5) == 1
    assert made.text.splitlines() == [explicit().text, excluded().text]
