"""`auditor explain`: show what is found in a sentence, and by which rule."""

from __future__ import annotations

import json

import click

from auditor.cli.options import ChosenRules, choice_option, rules_options, value_option
from auditor.records import Because, Judgement, Passage, Place
from auditor.rules.rubric import Rubric


@click.command("explain")
@click.argument("sentence")
@value_option("--heading", "H", "The heading that the sentence stands under.")
@choice_option(
    "--place",
    ["body", "heading", "list", "table", "toc", "reference", "running"],
    "Where the sentence stands.",
)
@click.option("--lang", default="en", show_default=True, help="Language of the sentence.")
@choice_option("--format form", ["text", "json"], "")
@rules_options
def command(
    sentence: str,
    heading: str | None,
    place: Place,
    lang: str,
    form: str,
    chosen: ChosenRules,
) -> None:
    """Show how a SENTENCE is judged, with the words and the rule behind each label."""
    from auditor.language.statements import judge
    from auditor.report.view import view_judgement

    rules = chosen.read(lang)
    language = "en" if lang == "auto" else lang
    said = judge(Passage(sentence, place, heading, language=language), rules)
    if form == "json":
        click.echo(json.dumps(view_judgement(said), ensure_ascii=False, indent=2))
        return
    trial = rules.trial_of(language)
    click.echo(
        "\n".join([*_explain(said, rules.rubric), *([f"trial     {trial}"] if trial else [])])
    )


def _explain(said: Judgement, rubric: Rubric) -> list[str]:
    """Give each label by its name and meaning, how likely it is, and what weighed for and against."""
    reach = rubric.reach_named(said.reach)
    lines = [f"reach     {reach.id}: {reach.meaning}"]
    if said.topic:
        topic = rubric.topic_named(said.topic)
        lines.append(f"topic     {topic.id}: {topic.meaning}")
    if said.strength:
        strength = rubric.strength_named(said.strength)
        lines.append(f"strength  {strength.id}, {strength.name}: {strength.meaning}")
    for id in said.criteria:
        lines.append(f"evidence  {id}: {rubric.criterion_named(id).question}")
    lines.append(f"sure      {said.confidence:.0%}{_likely(said)}")
    if said.set_aside:
        lines.append(f"set aside {said.set_aside}")
    lines += [f"because   {_reason(one)}" for one in said.because if (one.weight or 0) >= 0]
    lines += [f"against   {_reason(one)}" for one in said.because if (one.weight or 0) < 0]
    if not said.because:
        lines.append("because   nothing in it names anybody")
    return [*lines, *_change(said)]


def _likely(said: Judgement) -> str:
    """Return the next likeliest reach, topic and strength, with their chances."""
    others = [f"{reach} {chance:.0%}" for reach, chance in said.chances.reach[1:3]]
    if said.topic:
        others.append(f"about mental health {said.chances.mental:.0%}")
        ranked = sorted(enumerate(said.chances.strength, 1), key=lambda one: -one[1])
        others += [f"strength {value} {chance:.0%}" for value, chance in ranked[:2]]
    return f" ({', '.join(others)})" if others else ""


def _reason(reason: Because) -> str:
    weight = "" if reason.weight is None else f" ({reason.weight:+.2f})"
    return reason.rule + (f": “{reason.text}”" if reason.text else "") + weight


def _change(said: Judgement) -> list[str]:
    """Return what would change the answer: the heaviest reason for it, and what it would then be."""
    weighed = [one for one in said.because if (one.weight or 0) > 0 and one.text]
    if not weighed or len(said.chances.reach) < 2:
        return []
    heaviest = max(weighed, key=lambda one: one.weight or 0)
    return [f"without   “{heaviest.text}” it would be nearer to {said.chances.reach[1][0]}"]
