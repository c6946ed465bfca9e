"""What is published keeps its id and its link, whatever happens to it."""

from datetime import date

from click.testing import CliRunner

from timeline.build import analyse
from timeline.cli import main
from timeline.decisions import ledger
from timeline.model import Change, Cited, Published

from .conftest import FOREST, ROBBERY, TRIAL, Project


def test_publishing_changes_no_id_and_building_writes_nothing(project: Project) -> None:
    before = [e.id for e in project.timeline().events]
    project.publish()
    assert [e.id for e in project.timeline().events] == before
    held = {p: p.read_bytes() for p in (project.root / "content").rglob("*") if p.is_file()}
    project.run("build", "--today", "2022-03-01")
    assert {p: p.read_bytes() for p in (project.root / "content").rglob("*") if p.is_file()} == held
    assert "nothing has changed" in project.publish("2022-03-02")


def test_an_id_stays_when_its_first_mention_does_not(project: Project) -> None:
    known = project.event("jeweller")
    project.publish()
    project.write("a-first-report", "Thieves robbed the jeweller Holm in Bergen on Tuesday, May 4, 2021.")
    again = project.event("on May 4, 2021")
    assert len(again.citations) == 2
    assert again.id == known.id != min(again.citations, key=lambda c: c.article).mention


def test_an_id_stays_when_its_article_gets_another_name(project: Project) -> None:
    known = project.event("jeweller")
    project.publish()
    project.remove("robbery")
    project.write("heist", ROBBERY, TRIAL, aliases="robbery")
    assert project.event("jeweller").id == known.id
    assert 'articles/heist.html"' in project.page("articles/robbery.html")


def test_an_id_stays_when_paragraphs_move(project: Project) -> None:
    ids = {words: project.event(words).id for words in ("jeweller", "trial")}
    project.publish()
    project.write("robbery", TRIAL, "Nobody was hurt.", ROBBERY)
    assert {words: project.event(words).id for words in ids} == ids


def test_an_event_that_was_never_public_leaves_no_trace(project: Project) -> None:
    project.publish()
    project.write("fire", "A fire destroyed the old theatre on July 7, 2021.")
    event = project.event("theatre")
    project.remove("fire")
    assert event.id not in project.record()
    assert event.id not in [g.id for g in project.timeline().gone]


def test_what_is_merged_leads_on_and_can_be_parted_again(project: Project) -> None:
    robbery, trial = project.event("jeweller"), project.event("trial")
    project.publish()
    project.decide(f"kind: merge, events: [{robbery.id}, {trial.id}]")
    merged = project.event("jeweller")
    (other,) = {robbery.id, trial.id} - {merged.id}
    assert merged.aliases == (other,)
    assert f'events/{merged.id}.html"' in project.page(f"events/{other}.html")
    project.publish("2022-03-02")
    assert (project.record()[other].status, project.record()[other].into) == ("merged", merged.id)
    assert f'events/{merged.id}.html"' in project.page(f"events/{other}.html")
    project.decide()
    assert (project.event("jeweller").id, project.event("trial").id) == (robbery.id, trial.id)
    project.publish("2022-03-03")
    assert [c.what for c in project.record()[other].changes] == ["published", "merged", "restored"]


def test_the_page_of_changes_calls_entries_by_their_titles(project: Project) -> None:
    robbery, trial = project.event("jeweller"), project.event("trial")
    project.publish()
    project.decide(f"kind: merge, events: [{robbery.id}, {trial.id}]")
    project.publish("2022-03-02")
    (kept,) = [e for e in project.timeline().events if e.id in (robbery.id, trial.id)]
    joined = trial if kept.id == robbery.id else robbery
    page = project.page("changes.html")
    assert f">{joined.title}</del>" in page
    assert f">{kept.title}</ins>" in page
    assert f">{joined.id}<" not in page


def test_what_is_hidden_is_gone_with_its_reason(project: Project) -> None:
    event = project.event("jeweller")
    project.publish()
    project.decide(f"kind: hide, event: {event.id}, reason: It was another shop., on: 2022-03-02")
    page = project.page(f"events/{event.id}.html")
    assert "It was another shop." in page
    assert "Holm" not in page
    project.publish("2022-03-02")
    assert project.record()[event.id].status == "hidden"
    assert "It was another shop." in project.page(f"events/{event.id}.html")
    told = [c for c in project.timeline().changes if c.event == event.id]
    assert told == [Change(event.id, "hidden", on="2022-03-02", by="a person", reason="It was another shop.")]


def test_what_no_article_tells_any_more_says_so(project: Project) -> None:
    event = project.event("royal oak")
    project.publish()
    project.remove("oak")
    assert "No article tells this any more" in project.page(f"events/{event.id}.html")
    assert "not part of the timeline" in project.page("articles/oak.html")
    project.publish("2022-03-02")
    assert project.record()[event.id].status == "deleted"


def test_a_decision_about_an_event_that_is_gone_is_an_orphan(project: Project) -> None:
    event = project.event("royal oak")
    project.publish()
    project.decide(f"kind: title, event: {event.id}, value: The oak")
    project.write("oak", FOREST.replace("felled", "feled"))
    (told,) = analyse(project.root, date(2022, 3, 1)).warnings
    assert (told.code, told.line) == ("orphan", 1)
    assert FOREST in told.hint


def test_what_is_accepted_stays_until_it_is_accepted_again(project: Project) -> None:
    event = project.event("jeweller")
    project.publish()
    accept = f"kind: accept, events: {event.id}, by: Ann, on: 2022-03-02"
    project.decide(accept)
    project.publish("2022-03-02")
    other = "kind: date, article: robbery, target: {exact: 'May 4, 2021'}, value: 2021-05-05"
    project.decide(accept, other)
    project.write("a-first-report", "The jeweller Holm in Bergen was robbed by thieves on May 5, 2021.")
    (now,) = [e for e in project.timeline().events if e.id == event.id]
    assert (now.title, now.edtf, now.status) == (event.title, "2021-05-04", "accepted")
    assert [(c.article, c.quote) for c in now.citations] == [(c.article, c.quote) for c in event.citations]
    assert ("date", "2021-05-04", "2021-05-05") in [(c.what, c.before, c.after) for c in now.withheld]
    told = project.run("diff", "--today", "2022-03-03")
    assert "accepted: not shown" in told
    assert "date: 2021-05-04 → 2021-05-05" in told
    project.decide(accept.replace("03-02", "03-04"), other)
    (again,) = [e for e in project.timeline().events if e.id == event.id]
    assert (again.edtf, again.status, again.withheld) == ("2021-05-05", "accepted", ())
    project.publish("2022-03-04")
    assert project.record()[event.id].edtf == "2021-05-05"


def test_an_accepted_event_is_not_merged_into_another(project: Project) -> None:
    robbery, trial = project.event("jeweller"), project.event("trial")
    project.publish()
    project.decide(f"kind: accept, events: {trial.id}", f"kind: merge, events: [{robbery.id}, {trial.id}]")
    assert {robbery.id, trial.id} <= {e.id for e in project.timeline().events}
    assert [c.quote for c in project.event("trial").citations] == [TRIAL]
    assert [c.quote for c in project.event("jeweller").citations] == [ROBBERY]


def test_only_what_is_accepted_is_public_where_the_project_wants_that(project: Project) -> None:
    robbery, trial = project.event("jeweller"), project.event("trial")
    project.publish()
    (project.root / "timeline.yaml").write_text("publish: accepted\n")
    project.decide(f"kind: accept, events: {trial.id}")
    assert [e.id for e in project.timeline().events] == [trial.id]
    assert "kept back" in project.page(f"events/{robbery.id}.html")
    project.publish("2022-03-02")
    assert {i: e.status for i, e in project.record().items()}[robbery.id] == "held"


def test_the_change_log_says_what_when_by_whom_and_why(project: Project) -> None:
    event = project.event("jeweller")
    project.publish()
    project.decide(
        f"kind: title, event: {event.id}, value: Jeweller robbed, by: Ann, reason: Shorter.",
        "kind: date, article: robbery, target: {exact: 'May 4, 2021'}, value: 2021-05-05, by: Bo, reason: Police.",
    )
    told = project.run("diff")
    assert f"title: {event.title} → Jeweller robbed  (by Ann: Shorter.)" in told
    assert "date: 2021-05-04 → 2021-05-05  (by Bo: Police.)" in told
    project.publish("2022-03-02")
    assert [c for c in project.record()[event.id].changes if c.on == "2022-03-02"] == [
        Change(event.id, "title", event.title, "Jeweller robbed", "2022-03-02", "Ann", "Shorter."),
        Change(event.id, "date", "2021-05-04", "2021-05-05", "2022-03-02", "Bo", "Police."),
    ]
    assert project.timeline().changes[0].on == "2022-03-02"
    assert "nothing would change" in project.run("diff")


def test_diff_tells_what_is_new_and_what_is_gone(project: Project) -> None:
    project.publish()
    project.remove("oak")
    project.write("fire", "A fire destroyed the old theatre on July 7, 2021.")
    told = project.run("diff")
    assert f"{project.event('theatre').id}  {project.event('theatre').title}\n  new" in told
    assert "gone: no article tells it any more" in told
    result = CliRunner().invoke(main, ["diff", "--exit-code", "--project", str(project.root)])
    assert result.exit_code == 1


def test_an_entry_of_the_record_is_read_as_it_was_written() -> None:
    entry = Published(
        "k3f9x2abcd", 'She said: "no"', "2021-05-04", "statement", "merged",
        (Cited("a/b", "It’s\nhere – #1: yes", "before ", " after", "k3f9x2abcd", "detail", "XXXX-05"),),
        ("no", "1.0"), ("abcdefghij",), "p77qd1abcd", "because: - ", "yes",
        (Change("k3f9x2abcd", "title", None, "null", "2022-01-01", "Ann", "~"),),
    )  # fmt: skip
    assert ledger.load({"k3f9x2abcd.yaml": ledger.dump(entry)}) == (entry,)


def test_mistakes_in_the_record_are_told_with_their_place(project: Project) -> None:
    project.publish()
    (file, *_) = sorted((project.root / "content/ids").glob("*.yaml"))
    file.write_text(file.read_text().replace("title:", "titel:"))
    result = CliRunner().invoke(main, ["build", "--project", str(project.root)])
    assert result.exit_code == 1
    assert f"content/ids/{file.name}:6:1: error: unknown key 'titel'" in result.stderr
    assert "write 'title'" in result.stderr


def test_the_change_log_does_not_tell_what_the_project_does_not_quote(project: Project) -> None:
    project.publish()
    project.write("report", "Thieves robbed the jeweller Holm in Bergen on Tuesday, May 4, 2021.")
    project.publish("2022-03-02")
    (told,) = [c for c in project.timeline().changes if c.what == "citation"]
    assert told.after == "report: “Thieves robbed the jeweller Holm in Bergen on Tuesday, May 4, 2021.”"
    (project.root / "timeline.yaml").write_text("publish_text: none\n")
    file = project.root / "content/articles/report.md"
    file.write_text(file.read_text().replace("publish_text: full\n", ""))
    (told,) = [c for c in project.timeline().changes if c.what == "citation"]
    assert told.after == "report"


def test_what_leads_to_an_entry_that_is_kept_back_says_so_too(project: Project) -> None:
    robbery, trial = project.event("jeweller"), project.event("trial")
    project.publish()
    project.decide(f"kind: merge, events: [{robbery.id}, {trial.id}]")
    project.publish("2022-03-02")
    (project.root / "timeline.yaml").write_text("publish: accepted\n")
    assert all("kept back" in project.page(f"events/{event.id}.html") for event in (robbery, trial))


def test_an_entry_of_the_record_as_it_was_written_before_is_read(project: Project) -> None:
    (entry,) = ledger.load({"k3f9x2abcd.yaml": """\
id: k3f9x2abcd
title: Robbed
citations:
  - article: robbery
    exact: Thieves robbed
    role: report
changes:
  - on: "2022-03-01"
    what: published
    after: Robbed
"""})
    assert entry == Published(
        "k3f9x2abcd", "Robbed", None, citations=(Cited("robbery", "Thieves robbed"),),
        changes=(Change("k3f9x2abcd", "published", None, "Robbed", "2022-03-01"),),
    )  # fmt: skip
