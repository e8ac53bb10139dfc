"""Try a sentence; read the questions and the word lists."""

from __future__ import annotations

from flask import Response, request

from auditor.report.quotes import segments
from auditor.serve.frames import Frame
from auditor.serve.screens import desk, show
from auditor.serve.worker import WorkerDied

LONGEST_SENTENCE = 2000


def show_trial() -> Response:
    """Show the form for a sentence."""
    return show("trial", sentence="", heading="", place="body", said=None, words=())


def try_sentence() -> Response:
    """Judge a sentence and show by which words and rules."""
    sentence = request.form.get("sentence", "").strip()[:LONGEST_SENTENCE]
    heading = request.form.get("heading", "").strip()[:LONGEST_SENTENCE]
    places = [one.id for one in desk().rules.rubric.place]
    place = request.form.get("place", "body")
    place = place if place in places else "body"
    if not sentence:
        return show_trial()
    question = Frame("explain", {"sentence": sentence, "heading": heading, "place": place})
    try:
        said = desk().jobs.ask(question).values
    except WorkerDied:
        return show("error", 500, code=500, message="", remedy="")
    spans = [(one["start"], one["end"]) for one in said.get("because", ())]
    return show("trial", sentence=sentence, heading=heading, place=place, said=said,
                words=segments(sentence, spans))


def show_rubric() -> Response:
    """Show the questions, their levels, weights and sources."""
    return show("rubric")


def show_words() -> Response:
    """Show the word lists, group by group."""
    groups = desk().rules.lexicon.groups
    wanted = request.args.get("find", "").strip()[:200]
    files = sorted({group.id.split(".")[0] for group in groups})
    return show("words", groups=groups, files=files, wanted=wanted,
                found=[group for group in groups if _speaks_of(group, wanted)])


def _speaks_of(group: object, wanted: str) -> bool:
    """Say whether a group's phrases or meaning hold the words looked for."""
    texts = (group.means, *group.phrases, *group.asides)  # type: ignore[attr-defined]
    return all(any(word in text.lower() for text in texts) for word in wanted.lower().split())


ROUTES = (
    ("/try", "GET", "trial", show_trial),
    ("/try", "POST", "try_sentence", try_sentence),
    ("/rubric", "GET", "rubric", show_rubric),
    ("/words", "GET", "words", show_words),
)
