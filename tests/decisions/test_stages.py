"""Each kind of decision, from a person's file to what readers see."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from timeline.build import Result, analyse
from timeline.diagnostics import InputError
from timeline.frozen import replace
from timeline.model import Event

TODAY = date(2023, 1, 1)
ARTICLES = {
    "keeper": (
        "Tora Helland left Skarvik on September 14, 2022. The lighthouse was closed on September 12, 2022.\n\n"
        "The council bought the tower on September 20, 2022."
    ),
    "gazette": "Tora Helland left Skarvik on September 14, 2022.",
    "sale": "A shipyard in Moss went bankrupt on March 3, 2021. Workers occupied the shipyard on March 9, 2021.",
}

Build = Callable[[str], Result]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Builds the project with these overrides."""
    folder = tmp_path / "content/articles"
    folder.mkdir(parents=True)
    for name, text in ARTICLES.items():
        (folder / f"{name}.md").write_text(f"---\ntitle: About {name}\npublished: 2022-10-01\n---\n\n{text}\n")

    def built(overrides: str) -> Result:
        (tmp_path / "content/overrides.yaml").write_text(overrides)
        return analyse(tmp_path, TODAY)

    return built


def telling(result: Result, words: str) -> Event:
    """The one event that cites these words."""
    (event,) = [e for e in result.timeline.events if any(words in c.quote for c in e.citations)]
    return event


def cites(event: Event) -> set[tuple[str, str]]:
    return {(c.article, c.quote) for c in event.citations}


def test_a_title(build: Build) -> None:
    before = telling(build(""), "closed")
    after = telling(build(f"- {{kind: title, event: {before.id}, value: Light out, reason: Shorter.}}"), "closed")
    assert (after.id, after.title) == (before.id, "Light out")
    (told,) = after.corrections
    assert (told.what, told.before, told.after, told.reason) == ("title", before.title, "Light out", "Shorter.")


@pytest.mark.parametrize(("value", "edtf"), [("2022-09", "2022-09"), ("about 1990", "1990~"), ("unknown", None)])
def test_a_date_of_an_event(build: Build, value: str, edtf: str | None) -> None:
    before = telling(build(""), "closed")
    after = telling(build(f"- {{kind: event-date, event: {before.id}, value: {value}}}"), "closed")
    assert (after.edtf, after.interval is None) == (edtf, edtf is None)
    assert after.corrections[0].before == before.edtf


def test_events_stand_in_order_of_the_dates_that_people_give(build: Build) -> None:
    first = telling(build(""), "closed")
    events = build(f"- {{kind: event-date, event: {first.id}, value: 2022-12-24}}").timeline.events
    assert events[-1].id == first.id


@pytest.mark.parametrize("kind", ["hide", "hold"])
def test_what_was_never_public_and_is_hidden_leaves_no_trace(build: Build, kind: str) -> None:
    event = telling(build(""), "closed")
    timeline = build(f"- {{kind: {kind}, event: {event.id}}}").timeline
    assert event.id not in [e.id for e in timeline.events]
    assert timeline.gone == ()


def test_a_picture_that_is_not_there_is_told_with_its_place(build: Build, tmp_path: Path) -> None:
    event = telling(build(""), "closed")
    pictures(tmp_path, "light.jpg")
    with pytest.raises(InputError) as refused:
        build(f"# ours\n- {{kind: image, event: {event.id}, file: ligth.jpg, alt: A tower, rights: Ann}}")
    (told,) = refused.value.diagnostics
    assert (told.path, told.line, told.code, told.hint) == (
        "content/overrides.yaml", 2, "no-image", "write 'light.jpg'",
    )  # fmt: skip


def test_a_file_that_would_not_be_read_is_told(build: Build, tmp_path: Path) -> None:
    (tmp_path / "content/overrides").mkdir()
    (tmp_path / "content/overrides/keeper.yml").write_text("- {kind: withdraw, article: keeper}")
    with pytest.raises(InputError) as refused:
        build("")
    (told,) = refused.value.diagnostics
    assert (told.path, told.code, told.hint) == (
        "content/overrides/keeper.yml", "not-read", "give it the ending .yaml",
    )  # fmt: skip


def pictures(project: Path, *names: str) -> None:
    (project / "content/images").mkdir()
    for name in names:
        (project / "content/images" / name).write_bytes(b"")


def test_kind_tags_note_and_image(build: Build, tmp_path: Path) -> None:
    pictures(tmp_path, "light.jpg", "lamp.jpg")
    event = telling(build(""), "closed")
    after = telling(build(f"""\
- {{kind: event-kind, event: {event.id}, value: statement}}
- {{kind: tags, event: {event.id}, tags: [sea, light]}}
- {{kind: note, event: {event.id}, value: "See *The Log*, <b>1990</b>.", by: Ann}}
- {{kind: image, event: {event.id}, file: light.jpg, alt: A tower, rights: Ann, source: "https://a.example/"}}
- {{kind: image, event: {event.id}, file: lamp.jpg, alt: A lamp, rights: Ann}}
"""), "closed")
    assert (after.kind, after.tags) == ("statement", ("sea", "light"))
    (note,) = after.notes
    assert (note.text, note.by) == ("See The Log, <b>1990</b>.", "Ann")
    assert [note.text[r.start:r.end] for r in note.blocks[0].runs if r.styles == ("emphasis",)] == ["The Log"]
    assert [(i.file, i.source) for i in after.images] == [("light.jpg", "https://a.example/"), ("lamp.jpg", None)]


def test_events_that_are_one_and_events_that_are_two(build: Build) -> None:
    plain = build("")
    closed, bought, left = (telling(plain, words) for words in ("closed", "bought", "left Skarvik"))
    merged = build(f"- {{kind: merge, events: [{closed.id}, {bought.id}]}}")
    assert telling(merged, "closed") == telling(merged, "bought")
    assert len(merged.timeline.events) == len(plain.timeline.events) - 1
    one, two = (c.mention for c in left.citations if c.role != "detail")
    parted = build(f"- {{kind: apart, events: [{one}, {two}]}}").timeline.events
    found = [cites(e) for e in parted if any("left Skarvik" in quote for _, quote in cites(e))]
    assert sorted(len(some) for some in found) == [1, 1]


def test_a_sentence_that_is_an_event_of_its_own(build: Build) -> None:
    before = telling(build(""), "left Skarvik")
    parted = build("- {kind: split, article: gazette, target: {exact: Tora Helland left Skarvik}}").timeline.events
    found = [e for e in parted if cites(e) & cites(before)]
    assert [{article for article, _ in cites(e)} for e in sorted(found, key=lambda e: e.citations[0].article)] == [
        {"gazette"}, {"keeper"},
    ]  # fmt: skip


def test_a_citation_that_belongs_elsewhere(build: Build) -> None:
    closed = telling(build(""), "closed")
    after = build(f"- {{kind: move-citation, article: gazette, target: {{exact: left Skarvik}}, event: {closed.id}}}")
    assert {article for article, _ in cites(telling(after, "closed"))} == {"gazette", "keeper"}


def test_words_that_tell_no_event(build: Build) -> None:
    after = build("- {kind: not-an-event, article: keeper, target: {exact: The lighthouse was closed}}")
    assert not any("closed" in quote for e in after.timeline.events for _, quote in cites(e))


def test_an_event_by_hand(build: Build) -> None:
    after = build("""\
- kind: event
  title: Strike in Moss
  value: 3 to 9 March 2021
  event-kind: state
  tags: [labour]
  citations:
    - {article: sale, exact: Workers occupied the shipyard}
    - {article: keeper, exact: the tower}
""")
    (event,) = [e for e in after.timeline.events if e.status == "by hand"]
    assert (event.title, event.edtf, event.kind) == ("Strike in Moss", "2021-03-03/2021-03-09", "state")
    assert (event.tags, cites(event)) == (
        ("labour",), {("sale", "Workers occupied the shipyard"), ("keeper", "the tower")},
    )  # fmt: skip
    assert event.id


def test_an_article_that_is_taken_down(build: Build) -> None:
    after = build("- {kind: withdraw, article: gazette, reason: The paper asked for it., on: 2022-12-30}")
    assert [a.document.id for a in after.timeline.articles] == ["keeper", "sale"]
    assert {article for article, _ in cites(telling(after, "left Skarvik"))} == {"keeper"}
    (gone,) = after.timeline.gone
    assert (gone.sort, gone.id, gone.status, gone.reason) == (
        "article", "gazette", "withdrawn", "The paper asked for it.",
    )  # fmt: skip


def test_language_and_time_zone_of_an_article(build: Build) -> None:
    after = build("- {kind: language, article: sale, value: de}\n- {kind: timezone, article: sale, value: Europe/Oslo}")
    (meta,) = [a.document.meta for a in after.timeline.articles if a.document.id == "sale"]
    assert (meta.language, meta.timezone) == ("de", "Europe/Oslo")


OWN = """\
---
title: About sale
published: 2022-10-01
overrides:
  - kind: date
    target: {exact: "March 3, 2021"}
    value: %s
  - {kind: published, value: 2021-03-10}
---

A shipyard in Moss went bankrupt on March 3, 2021.
"""


def test_an_article_holds_its_own(build: Build, tmp_path: Path) -> None:
    (tmp_path / "content/articles/sale.md").write_text(OWN % "2021-03-04")
    result = build("")
    assert telling(result, "bankrupt").edtf == "2021-03-04"
    assert [a.time.best for a in result.timeline.articles if a.document.id == "sale"] == [date(2021, 3, 10).toordinal()]
    other = "- {kind: date, article: sale, target: {exact: 'March 3, 2021'}, value: 2021-03-05}"
    assert telling(build(other), "bankrupt").edtf == "2021-03-05"


def test_a_mistake_in_an_article_s_own_is_told_with_its_line(build: Build, tmp_path: Path) -> None:
    (tmp_path / "content/articles/sale.md").write_text(OWN % "soon")
    with pytest.raises(InputError) as refused:
        build("")
    (told,) = refused.value.diagnostics
    assert (told.path, told.line, told.code) == ("content/articles/sale.md", 7, "bad-value")


def test_an_id_that_nobody_has_seen_is_an_error(build: Build) -> None:
    event = telling(build(""), "closed")
    slip = event.id[:-1] + ("a" if event.id[-1] != "a" else "b")
    with pytest.raises(InputError) as refused:
        build(f"# a slip\n- {{kind: hide, event: {slip}}}")
    (told,) = refused.value.diagnostics
    assert (told.path, told.line, told.code, told.hint) == (
        "content/overrides.yaml", 2, "unknown-event", f"write '{event.id}'",
    )  # fmt: skip


def test_a_mention_is_a_name_of_its_event(build: Build) -> None:
    event = telling(build(""), "left Skarvik")
    assert len(event.members) > 1
    for name in event.members:
        assert telling(build(f"- {{kind: title, event: {name}, value: Gone}}"), "left Skarvik").title == "Gone"


def test_decisions_that_name_no_event_change_none(build: Build) -> None:
    plain = build("").timeline
    after = build("- {kind: not-a-date, article: sale, target: {exact: bankrupt}}").timeline
    assert replace(after, articles=plain.articles) == plain


def warned(result: Result) -> list[tuple[int, str, str]]:
    return [(w.line, w.code, w.message) for w in result.warnings]


def test_several_expressions_can_be_said_to_be_one(build: Build) -> None:
    words = "on September 14, 2022. The lighthouse was closed on September 12, 2022"
    result = build(f"- {{kind: date, article: keeper, target: {{exact: '{words}'}}, value: 2022-09-12/2022-09-14}}")
    (keeper,) = [a for a in result.timeline.articles if a.document.id == "keeper"]
    assert [(x.text, x.edtf) for x in keeper.timexes] == [
        (words, "2022-09-12/2022-09-14"), ("September 20, 2022", "2022-09-20"),
    ]  # fmt: skip


IDLE = {
    "a date beside one that sets the same expression": (
        "- {kind: date, article: gazette, target: {exact: September}, value: 2022-09-13}\n"
        "- {kind: date, article: gazette, target: {exact: '2022'}, value: 2021}",
        2, "another decision about the same words stands in its way",
    ),
    "words without an event": (
        "- {kind: split, article: keeper, target: {exact: Skarvik}}\n"
        "- {kind: split, article: keeper, target: {exact: 'on September 20, 2022.'}}",
        2, "these words tell no event here; quote them with the verb",
    ),
    "words that still tell an event": (
        "- {kind: not-an-event, article: keeper, target: {exact: The lighthouse}}",
        1, "these words still tell an event; quote them with the verb",
    ),
    "a citation by hand of what is taken down": (
        "- {kind: event, title: Strike, value: 2021, citations: [{article: sale, exact: Workers}]}\n"
        "- {kind: withdraw, article: sale}",
        1, "all that it cites has been taken down",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", IDLE)
def test_a_decision_that_changes_nothing_is_told(build: Build, case: str) -> None:
    overrides, line, why = IDLE[case]
    kind = overrides.splitlines()[line - 1].partition("kind: ")[2].partition(",")[0]
    assert warned(build(overrides)) == [(line, "idle", f"this '{kind}' changes nothing: {why}")]


def test_of_two_titles_of_one_entry_the_later_counts_and_the_other_is_told(build: Build) -> None:
    event = telling(build(""), "left Skarvik")
    one, two = event.members
    result = build(f"- {{kind: title, event: {two}, value: Away}}\n- {{kind: title, event: {one}, value: Gone}}")
    assert telling(result, "left Skarvik").title == "Gone"
    assert [(line, code) for line, code, _ in warned(result)] == [(1, "idle")]
    result = build(f"- {{kind: title, event: {one}, value: Away}}\n- {{kind: title, event: {two}, value: Gone}}")
    assert telling(result, "left Skarvik").title == "Gone"


def test_a_merge_that_another_decision_undoes_is_told(build: Build) -> None:
    plain = build("")
    closed, bought = (telling(plain, words).id for words in ("closed", "bought"))
    result = build(f"- {{kind: merge, events: [{closed}, {bought}]}}\n- {{kind: apart, events: [{closed}, {bought}]}}")
    assert [(line, code) for line, code, _ in warned(result)] == [(1, "idle")]


def test_decisions_name_an_article_by_its_former_name_too(build: Build, tmp_path: Path) -> None:
    file = tmp_path / "content/articles/sale.md"
    file.write_text(file.read_text().replace("published:", "aliases: [auction]\npublished:"))
    result = build("- {kind: published, article: auction, value: 2021-03-11}")
    (sale,) = [a for a in result.timeline.articles if a.document.id == "sale"]
    assert sale.time.best == date(2021, 3, 11).toordinal()


def test_what_is_decided_of_an_article_that_was_public_and_is_gone(build: Build, tmp_path: Path) -> None:
    (tmp_path / "content/ids/articles").mkdir(parents=True)
    (tmp_path / "content/ids/articles/bulletin.yaml").write_text('published: "2022-10-01"\n')
    result = build("""\
- {kind: withdraw, article: bulletin, reason: A court has forbidden it.}
- {kind: published, article: bulletin, value: 2021}
- {kind: not-a-date, article: bulletin, target: {exact: May}}
""")
    assert [(line, code) for line, code, _ in warned(result)] == [(2, "orphan"), (3, "orphan")]
    (gone,) = result.timeline.gone
    assert (gone.id, gone.status, gone.reason) == ("bulletin", "withdrawn", "A court has forbidden it.")


def test_an_article_tells_what_people_have_corrected_in_it(build: Build) -> None:
    result = build("""\
- {kind: date, article: sale, target: {exact: "March 9, 2021"}, value: 2021-03-08, by: Ann, reason: The log.}
- {kind: not-a-date, article: sale, target: {exact: "March 3, 2021"}}
- {kind: published, article: sale, value: 2021-03-10, by: Bo}
- {kind: timezone, article: sale, value: Europe/Oslo}
""")
    (sale,) = [a for a in result.timeline.articles if a.document.id == "sale"]
    assert [(c.what, c.words, c.before, c.after, c.by, c.reason) for c in sale.corrections] == [
        ("publication date", None, "2022-10-01", "2021-03-10", "Bo", None),
        ("timezone", None, None, "Europe/Oslo", None, None),
        ("no date", "March 3, 2021", None, None, None, None),
        ("date", "March 9, 2021", "2021-03-09", "2021-03-08", "Ann", "The log."),
    ]
