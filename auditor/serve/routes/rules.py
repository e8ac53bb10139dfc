"""Try a sentence; read the questions and the word lists."""

from __future__ import annotations

from flask import Response, request

from auditor.isolation.parent_ending import WorkerEnded
from auditor.records import Judgement
from auditor.report.story.quotes import segments
from auditor.rules.lexicon import Group
from auditor.serve.jobs.messages import Failed, ToJudge
from auditor.serve.routes.review_form import read_text
from auditor.serve.routes.screens import app_state, show

LONGEST_SENTENCE = 2000


def show_trial() -> Response:
    """Show the form for a sentence."""
    return _trial(ToJudge("", "", "body"))


def _trial(
    typed: ToJudge, lacks: str = "", said: Judgement | None = None, status: int = 200
) -> Response:
    """Show the form with what was typed, and what is said of it or is lacking."""
    because = said.because if said else ()
    words = segments(typed.sentence, [(one.start, one.end) for one in because])
    return show("trial", status, typed=typed, lacks=lacks, said=said, words=words)


def try_sentence() -> Response:
    """Judge a sentence and show by which words and rules; whatever happens, it stays in the form."""
    typed = _typed()
    if not typed.sentence:
        return _trial(typed, "sentence", status=422)
    try:
        answer = app_state().jobs.judge(typed)
    except WorkerEnded:
        return _trial(typed, "answer", status=500)
    if isinstance(answer, Failed):
        return _trial(typed, "answer", status=500)
    return _trial(typed, said=answer.judgement)


def _typed() -> ToJudge:
    """Return the sentence to be judged, the heading it stands under, and the place, a known one."""
    places = [one.id for one in app_state().rules.rubric.place]
    place = request.form.get("place", "body")
    return ToJudge(
        read_text("sentence", LONGEST_SENTENCE),
        read_text("heading", LONGEST_SENTENCE),
        place if place in places else "body",
    )


def show_rubric() -> Response:
    """Show the questions, their levels, weights and sources."""
    return show("rubric")


def show_words() -> Response:
    """Show the word lists, group by group."""
    english = app_state().rules.language("en")
    groups = english.lexicon.groups
    means = {kind.id: kind.means for kind in english.inventory.mark}
    wanted = request.args.get("find", "").strip()[:200]
    files = sorted({group.id.split(".")[0] for group in groups})
    found = [group for group in groups if _speaks_of(group, means[group.id], wanted)]
    return show("words", groups=groups, means=means, files=files, wanted=wanted, found=found)


def _speaks_of(group: Group, means: str, wanted: str) -> bool:
    """True if a group's phrases or meaning hold the words looked for."""
    texts = (means, *group.phrases, *group.asides)
    return all(any(word in text.lower() for text in texts) for word in wanted.lower().split())


ROUTES = (
    ("/try", "GET", "trial", show_trial),
    ("/try", "POST", "try_sentence", try_sentence),
    ("/rubric", "GET", "rubric", show_rubric),
    ("/words", "GET", "words", show_words),
)
