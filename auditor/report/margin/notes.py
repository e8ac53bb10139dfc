"""The words of the margin: what each comment says, what is suggested, what stands at the top."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from auditor.records import Audit
from auditor.report.characters import visible
from auditor.report.margin.remark_rules import RemarkRules
from auditor.report.margin.remarks import Remark, Remarks
from auditor.rules.sentence_templates import fill, with_stop
from auditor.rules.translating.shared_texts import shared_words

CELLS = " | "
"""What stands between two cells of a row."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words to insert, and where in the document's text."""

    at: int
    words: str
    side: Literal["before", "after"]
    """Whether they stand before the character there, or after the one that ends there."""


def comment_of(remark: Remark, rules: RemarkRules) -> tuple[str, ...]:
    """Return the paragraphs of a comment: what is wrong, by which rule, what could be written."""
    rule, top = remark.rule, rules.top
    words = visible(remark.words)
    wording = fill(rule.wording, {"words": words.lower()})
    values = {"words": words, "rule": rule.rule, "wording": wording}
    revision = (top.revision,) if remark.is_inserted else ()
    return (
        f"{with_stop(rule.name)} {fill(rule.reason, values)}",
        *revision,
        fill(top.rule, values),
        fill(top.wording, values),
    )


def suggestion_of(remark: Remark, rules: RemarkRules) -> Suggestion | None:
    """Return what is suggested at a remark; None where no words fit there."""
    rule, statement = remark.rule, remark.statement
    if statement.place == "heading":
        return None
    if rule.side:
        return _beside(remark)
    text = statement.text
    if statement.place == "table":
        text = text[: (text + CELLS).index(CELLS, remark.end - statement.start)]
    text = rules.without_loose_end(text)
    end = statement.start + len(text)
    if text.endswith(rules.closers):
        return Suggestion(end, f" {rule.insertion}", "after")
    aside = rule.insertion[0].lower() + rule.insertion[1:].removesuffix(".")
    return Suggestion(end, f" ({aside})", "after")


def _beside(remark: Remark) -> Suggestion | None:
    """Suggest words at the words themselves; behind them where they open the passage."""
    rule, words = remark.rule, remark.words
    if not words[0].isupper():
        return (
            Suggestion(remark.start, rule.insertion, "before")
            if rule.side == "before"
            else Suggestion(remark.end, rule.insertion, "after")
        )
    after = remark.statement.text[remark.end - remark.statement.start :][:1]
    if not rule.insertion_first or after in ("’", "'"):
        return None
    if after in (",", ";", ".", ")"):
        return Suggestion(remark.end, rule.insertion_first.rstrip(","), "after")
    return Suggestion(remark.end, rule.insertion_first, "after")


def top_comment(
    audit: Audit,
    remarks: Remarks,
    rules: RemarkRules,
    *,
    suggested: int | None = None,
    checked: bool = False,
) -> tuple[str, ...]:
    """Return the paragraphs of the comment at the top.

    `suggested` counts tracked changes, if any; `checked` where people have checked the answer.
    """
    top = rules.top
    said = shared_words(rules.language)["sentence"]
    unchecked = "" if checked else said["unchecked"]
    tool = {
        "name": audit.tool.name,
        "version": audit.tool.version,
        "rubric": audit.tool.rubric,
    }
    return tuple(
        filter(
            None,
            (
                f"{audit.verdict.because} {unchecked}".strip(),
                *_counted(len(remarks.written), rules, suggested),
                *(_reasons(remarks.written, rules) if suggested is not None else ()),
                *_rest(remarks.rest, rules),
                fill(top.tool if suggested is None else top.tool_suggested, tool),
            ),
        )
    )


def _counted(written: int, rules: RemarkRules, suggested: int | None) -> Iterator[str]:
    """Say how many remarks follow, and of what kind."""
    top = rules.top
    if not written:
        yield top.nothing
    elif suggested is None:
        yield _opened(fill(top.comments, {"n": written}))
    else:
        yield _opened(fill(top.suggestions, {"n": suggested}))
        if suggested < written:
            yield _opened(fill(top.as_comments, {"n": written - suggested}))


def _opened(sentence: str) -> str:
    """Return a sentence with a capital, whatever number it begins with."""
    return sentence[:1].upper() + sentence[1:]


def _reasons(written: Sequence[Remark], rules: RemarkRules) -> Iterator[str]:
    """Give the reason of each kind once, since tracked changes give none."""
    counts = Counter(one.rule.id for one in written)
    for rule in rules.remark:
        if counts[rule.id]:
            said = {"name": rule.name, "meaning": rule.meaning, "rule": rule.rule}
            yield fill(rules.top.reason_kind, said | {"n": str(counts[rule.id])})


def _rest(rest: Sequence[Remark], rules: RemarkRules) -> Iterator[str]:
    """Sum up the places that got no remark of their own, kind by kind, with their headings."""
    if rest:
        yield rules.top.rest
    for rule in rules.remark:
        ours = [one for one in rest if one.rule.id == rule.id]
        if ours:
            said = fill(rules.top.rest_kind, {"name": rule.name, "n": len(ours)})
            yield f"{said}, {_headings(ours, rules)}."


def _headings(remarks: Sequence[Remark], rules: RemarkRules) -> str:
    sections = Counter(
        one.statement.section[-1] if one.statement.section else "" for one in remarks
    )
    named = [
        (f"“{visible(heading)}”" if heading else rules.top.no_heading)
        + (f" ({n})" if n > 1 else "")
        for heading, n in sections.most_common(rules.most_sections)
    ]
    more = " …" if len(sections) > rules.most_sections else ""
    return fill(rules.top.under, {"headings": ", ".join(named)}) + more
