"""What is accepted stays as it is, before it is published too, until it is accepted again."""

from datetime import date

import pytest
from click.testing import CliRunner

from timeline import pipeline
from timeline.build import analyse
from timeline.cli import main

from .conftest import AGAIN, ROBBERY, TRIAL, Project, accept


def test_what_is_accepted_stays_before_it_is_published(project: Project) -> None:
    event = project.event("jeweller")
    accept(project, event.id)
    project.write("robbery", ROBBERY, "The robbers of the jeweller Holm fled on May 5, 2021.", TRIAL)
    project.write("a-first-report", AGAIN)
    (now,) = [e for e in project.timeline().events if e.id == event.id]
    assert (now.title, now.edtf, now.status, now.published) == (event.title, event.edtf, "accepted", False)
    assert [c.quote for c in now.citations] == [ROBBERY]
    assert [c.what for c in now.withheld] == ["citation"]
    assert project.record() == {}
    project.publish("2022-03-03")
    assert project.record()[event.id].accepted == "2022-03-02"


def test_what_is_accepted_again_on_the_same_day_is_as_it_has_become(project: Project) -> None:
    event = project.event("jeweller")
    accept(project, event.id)
    project.publish("2022-03-02")
    project.write("a-first-report", AGAIN)
    assert len(project.event("jeweller Holm in Bergen on May").citations) == 1
    accept(project, event.id)
    (again,) = [e for e in project.timeline().events if e.id == event.id]
    assert (len(again.citations), again.status, again.withheld) == (2, "accepted", ())
    project.write("b-second-report", AGAIN)
    assert [len(e.citations) for e in project.timeline().events if e.id == event.id] == [2]


def test_an_id_that_was_accepted_stays_when_it_is_accepted_again(project: Project) -> None:
    event = project.event("jeweller")
    accept(project, event.id)
    project.write("a-first-report", AGAIN)
    accept(project, event.id, day="2022-03-04")
    assert {c.article for c in project.event("Tuesday").citations} == {"a-first-report", "robbery"}
    assert project.event("Tuesday").id == event.id


def test_all_that_an_article_tells_is_accepted_and_all_there_is(project: Project) -> None:
    accept(project, "robbery")
    assert {e.id for e in project.timeline().events if e.frozen} == {
        e.id for e in project.timeline().events if e.citations[0].article == "robbery"
    }
    accept(project, "all")
    assert all(e.frozen for e in project.timeline().events)
    assert sorted(p.name for p in (project.root / "content/overrides").iterdir()) == ["oak.yaml", "robbery.yaml"]
    assert project.run("check").strip() == "nothing to settle"


def test_what_was_accepted_and_never_public_leaves_no_trace(project: Project) -> None:
    event = project.event("royal oak")
    accept(project, event.id)
    project.write("oak", "Nothing is known of the oak.")
    timeline = project.timeline()
    assert event.id not in [e.id for e in timeline.events] + [g.id for g in timeline.gone]
    (told,) = [w for w in analyse(project.root, date(2022, 3, 1)).warnings if w.code == "orphan"]
    assert "was accepted, and no article tells it any more" in told.message


def test_an_acceptance_that_is_written_by_hand_keeps_nothing_yet_and_check_says_so(project: Project) -> None:
    event = project.event("jeweller")
    project.decide(f"kind: accept, events: {event.id}")
    result = CliRunner().invoke(main, ["check", "--project", str(project.root)])
    assert f"content/overrides.yaml:1:3: “{event.title}” is accepted, but not kept as it is" in result.stdout
    assert f"    timeline decide accept {event.id}\n" in result.stdout
    project.publish()
    assert project.run("check").strip() == "nothing to settle"


def test_a_title_of_a_person_s_is_no_disagreement_with_what_is_accepted(project: Project) -> None:
    event = project.event("jeweller")
    project.decide(f"kind: title, event: {event.id}, value: Jeweller robbed, reason: Shorter.")
    accept(project, event.id)
    (now,) = [e for e in project.timeline().events if e.id == event.id]
    assert (now.title, now.withheld) == ("Jeweller robbed", ())
    assert [(c.before, c.after) for c in now.corrections] == [(event.title, "Jeweller robbed")]


def test_what_stands_by_its_acceptance_alone_is_told_and_stays_when_all_is_accepted_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = project.event("royal oak")
    accept(project, "all")
    plain = getattr(pipeline, "extract")  # noqa: B009 – what a release may change
    monkeypatch.setattr(pipeline, "extract", lambda *given: tuple(m for m in plain(*given) if m.article != "oak"))
    result = CliRunner().invoke(main, ["check", "--project", str(project.root)])
    assert f"“{event.title}” is accepted, and stands by that alone" in result.stdout
    assert f"timeline decide hide {event.id}" in result.stdout
    accept(project, "all", day="2022-03-09")
    assert event.id in [e.id for e in project.timeline().events]
