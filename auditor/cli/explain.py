"""`auditor explain`: show what is found in a sentence, and by which rule."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.cli.options import rules_options

if TYPE_CHECKING:
    from auditor.records import Judgement, Place
    from auditor.rubric import Rubric


@click.command("explain")
@click.argument("sentence")
@click.option("--heading", metavar="H", help="The heading that the sentence stands under.")
@click.option("--place", type=click.Choice(["body", "heading", "list", "table", "toc",
                                            "reference", "running"]),
              default="body", show_default=True, help="Where the sentence stands.")
@click.option("--lang", default="en", show_default=True, help="Language of the sentence.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
              show_default=True)
@rules_options
def command(
    sentence: str, heading: str | None, place: Place, lang: str, form: str,
    lexicons: Path | None, rubric: Path | None,
) -> None:
    """Show how a SENTENCE is judged, with the words and the rule behind each label."""
    from auditor.cli.label import judgement_as_plain
    from auditor.language.statements import judge
    from auditor.records import Passage
    from auditor.rules import Rules

    rules = Rules.read(lexicons, rubric)
    language = "en" if lang == "auto" else lang
    said = judge(Passage(sentence, place, heading, language=language), rules)
    if form == "json":
        click.echo(json.dumps(judgement_as_plain(said), ensure_ascii=False, indent=2))
        return
    click.echo("\n".join(_explain(said, rules.rubric)))


def _explain(said: Judgement, rubric: Rubric) -> list[str]:
    """Say each label by its name and meaning, then the rules that made them."""
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
    lines.append(f"sure      {said.confidence:.0%}")
    if said.set_aside:
        lines.append(f"set aside {said.set_aside}")
    lines += [
        f"because   {one.rule}" + (f": “{one.text}”" if one.text else "") for one in said.because
    ]
    return lines if said.because else [*lines, "because   no rule found words to go by"]
