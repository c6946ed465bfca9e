"""What a person is asked, in which order, and what leaves the queue for good."""

import pytest

from timeline.deciding import accept, add
from timeline.decisions.writing import entry
from timeline.diagnostics import warning
from timeline.frozen import replace
from timeline.model import Change
from timeline.review import candidates, queue

from .conftest import TODAY, article, items, told


def test_what_settles_most_comes_first_and_the_articles_at_the_end(root):
    assert list(map(article, items(root))) == [
        "publication islander", "date gazette", "article courier", "article gazette", "article islander",
    ]  # fmt: skip


def test_an_item_says_what_an_answer_changes(root):
    publication, doubtful, *_, last = items(root)
    assert publication.effect == "settles 2 expressions and 2 entries"
    assert doubtful.effect == "dates “Pier light failed”"
    assert last.effect == "marks 2 entries as reviewed"


def test_a_publication_is_offered_as_those_who_tell_the_same_were_published(root):
    (publication, *_) = items(root)
    assert [c.value for c in publication.candidates[:2]] == ["2024-05-16", "2024-05-14"]
    assert publication.candidates[0].why == ("when The Courier told the same",)


def test_a_publication_outside_of_what_the_words_allow_is_offered_last_and_said_to_be(root):
    file = root / "content/articles/islander.md"
    file.write_text(file.read_text().replace("retrieved: 2024-06-20", "retrieved: 2024-05-15"))
    (publication, *_) = items(root)
    offered = {c.value: c.why for c in publication.candidates}
    assert next(iter(offered)) == "2024-05-14"
    assert offered["2024-05-16"][-1] == "outside of what the words allow"


def test_a_date_in_doubt_is_offered_as_it_is_first_then_its_neighbours(root):
    _, doubtful, *_ = items(root)
    assert doubtful.candidates[0].now
    assert doubtful.candidates[0].value == "2024-05-13"
    assert {"2024-05-12", "2024-05-14"} <= {c.value for c in doubtful.candidates[1:]}
    assert len(doubtful.candidates) <= candidates.MOST


def test_no_candidate_is_offered_twice_and_each_is_a_date(root):
    for item in items(root):
        values = [c.value for c in item.candidates]
        assert len(set(values)) == len(values)


@pytest.mark.parametrize(
    ("kind", "values", "gone"),
    [
        ("published", {"article": "islander", "value": "2024-05-18"}, "publication islander"),
        ("date", {"article": "gazette", "target": {"exact": "Yesterday"}, "value": "2024-05-13"}, "date gazette"),
        ("not-a-date", {"article": "gazette", "target": {"exact": "Yesterday"}}, "date gazette"),
    ],
)
def test_what_somebody_has_decided_is_not_asked_again(root, kind, values, gone):
    add(root, values["article"], entry(kind, **values))
    assert gone not in map(article, items(root))


def test_an_article_whose_entries_are_accepted_is_not_asked_about_again(root):
    accept(root, ["courier"], TODAY)
    assert "article courier" not in map(article, items(root))


def test_entries_that_were_nearly_joined_are_asked_about_until_somebody_says(root):
    project = told(root)
    one, other = project.timeline.events[1], project.timeline.events[2]
    near = replace(one, near=(other.members[0], 0.4))
    timeline = replace(project.timeline, events=(near, other, *project.timeline.events[3:]))

    def pairs(decisions):
        return [i.events for i in queue.queue(queue.told(timeline, decisions), (), TODAY) if i.kind == "near"]

    assert pairs(project.decisions) == [(one.id, other.id)]
    add(root, "gazette", entry("apart", events=[one.id, other.id]))
    assert pairs(told(root).decisions) == []


def test_entries_that_are_far_apart_in_time_are_not(root):
    project = told(root)
    other = project.timeline.events[-3]
    one = next(e for e in project.timeline.events if e.edtf == "2019")
    timeline = replace(project.timeline, events=(replace(one, near=(other.members[0], 0.9)), other))
    assert all(i.kind != "near" for i in queue.queue(queue.told(timeline, project.decisions), (), TODAY))


def test_an_accepted_entry_that_a_new_article_tells_otherwise_is_asked_about(root):
    accept(root, ["all"], TODAY)
    project = told(root)
    event = next(e for e in project.timeline.events if e.edtf == "2024-05-15")
    changed = replace(event, withheld=(Change(event.id, "date", "2024-05-15", "2024-05-14"),))
    timeline = replace(project.timeline, events=(changed,))
    (item,) = [i for i in queue.queue(queue.told(timeline, project.decisions), (), TODAY) if i.kind == "accepted"]
    assert (item.kind, item.answers) == ("accepted", ("accept-again", "keep"))


def test_what_can_only_be_mended_in_a_file_is_told_with_its_place(root):
    lost = warning("content/overrides.yaml", 3, 5, "orphan", "“no” does not stand there", "quote the words")
    project = told(root)
    found = [i for i in queue.queue(project, (lost,), TODAY) if i.kind == "finding"]
    assert [(i.place.path, i.place.line, i.effect) for i in found] == [("content/overrides.yaml", 3, "quote the words")]


def test_sources_that_differ_are_asked_about_until_somebody_dates_the_entry(root):
    project = told(root)
    event = next(e for e in project.timeline.events if len(e.citations) > 1)
    timeline = replace(project.timeline, events=(replace(event, disagreement=True),))
    (item,) = [i for i in queue.queue(queue.told(timeline, project.decisions), (), TODAY) if i.kind == "differ"]
    assert item.candidates[0].value == "2024-05-12"


def test_an_item_keeps_its_id_when_its_article_grows(root):
    before = {i.id for i in items(root) if i.kind == "date"}
    file = root / "content/articles/gazette.md"
    file.write_text(file.read_text().replace("The ferry Maren ran", "It was foggy.\n\nThe ferry Maren ran"))
    assert {i.id for i in items(root) if i.kind == "date"} == before


def test_a_length_of_time_is_offered_as_the_time_up_to_the_publication(root):
    file = root / "content/articles/courier.md"
    file.write_text(file.read_text() + "\nThe yard lost forty workers in the past six months.\n")
    project = told(root)
    one = project.articles["courier"]
    x = next(x for x in one.timexes if "six months" in x.text)
    values = [c.value for c in candidates.of_expression(x, one)]
    assert "2023-11/2024-05" in values

