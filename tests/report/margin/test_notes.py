"""What comments say, what is suggested, and the summing up at the top."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.records import Place, Reach
from auditor.report.margin.notes import comment_of, suggestion_of, top_comment
from auditor.report.margin.remark_rules import remark_rules
from auditor.report.margin.remarks import Remark, Remarks, choose, find_remarks
from tests.builders import audit, rules, statement


def remark(text: str, reach: Reach = "generic", place: Place = "body") -> Remark:
    """Find the remark on one passage."""
    made = audit([statement(text, reach=reach, place=place)])
    (found,), _ = find_remarks(made, remark_rules().remark, rules().rubric.limits)
    return found


def test_a_comment_gives_reason_rule_and_wording() -> None:
    """All three, with the words that it sits on."""
    said = comment_of(remark("We accept referrals from age 5.", "excluded"), remark_rules())
    assert said[0] == (
        "An age limit leaves babies out. “from age 5” shuts out some or all children under three."
    )
    assert said[1].startswith("The rule: ") and said[2].startswith("You could write: “")


CASES: list[tuple[str, Reach, Place, str | None]] = [
    (
        "We help children and young people now.",
        "generic",
        "body",
        "We help babies, children and young people now.",
    ),
    (
        "Children and young people will be heard.",
        "generic",
        "body",
        "Children and young people, babies among them, will be heard.",
    ),
    (
        "Children and young people, we hope, will be heard.",
        "generic",
        "body",
        "Children and young people, babies among them, we hope, will be heard.",
    ),
    ("Children and young people’s needs will be met.", "generic", "body", None),
    (
        "We accept referrals from age 5.",
        "excluded",
        "body",
        "We accept referrals from age 5. Babies and younger children are seen, together with "
        "their parents, by [service].",
    ),
    (
        "referrals from age 5; and",
        "excluded",
        "list",
        "referrals from age 5 (babies and younger children are seen, together with their "
        "parents, by [service]); and",
    ),
    (
        "Seen from age 5 | The Trust",
        "excluded",
        "table",
        "Seen from age 5 (babies and younger children are seen, together with their parents, by "
        "[service]) | The Trust",
    ),
    ("Referrals from age 5", "excluded", "heading", None),
]


@pytest.mark.parametrize(
    ("text", "reach", "place", "accepted"), CASES, ids=[case[0] for case in CASES]
)
def test_an_accepted_suggestion_reads_as_a_sentence(
    text: str, reach: Reach, place: Place, accepted: str | None
) -> None:
    """At the words, behind the sentence, or in the cell; none where no words fit."""
    found = remark(text, reach, place)
    made = suggestion_of(found, remark_rules())
    if accepted is None:
        assert made is None
        return
    assert made is not None
    at = made.at - found.statement.start
    assert text[:at] + made.words + text[at:] == accepted


def test_the_top_sums_up_what_got_no_comment() -> None:
    """How many of each kind, and under which headings."""
    ones = [
        statement(f"We will support {n} children and young people.", section=(f"Part {n % 2}",))
        for n in range(40)
    ]
    made = audit(ones)
    found, more = find_remarks(made, remark_rules().remark, rules().rubric.limits)
    chosen = choose(found, more, remark_rules().most, remark_rules().remark)
    assert len(chosen.written) == remark_rules().most == 30
    said = top_comment(made, chosen, remark_rules())
    assert said[0].startswith(made.verdict.because)
    assert "Not yet checked by a person." in said[0]
    assert "Not yet checked" not in top_comment(made, chosen, remark_rules(), checked=True)[0]
    assert said[1] == "30 comments follow, each on the words it is about."
    assert said[3].endswith("10 more, under “Part 0” (5), “Part 1” (5).")


def test_the_top_of_suggestions_gives_their_reasons() -> None:
    """Tracked changes carry none themselves."""
    made = audit([statement("We accept referrals from age 5.", reach="excluded")])
    found, _ = find_remarks(made, remark_rules().remark, rules().rubric.limits)
    said = top_comment(made, Remarks(found, ()), remark_rules(), suggested=1)
    assert said[1] == "One change is suggested, as tracked changes: accept or reject each."
    assert said[2].startswith("An age limit leaves babies out (1): some or all children")


def test_a_draft_that_calls_for_nothing_is_told_so() -> None:
    """The verdict stands at the top all the same."""
    said = top_comment(audit([]), Remarks((), ()), remark_rules())
    assert "Nothing in this draft called for a comment." in said


def test_comments_are_in_the_language_of_reports_and_suggestions_in_that_of_the_draft() -> None:
    """What is said of the draft is Welsh; what could stand in it is English as the draft is."""
    english, welsh = remark_rules(), remark_rules("cy")
    found = remark("We accept referrals from age 5.", "excluded")
    plain, said = (
        comment_of(found, english),
        comment_of(replace(found, rule=welsh.remark[0]), welsh),
    )
    assert said[0].startswith("Mae terfyn oedran yn gadael babanod allan.")
    assert not set(plain) & set(said)
    for own, other in zip(welsh.remark, english.remark, strict=True):
        assert (own.insertion, own.wording) == (other.insertion, other.wording)
        assert own.reason != other.reason and own.patterns == other.patterns
    made = audit([])
    top = top_comment(made, choose([], [], 30, welsh.remark), welsh)
    assert "Nid oedd dim yn y drafft hwn yn galw am sylw." in top
    assert not set(top) & set(top_comment(made, choose([], [], 30, english.remark), english))
