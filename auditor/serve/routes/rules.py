"""Try a sentence; read the questions and the word lists."""

from __future__ import annotations

from flask import Response, request

from auditor.isolation.parent_ending import WorkerEnded
from auditor.report.story.quotes import segments
from auditor.rules.lexicon import Group
from auditor.serve.jobs.messages import Failed, ToJudge
from auditor.serve.routes.screens import app_state, show, show_error

LONGEST_SENTENCE = 2000


def show_trial() -> Response:
    """Show the form for a sentence."""
    return show("trial", sentence="", heading="", place="body", said=None, words=())


def try_sentence() -> Response:
    """Judge a sentence and show by which words and rules."""
    sentence = request.form.get("sentence", "").strip()[:LONGEST_SENTENCE]
    heading = request.form.get("heading", "").strip()[:LONGEST_SENTENCE]
    places = [one.id for one in app_state().rules.rubric.place]
    place = request.form.get("place", "body")
    place = place if place in places else "body"
    if not sentence:
        return show_trial()
    try:
        answer = app_state().jobs.judge(ToJudge(sentence, heading, place))
    except WorkerEnded:
        return show_error(500)
    if isinstance(answer, Failed):
        return show_error(500, message=answer.message, remedy=answer.remedy)
    said = answer.judgement
    return show(
        "trial",
        sentence=sentence,
        heading=heading,
        place=place,
        said=said,
        words=segments(sentence, [(one.start, one.end) for one in said.because]),
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
