"""Statements with any labels that the guide allows, drawn for tests of what always holds."""

from __future__ import annotations

from hypothesis import strategies as st

from auditor.records import Statement
from tests.builders import explicit, likely, rubric, statement

CRITERIA = [criterion.id for criterion in rubric().criteria]
_CHOSEN = st.lists(st.sampled_from(CRITERIA), unique=True, max_size=4)
_TEXTS = st.text("abcde ", min_size=1, max_size=12).map(lambda text: f"x{text}".strip())
_STEPS = [share / 20 for share in range(21)]
_SHARES = st.sampled_from(_STEPS)


@st.composite
def statements(draw: st.DrawFn, most: float = 1.0) -> Statement:
    """Draw a statement, certain or in doubt; with at most a chance of naming babies."""
    if most < 1.0 or draw(st.booleans()):
        return draw(doubtful(most=most))
    reach = draw(
        st.sampled_from(
            [
                "explicit",
                "early_years",
                "nominal",
                "excluded",
                "older",
                "parental",
                "generic",
                "none",
            ]
        )
    )
    chosen = draw(_CHOSEN)
    if reach == "explicit":
        topic = draw(st.sampled_from(["mental", "other"]))
        return explicit(
            draw(_TEXTS), topic=topic, criteria=chosen, strength=draw(st.integers(1, 4))
        )
    counted = [id for id in chosen if id in ("access", "age-scope")] if reach == "excluded" else []
    return statement(draw(_TEXTS), reach=reach, criteria=counted)


@st.composite
def doubtful(draw: st.DrawFn, least: float = 0.0, most: float = 1.0) -> Statement:
    """Draw a statement that names babies with a chance."""
    chance = draw(st.sampled_from([share for share in _STEPS if least <= share <= most]))
    named = {"criteria": draw(_CHOSEN)} if chance >= 0.5 else {}
    return likely(
        chance,
        draw(_TEXTS),
        mental=draw(_SHARES),
        sure=draw(_SHARES),
        strength=draw(st.integers(1, 4)),
        otherwise=draw(st.sampled_from(["generic", "older", "nominal", "none"])),
        **named,
    )


def clear_address() -> st.SearchStrategy[Statement]:
    """Draw a statement that is labelled explicit and mental, certain or in doubt."""
    either = st.one_of(statements(), doubtful(least=0.5))
    return either.filter(lambda one: one.reach == "explicit" and one.topic == "mental")


MANY = st.lists(statements(), min_size=1, max_size=12)
