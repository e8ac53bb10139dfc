"""What a printed comparison, PDF or Word, is made of: the changes as plain data, ready to set."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.report.figures import number
from auditor.report.story.names import Names
from auditor.report.story.quote_data import direction, shared_data, shown
from auditor.report.story.quotes import Quote, Segment
from auditor.report.versions.changes import Changes, Pair
from auditor.report.views.comparison import VersionView
from auditor.report.views.plain import Plain
from auditor.rules.sentence_templates import fill

MOST = 20
"""Changes of one list that are printed."""


def printed_comparison(story: Changes) -> Plain:
    """Return the data that a printed comparison is made of."""
    view, words = story.view, story.words
    notes = [] if view["checked"] else [story.names.sentence["unchecked"]]
    notes += [words["open_changes"]] if view.get("of_changes") else []
    notes += [words["unread"]] if story.unread else []
    notes += [] if view["same_rules"] else [words["other_rules"]]
    plain: Plain = shown(
        {
            **shared_data(story.names, story.imprint, view["tool"]),
            "title": story.title,
            "say": dict(words),
            "headline": story.headline,
            "tally": story.tally,
            "notes": notes,
            "old": _version(view["old"], story.names),
            "new": _version(view["new"], story.names),
            "criteria": [
                {
                    "title": one["title"],
                    "old": story.names.level_short(one["old"]),
                    "new": story.names.level_short(one["new"]),
                    "change": one["change"],
                }
                for one in view["criteria"]
            ],
            "lists": [_list(name, story) for name in story.lists],
            "about": story.rubric.texts.about,
            "contest": story.rubric.texts.contest,
        }
    )
    return plain


def _version(version: VersionView, names: Names) -> Plain:
    score = version["score"]
    return {
        "name": version["name"],
        "sha256": version["sha256"],
        "answer": names.verdict[version["verdict"]].title,
        "because": version["verdict_because"],
        "score": number(score["value"]),
        **{name: number(score[name]) for name in ("low", "high")},
        **{name: number(version[name]) for name in ("pages", "words")},
        "explicit": number(version["counts"]["explicit"]),
    }


def _list(name: str, story: Changes) -> Plain:
    words, pairs = story.words, story.lists[name]
    more = len(pairs) - MOST
    return {
        "title": words[name],
        "means": words[f"{name}_means"],
        "nothing": words[f"nothing_{name}"],
        "count": len(pairs),
        "pairs": [_pair(one, story.names) for one in pairs[:MOST]],
        "more": fill(words["more"], {"n": more}) if more > 0 else "",
    }


def _pair(pair: Pair, names: Names) -> Plain:
    return {
        "old": _side(pair.old, pair.old_words, names) if pair.old else None,
        "new": _side(pair.new, pair.new_words, names) if pair.new else None,
    }


def _side(quote: Quote, words: Sequence[Segment], names: Names) -> Plain:
    return {
        "parts": [{"text": one.text, "marked": one.marked} for one in words],
        "direction": direction(quote.text),
        "where": names.where(quote.where),
        "id": quote.id,
        "labels": names.labels(quote),
        "reach_id": quote.reach,
    }
