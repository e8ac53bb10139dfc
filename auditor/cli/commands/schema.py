"""`auditor schema`: print the JSON Schema of an audit."""

from __future__ import annotations

import json

import click

from auditor.report.views.schema import schema


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of an audit."""
    click.echo(json.dumps(schema(), ensure_ascii=False, indent=2))
