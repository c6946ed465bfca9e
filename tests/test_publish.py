"""What is published keeps its id and its link, whatever happens to it; what is accepted stays as it is."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline import pipeline
from timeline.build import analyse
from timeline.cli import main
from timeline.commands.init import STARTER
from timeline.decisions import ledger
from timeline.diagnostics import InputError
from timeline.model import Change, Cited, Event, Published, Timeline
from timeline.project import find_root, record_files
from timeline.publishing import publishable
from timeline.render.site import render

ROBBERY = "Thieves robbed the jeweller Holm in Bergen on May 4, 2021."
TRIAL = "The trial of two brothers began on January 10, 2022."
FOREST = "A storm felled the royal oak on November 30, 2021."


class Project:
    """A project in a folder, with the commands."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("robbery", ROBBERY, TRIAL)
        self.write("oak", FOREST)

    def write(self, name: str, *paragraphs: str, aliases: str = "") -> None:
        file = self.root / f"content/articles/{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        head = f"title: About {name}\npublished: 2022-02-01\npublish_text: full\naliases: [{aliases}]"
        file.write_text(f"---\n{head}\n---\n\n" + "\n\n".join(paragraphs) + "\n")

    def remove(self, name: str) -> None:
        (self.root / f"content/articles/{name}.md").unlink()

    def decide(self, *entries: str) -> None:
        (self.root / "content/overrides.yaml").write_text("".join(f"- {{{entry}}}\n" for entry in entries))

    def run(self, *arguments: str) -> str:
        result = CliRunner().invoke(main, [*arguments, "--project", str(self.root)])
        assert result.exit_code == 0, result.output
        return result.stdout

    def publish(self, day: str = "2022-03-01") -> str:
        return self.run("publish", "--today", day)

    def timeline(self) -> Timeline:
        result = analyse(self.root, date(2022, 3, 1))
        return publishable(result.timeline, result.config)

    def event(self, words: str) -> Event:
        (event,) = [e for e in self.timeline().events if any(words in c.quote for c in e.citations)]
        return event

    def page(self, path: str) -> str:
        result = analyse(self.root, date(2022, 3, 1))
        return dict(render(publishable(result.timeline, result.config), result.config))[path].decode()

    def record(self) -> dict[str, Published]:
        return {e.id: e for e in ledger.load(record_files(find_root(self.root)))}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


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


class Repository(Project):
    """A project under git."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        shutil.copy(STARTER / ".gitattributes", root)
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit()

    def git(self, *arguments: str) -> None:
        name = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *name, *arguments], cwd=self.root, check=True, stdout=subprocess.DEVNULL)

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "So")

    def branch(self, name: str, day: str, work: Callable[[], object]) -> None:
        """Do something on a branch of main, publish it there, and go back."""
        self.git("checkout", "--quiet", "-b", name, "main")
        work()
        self.publish(day)
        self.commit()
        self.git("checkout", "--quiet", "main")

    def merge(self, *names: str) -> None:
        for name in names:
            self.git("merge", "--quiet", "--no-edit", name)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


FIRE = "A fire destroyed the old theatre on July 7, 2021."
BRIDGE = "The council closed the north bridge on August 2, 2021."
AGAIN = "Thieves robbed the jeweller Holm in Bergen on Tuesday, May 4, 2021."


def test_branches_that_publish_different_events_merge(repository: Repository) -> None:
    repository.publish()
    repository.commit()
    repository.branch("fire", "2022-04-01", lambda: repository.write("fire", FIRE))
    repository.branch("bridge", "2022-04-02", lambda: repository.write("bridge", BRIDGE))
    repository.merge("fire", "bridge")
    assert {e.id for e in repository.timeline().events if e.published} == repository.record().keys()
    assert "nothing has changed" in repository.publish("2022-04-03")


def test_branches_that_publish_the_same_event_on_different_days_merge(repository: Repository) -> None:
    repository.branch("one", "2022-04-01", lambda: None)
    repository.branch("two", "2022-04-02", lambda: None)
    repository.merge("one", "two")
    assert [c for e in repository.record().values() for c in e.changes] == [
        Change(e.id, "published", None, e.title, "2022-04-01") for e in repository.record().values()
    ]
    assert "nothing has changed" in repository.publish("2022-04-03")


def test_branches_that_find_more_sources_of_one_event_merge(repository: Repository) -> None:
    event = repository.event("jeweller")
    repository.publish()
    repository.commit()
    repository.branch("one", "2022-04-01", lambda: repository.write("a-first-report", AGAIN))
    repository.branch("two", "2022-04-02", lambda: repository.write("z-last-report", AGAIN))
    repository.merge("one", "two")
    known = repository.record()[event.id]
    assert {c.article for c in known.citations} == {"robbery", "a-first-report", "z-last-report"}
    assert [(c.on, c.what) for c in known.changes] == [
        ("2022-03-01", "published"), ("2022-04-01", "citation"), ("2022-04-02", "citation"),
    ]  # fmt: skip
    assert repository.event("May 4, 2021.").id == event.id
    assert "nothing has changed" in repository.publish("2022-04-03")


def test_where_branches_call_an_event_differently_a_person_is_asked(repository: Repository) -> None:
    event = repository.event("jeweller")
    repository.publish()
    repository.commit()
    for name, title in (("one", "Holm robbed"), ("two", "Bergen robbery")):
        override = f"kind: title, event: {event.id}, value: {title}"
        file = repository.root / f"content/overrides/{name}.yaml"
        file.parent.mkdir(exist_ok=True)

        def write(file: Path = file, override: str = override) -> None:
            file.parent.mkdir(exist_ok=True)
            file.write_text(f"- {{{override}}}\n")

        repository.branch(name, "2022-04-01", write)
    repository.merge("one", "two")
    with pytest.raises(InputError) as refused:
        repository.record()
    (told,) = refused.value.diagnostics
    assert (told.path, told.code) == (f"content/ids/{event.id}.yaml", "duplicate-key")


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


# ---------------------------------------------------------------- accepted before it is published
def accept(project: Project, *names: str, day: str = "2022-03-02") -> str:
    return project.run("decide", "accept", *names, "--today", day)


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


# ---------------------------------------------------------------- accepted, and then decided about
SAME = "The jeweller Holm in Bergen was robbed by thieves on May 4, 2021."


def quotes(event: Event) -> set[str]:
    return {c.quote for c in event.citations}


def by_id(project: Project) -> dict[str, Event]:
    return {event.id: event for event in project.timeline().events}


@pytest.mark.parametrize("published", [False, True])
@pytest.mark.parametrize("day", ["2022-03-02", "2022-03-04"])
@pytest.mark.parametrize("named", ["both", "first", "second"])
def test_accepted_entries_that_are_merged_are_one_once_they_are_accepted_again(
    project: Project, published: bool, day: str, named: str
) -> None:
    robbery, trial = project.event("jeweller").id, project.event("trial").id
    if published:
        project.publish()
    accept(project, robbery, trial)
    project.run("decide", "merge", robbery, trial, "--today", day)
    assert {robbery, trial} <= by_id(project).keys()
    assert "stays by itself, it is accepted as it is, until somebody accepts it again" in project.run("diff") + "".join(
        str(w) for w in analyse(project.root, date(2022, 3, 5)).warnings
    )
    accept(project, *{"both": [robbery, trial], "first": [robbery], "second": [trial]}[named], day=day)
    one = by_id(project)[robbery]
    assert (quotes(one), one.aliases, one.status, one.withheld) == ({ROBBERY, TRIAL}, (trial,), "accepted", ())
    assert trial not in by_id(project)
    assert project.run("check").strip() == "nothing to settle"
    project.publish("2022-03-05")
    assert {c.exact for c in project.record()[robbery].citations} == {ROBBERY, TRIAL}
    assert f'href="../events/{robbery}.html"' in project.page(f"events/{trial}.html")
    assert project.run("publish", "--today", "2022-03-06").strip() == "nothing has changed for readers"


def test_accepted_entries_that_were_merged_keep_what_they_have_when_one_more_joins(project: Project) -> None:
    robbery, trial = project.event("jeweller").id, project.event("trial").id
    accept(project, robbery, trial)
    project.run("decide", "merge", robbery, trial)
    accept(project, robbery, day="2022-03-04")
    project.run("decide", "merge", robbery, project.event("royal oak").id)
    one = by_id(project)[robbery]
    assert (quotes(one), [c.what for c in one.withheld]) == ({ROBBERY, TRIAL}, ["citation"])
    accept(project, robbery, day="2022-03-05")
    assert quotes(by_id(project)[robbery]) == {ROBBERY, TRIAL, FOREST}


def test_accepted_entries_that_were_merged_are_two_again_when_the_merge_is_taken_back(project: Project) -> None:
    robbery, trial = project.event("jeweller"), project.event("trial")
    accept(project, robbery.id, trial.id)
    project.decide(f"kind: merge, events: [{robbery.id}, {trial.id}]")
    accept(project, robbery.id, day="2022-03-04")
    project.decide()
    assert quotes(by_id(project)[robbery.id]) == {ROBBERY, TRIAL}
    accept(project, trial.id, day="2022-03-05")
    now = by_id(project)
    assert {i: (quotes(now[i]), now[i].title, now[i].aliases) for i in (robbery.id, trial.id)} == {
        robbery.id: ({ROBBERY}, robbery.title, ()), trial.id: ({TRIAL}, trial.title, ()),
    }  # fmt: skip


def test_what_is_said_of_one_accepted_entry_is_not_said_of_another_that_a_merge_would_join(project: Project) -> None:
    robbery, trial = project.event("jeweller"), project.event("trial")
    accept(project, robbery.id, trial.id)
    project.decide(
        f"kind: merge, events: [{robbery.id}, {trial.id}]", f"kind: title, event: {trial.id}, value: The trial",
        f"kind: hide, event: {trial.id}",
    )  # fmt: skip
    assert [e.title for e in project.timeline().events if quotes(e) & {ROBBERY, TRIAL}] == [robbery.title]


@pytest.mark.parametrize("accepted_too", [True, False])
def test_a_citation_moved_from_an_accepted_entry_leaves_it_once_it_is_accepted_again(
    project: Project, accepted_too: bool
) -> None:
    project.write("again", SAME)
    robbery, trial = project.event("robbed by thieves"), project.event("trial")
    accept(project, robbery.id, *([trial.id] if accepted_too else []))
    project.publish()
    project.run("fix", "again", SAME, "move-citation", "--to", trial.id)
    now = by_id(project)
    assert (quotes(now[robbery.id]), quotes(now[trial.id])) == ({ROBBERY, SAME}, {TRIAL})
    assert (now[trial.id].edtf, now[trial.id].title) == (trial.edtf, trial.title), "of its own words"
    accept(project, robbery.id, day="2022-03-04")
    now = by_id(project)
    assert (quotes(now[robbery.id]), quotes(now[trial.id])) == ({ROBBERY}, {TRIAL, SAME})
    assert project.run("check").strip() == "nothing to settle"


def test_an_entry_keeps_its_id_when_its_first_citation_is_moved_to_another(project: Project) -> None:
    project.write("again", SAME)
    robbery, trial = project.event("robbed by thieves"), project.event("trial")
    assert robbery.citations[0].article == "again"
    project.publish()
    project.run("fix", "again", SAME, "move-citation", "--to", trial.id)
    now = by_id(project)
    assert (quotes(now[robbery.id]), quotes(now[trial.id])) == ({ROBBERY}, {TRIAL, SAME})


def test_a_sentence_split_from_an_accepted_entry_leaves_it_once_it_is_accepted_again(project: Project) -> None:
    project.write("z-again", SAME)
    robbery = project.event("robbed by thieves")
    accept(project, robbery.id)
    project.run("fix", "z-again", SAME, "split")
    assert [quotes(e) for e in project.timeline().events if quotes(e) & {SAME, ROBBERY}] == [{ROBBERY, SAME}]
    accept(project, robbery.id, day="2022-03-04")
    assert quotes(by_id(project)[robbery.id]) == {ROBBERY}
    assert project.event("robbed by thieves").status == "found"


def test_what_is_hidden_is_not_accepted_and_the_answer_says_why(project: Project) -> None:
    robbery = project.event("jeweller")
    accept(project, robbery.id)
    project.publish()
    project.run("decide", "hide", robbery.id, "--reason", "It was another.")
    result = CliRunner().invoke(main, ["decide", "accept", robbery.id, "--project", str(project.root)])
    assert (result.exit_code, "this entry is not shown: it is hidden" in result.output) == (1, True)


def test_an_accepted_entry_shows_what_is_left_of_it_when_an_article_is_taken_down(project: Project) -> None:
    project.write("z-again", SAME)
    robbery = project.event("robbed by thieves")
    accept(project, robbery.id)
    project.run("decide", "withdraw", "z-again")
    assert quotes(by_id(project)[robbery.id]) == {ROBBERY}
    assert SAME not in project.page(f"events/{robbery.id}.html")


def test_an_accepted_entry_keeps_its_citations_when_its_articles_are_renamed(project: Project) -> None:
    project.write("z-again", SAME)
    robbery = project.event("robbed by thieves")
    accept(project, robbery.id)
    project.remove("robbery")
    project.remove("z-again")
    project.write("heist", ROBBERY, TRIAL, aliases="robbery")
    project.write("heist-again", SAME, aliases="z-again")
    now = by_id(project)[robbery.id]
    assert (quotes(now), {c.article for c in now.citations}, now.withheld) == (
        {ROBBERY, SAME}, {"heist", "heist-again"}, (),
    )  # fmt: skip


@pytest.mark.parametrize("title", ["Holm closes its shop", "Thieves robbed the jeweller Holm in Bergen"])
def test_an_accepted_entry_takes_no_words_from_another_that_they_tell_too(project: Project, title: str) -> None:
    project.decide(
        "kind: event, title: Holm closes its shop, value: 2021-06-01, "
        f"citations: [{{article: robbery, exact: '{ROBBERY}'}}]"
    )
    before = {event.title: event for event in project.timeline().events}
    accept(project, before[title].id)
    after = {event.title: event for event in project.timeline().events}
    assert {t: (e.id, e.edtf, quotes(e)) for t, e in after.items()} == {
        t: (e.id, e.edtf, quotes(e)) for t, e in before.items()
    }


def test_an_entry_that_is_accepted_where_the_day_has_not_begun_yet_is_kept_as_it_was_last_accepted(
    project: Project,
) -> None:
    robbery = project.event("jeweller").id
    accept(project, robbery, day="2022-03-03")
    project.decide(f"kind: title, event: {robbery}, value: Jeweller robbed")
    accept(project, robbery, day="2022-03-02")
    project.decide()
    now = by_id(project)[robbery]
    assert (now.title, now.frozen) == ("Jeweller robbed", True)


def test_words_that_an_accepted_entry_has_taken_in_since_it_was_published_are_offered_a_place(project: Project) -> None:
    robbery = project.event("jeweller").id
    project.publish()
    project.write("z-again", SAME.replace("thieves", "theives"))
    accept(project, robbery)
    project.write("z-again", SAME)
    assert quotes(by_id(project)[robbery]) == {ROBBERY}
    lost = CliRunner().invoke(main, ["reattach", "--project", str(project.root)]).stdout
    assert f"content/articles/z-again.md:8:1: “{SAME}”" in lost
    project.run("reattach", f"content/ids/{robbery}.yaml", "--to", "1")
    assert quotes(by_id(project)[robbery]) == {ROBBERY, SAME}


def test_of_two_articles_with_the_same_sentence_the_one_that_was_mended_is_reattached_alone(project: Project) -> None:
    project.write("z-again", ROBBERY)
    robbery = project.event("jeweller").id
    project.publish()
    accept(project, robbery)
    mended = ROBBERY.replace("jeweller", "jeweler")
    project.remove("z-again")
    project.write("z-once-more", mended, aliases="z-again")
    project.run("reattach", f"content/ids/{robbery}.yaml", "--to", "1")
    cited = {(c.article, c.quote) for c in by_id(project)[robbery].citations}
    assert cited == {("robbery", ROBBERY), ("z-once-more", mended)}


def test_what_is_moved_to_an_entry_does_not_follow_the_words_that_were_moved_from_it(project: Project) -> None:
    project.write("again", SAME)
    robbery, trial = project.event("robbed by thieves").id, project.event("trial").id
    project.publish()
    project.run("fix", "again", SAME, "move-citation", "--to", trial)
    project.run("fix", "oak", FOREST, "move-citation", "--to", robbery)
    now = by_id(project)
    assert (quotes(now[robbery]), quotes(now[trial])) == ({ROBBERY, FOREST}, {TRIAL, SAME})


def test_what_was_moved_to_an_entry_is_not_taken_for_it_when_the_words_that_were_its_own_are_edited(
    project: Project,
) -> None:
    trial, storm = project.event("trial").id, project.event("royal oak").id
    project.publish()
    project.run("fix", "oak", FOREST, "move-citation", "--to", trial)
    project.publish("2022-03-02")
    longer = TRIAL.replace("The trial", "In Bergen, the trial")
    project.write("robbery", ROBBERY, longer)
    assert quotes(by_id(project)[storm]) == {FOREST}
    assert trial not in by_id(project)
    warnings = [str(w) for w in analyse(project.root, date(2022, 3, 3)).warnings]
    assert any("was published, and no article tells it any more" in w for w in warnings), warnings
    project.run("reattach", f"content/ids/{trial}.yaml", "--to", "1")
    for day in ("2022-03-03", "2022-03-04"):
        assert quotes(by_id(project)[trial]) == {FOREST, longer}
        project.publish(day)
