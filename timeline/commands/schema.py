"""`timeline schema`: the form of the files that people write, for editors that complete and check."""

import json

import click

from ..decisions import schema

SCHEMAS = {"overrides": schema.overrides, "settings": schema.settings}


@click.command("schema", short_help="Print the JSON Schema of overrides or settings.")
@click.argument("which", metavar="[overrides|settings]", type=click.Choice(list(SCHEMAS)), default="overrides")
def command(which: str) -> None:
    """Print the JSON Schema of content/overrides.yaml, or of timeline.yaml (settings).

    With its output in a file, an editor that knows YAML schemas completes and checks while you type:

        # yaml-language-server: $schema=overrides.schema.json
    """
    click.echo(json.dumps(SCHEMAS[which](), ensure_ascii=False, indent=2))
