"""All that is said of one document, put together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from auditor import __version__
from auditor.rating.criteria import find_levels
from auditor.rating.flags import find_flags
from auditor.rating.near_misses import find_near_misses
from auditor.rating.score import score_levels
from auditor.rating.tally import Tally
from auditor.rating.verdict import decide, is_cannot_tell
from auditor.records import Audit, Document, Score, Statement, Tool
from auditor.rules import Rules


def rate(document: Document, statements: Iterable[Statement], rules: Rules) -> Audit:
    """Rate a document by what its statements say."""
    read = tuple(statements)
    rubric, tally = rules.rubric, Tally.of(read)
    levels = find_levels(tally, document, rubric)
    answer = decide(tally, document, rules)
    verdict = answer.verdict
    unknown = is_cannot_tell(verdict, rubric)
    flags = find_flags(tally, document, rubric, silence=answer.silence)
    return Audit(
        tool=describe_tool(rules, document.ocr_engine),
        document=document,
        statements=read,
        levels=levels,
        verdict=verdict,
        flags=flags.raised,
        score=Score(None, None, None, None) if unknown else score_levels(levels, tally, rubric),
        near_misses=find_near_misses(read, rubric),
        searched=rules.searched_in({document.language, *(one.language for one in read)}),
        verdict_range=answer.range,
        deciding=answer.deciding,
        flags_in_doubt=flags.in_doubt,
    )


def describe_tool(rules: Rules, ocr: str | None = None) -> Tool:
    """Return the versions and hashes that an audit goes by."""
    return Tool(
        __version__,
        rules.rubric.version,
        hash_rules(rules),
        ocr=ocr,
        judge=f"sha256:{rules.card.weights}" if rules.card else "",
        judged_by=rules.card.judged_by if rules.card else "",
    )


def hash_rules(rules: Rules) -> str:
    """Make one hash of the word lists and the rubric."""
    both = f"{rules.sha256}\n{rules.rubric.sha256}"
    return f"sha256:{hashlib.sha256(both.encode()).hexdigest()}"
