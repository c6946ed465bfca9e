"""The published JSON Schemas say the same as the program."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from timeline.cli import main
from timeline.decisions.kind import SHAPES, all_kinds
from timeline.decisions.load import load
from timeline.diagnostics import InputError
from timeline.project import load_config

#: One entry of every kind, as a person would write it.
EXAMPLES = {
    "accept": "events: k3f9x2",
    "apart": "events: [k3f9x2, p77qd1]",
    "date": "{article: ferry, target: {exact: the 4th, prefix: 'on '}, value: 1911-03-04}",
    "event": "{title: Ferry raised, value: 1911, citations: [{article: ferry, exact: It was raised}], tags: [sea]}",
    "event-date": "{event: k3f9x2, value: unknown}",
    "event-kind": "{event: k3f9x2, value: statement}",
    "hide": "{event: k3f9x2, reason: no}",
    "hold": "{event: k3f9x2, by: Ann, on: 2020-02-03}",
    "image": "{event: k3f9x2, file: sea/ferry.jpg, alt: A ferry, rights: Ann, source: 'https://a.example/'}",
    "language": "{article: ferry, value: en-GB}",
    "merge": "events: [k3f9x2, p77qd1]",
    "move-citation": "{article: ferry, target: {exact: x}, event: k3f9x2}",
    "not-a-date": "{article: ferry, target: {exact: x}}",
    "not-an-event": "{article: ferry, target: {exact: x}}",
    "note": "{event: k3f9x2, value: 'See *The Log*.'}",
    "published": "{article: ferry, value: 1911}",
    "split": "{article: ferry, target: {exact: x}}",
    "tags": "{event: k3f9x2, tags: []}",
    "timezone": "{article: ferry, value: Europe/Oslo}",
    "title": "{event: k3f9x2, value: Ferry sinks}",
    "withdraw": "{article: ferry}",
}

MISTAKES = {
    "an unknown kind": "- {kind: dat, article: ferry}",
    "no kind": "- {article: ferry}",
    "an unknown key": "- {kind: published, article: ferry, value: 1911, vale: 1}",
    "a missing key": "- {kind: published, article: ferry}",
    "a quotation that is a text": "- {kind: not-a-date, article: ferry, target: the 4th}",
    "a quotation without words": "- {kind: not-a-date, article: ferry, target: {prefix: the 4th}}",
    "one event to merge": "- {kind: merge, events: [k3f9x2]}",
    "no id": "- {kind: hide, event: The ferry}",
    "another sort of event": "- {kind: event-kind, event: k3f9x2, value: rumour}",
    "citations without articles": "- {kind: event, title: x, value: 1911, citations: [{exact: x}]}",
    "a day in words": "- {kind: hide, event: k3f9x2, on: yesterday}",
    "no list": "kind: date",
}


class _Loader(yaml.SafeLoader):
    """YAML 1.2, as editors read it: a day, and words such as "on" and "no", are texts."""


for sort in ("timestamp", "bool"):
    _Loader.add_constructor(f"tag:yaml.org,2002:{sort}", lambda loader, node: node.value)


def printed(*arguments: str) -> dict[str, object]:
    result = CliRunner().invoke(main, ["schema", *arguments])
    assert result.exit_code == 0, result.output
    schema: dict[str, object] = json.loads(result.stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    return schema


def as_an_editor_reads(text: str) -> object:
    """Plain YAML as data; days as they are written."""
    return yaml.load(text, _Loader)


def entry(kind: str) -> str:
    body = EXAMPLES[kind]
    return f"- kind: {kind}\n  {body}\n" if not body.startswith("{") else f"- {{kind: {kind}, {body[1:]}\n"


def test_there_is_an_example_of_every_kind() -> None:
    assert set(EXAMPLES) == set(all_kinds())
    assert {key.shape for kind in all_kinds().values() for key in kind.keys} == set(SHAPES)


@pytest.mark.parametrize("kind", EXAMPLES)
def test_what_is_right_is_right_for_both(kind: str) -> None:
    (override,) = load({"overrides.yaml": entry(kind)}, ["ferry"])
    assert override.kind == kind
    jsonschema.validate(as_an_editor_reads(entry(kind)), printed())


@pytest.mark.parametrize("mistake", MISTAKES)
def test_what_is_wrong_is_wrong_for_both(mistake: str) -> None:
    with pytest.raises(InputError):
        load({"overrides.yaml": MISTAKES[mistake]}, ["ferry"])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(as_an_editor_reads(MISTAKES[mistake]), printed())


@pytest.mark.parametrize("text", [
    "", "title: War\nauthors: Ann", "authors: [Ann, Bo]\npublish: accepted\nlanguage: no",
])
def test_settings_that_do(text: str) -> None:
    load_config(text, "timeline.yaml")
    jsonschema.validate(as_an_editor_reads(text), printed("settings"))


@pytest.mark.parametrize("text", ["titel: War", "publish: some", "publish_text: half", "- title"])
def test_settings_that_do_not(text: str) -> None:
    with pytest.raises(InputError):
        load_config(text, "timeline.yaml")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(as_an_editor_reads(text), printed("settings"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- {kind: timezone, article: ferry, value: Europe/Olso}", (1, 43, "bad-value", "write 'Europe/Oslo'")),
        ("- {kind: language, article: ferry, value: English!}",
         (1, 43, "bad-value", "write a tag such as en, en-GB or de")),
        ("- {kind: event-kind, event: k3f9x2, value: statment}", (1, 44, "bad-value", "write 'statement'")),
        ("- {kind: image, event: k3f9x2, file: ../a.jpg, alt: a, rights: b}",
         (1, 38, "bad-file", "write its path there, as in harbour.jpg")),
        ("- {kind: event, title: x, value: 1911, citations: [{article: fery, exact: x}]}",
         (1, 62, "bad-article", "write 'ferry'")),
        ("- {kind: hide, evnt: k3f9x2, event: k3f9x2}", (1, 16, "unknown-key", "write 'event'")),
    ],
)  # fmt: skip
def test_mistakes_are_told_with_their_place(text: str, told: tuple[int, int, str, str]) -> None:
    with pytest.raises(InputError) as refused:
        load({"overrides.yaml": text}, ["ferry"])
    assert [(d.line, d.column, d.code, d.hint) for d in refused.value.diagnostics] == [told]


def test_a_build_lays_the_schemas_where_the_starter_tells_editors_to_look(tmp_path: Path) -> None:
    for command in (["init", str(tmp_path)], ["build", "--project", str(tmp_path)]):
        assert CliRunner().invoke(main, command).exit_code == 0
    for name, which in (("content/overrides.yaml", "overrides"), ("timeline.yaml", "settings")):
        file = tmp_path / name
        first = file.read_text().splitlines()[0]
        told = (file.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve()
        assert json.loads(told.read_text()) == printed(which)
