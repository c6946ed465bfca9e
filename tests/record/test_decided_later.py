"""Entries that are accepted, and then decided about: merged, parted, hidden, their words moved."""

from datetime import date

import pytest
from click.testing import CliRunner

from timeline.build import analyse
from timeline.cli import main
from timeline.model import Event

from .conftest import FOREST, ROBBERY, TRIAL, Project, accept

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
