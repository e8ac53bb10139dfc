"""The reasons beside a label: who is named, then what weighed most for it and against."""

from __future__ import annotations

from auditor.language.judging.judge import Judge
from auditor.language.judging.reasons import AGAINST, FOR
from auditor.records import Because, Judgement
from tests.language import tiny

JUDGE = Judge(tiny.weights(), tiny.CRITERIA)


def say(text: str, heading: str | None = None) -> Judgement:
    """Judge a statement of the tiny language."""
    return JUDGE.judge(tiny.see(text, heading=heading))


def weighed(judgement: Judgement) -> list[Because]:
    """The reasons that carry a weight."""
    return [reason for reason in judgement.because if reason.weight is not None]


def test_who_is_named_comes_first_and_without_a_weight() -> None:
    """The words that name babies, by the list that they stand in."""
    first = say("Two babies wait").because[0]
    assert (first.rule, first.text, first.start, first.weight) == (
        "babies.people",
        "babies",
        4,
        None,
    )


def test_reasons_are_signed_and_the_heaviest_comes_first() -> None:
    """What speaks against a label is shown beside what speaks for it."""
    reasons = weighed(say("Babies are excluded"))
    assert [(reason.rule, reason.text) for reason in reasons] == [
        ("scope.shut", "excluded"),
        ("named.explicit", "Babies"),
    ]
    assert [reason.weight is not None and reason.weight > 0 for reason in reasons] == [True, False]
    sizes = [abs(reason.weight or 0) for reason in reasons]
    assert sizes == sorted(sizes, reverse=True)


def test_reasons_are_few() -> None:
    """No more than a reader can weigh: some for a label, fewer against it."""
    for text in ("Babies and pupils and children are excluded", "Babies wait"):
        reasons = weighed(say(text))
        assert sum((reason.weight or 0) > 0 for reason in reasons) <= FOR
        assert sum((reason.weight or 0) < 0 for reason in reasons) <= AGAINST


def test_reasons_quote_the_statement() -> None:
    """Each stands at its offsets in the text."""
    text = "The \ufb01rst babies are ex\u00adcluded"
    for reason in say(text).because:
        assert text[reason.start : reason.end] == reason.text


def test_a_reason_from_the_heading_says_so() -> None:
    """It stands on no words of the statement."""
    reasons = weighed(say("Pupils and babies wait", heading="Babies"))
    from_heading = [reason for reason in reasons if reason.rule == "context.h.names:explicit"]
    assert from_heading and from_heading[0].text == ""


def test_a_label_of_none_with_nothing_set_aside_needs_no_reason() -> None:
    """Where nobody is named there is nothing to show."""
    assert say("Adults wait").because == ()


def test_a_thing_set_aside_is_shown_with_its_reason() -> None:
    """The words that seem to name babies, by the rule that took them away."""
    judgement = say("Infant formula is dear")
    assert judgement.reach == "none"
    assert (judgement.because[0].rule, judgement.because[0].text) == (
        "babies.things",
        "Infant formula",
    )
