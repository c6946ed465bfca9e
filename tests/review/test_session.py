"""A sitting: what is written, undone, and what happens when somebody else changes the files meanwhile."""

import random
import re

import pytest

from timeline.authored.forms import BadValueError
from timeline.build import analyse
from timeline.deciding import accept
from timeline.diagnostics import InputError
from timeline.review.items import Answer
from timeline.review.session import GoneError, Session

from .conftest import TODAY, article

WRITTEN = "content/overrides/islander.yaml"
BY_HAND = "# Ask Ann first.\n\n- kind: language   # they write British English\n  article: islander\n  value: en-GB"


def files(root):
    """Everything that a project's people and its decisions have written."""
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in (root / "content").rglob("*") if p.is_file()}


def first(session, kind):
    return next(i for i in session.left() if i.kind == kind)


def test_an_answer_is_in_the_file_and_in_the_timeline_at_once(session, root):
    session.decide(first(session, "publication").id, Answer("date", "2024-05-18"))
    assert (root / WRITTEN).read_text() == """\
- kind: published
  article: islander
  value: "2024-05-18"
  by: "Ann"
  on: "2024-07-01"
"""
    towed = next(e for e in session.state.project.timeline.events if "towed" in e.title)
    assert towed.edtf == "2024-05-16"


def test_the_warm_timeline_is_the_one_that_a_build_gives(session, root):
    chance = random.Random(5)
    for _ in range(12):
        item = next(iter(session.left()), None)
        if item is None:
            break
        usable = [a for a in item.answers if a in ("accept", "date", "not-a-date", "accept-all", "not-an-event")]
        action = chance.choice(usable)
        session.decide(item.id, Answer(action, item.candidates[0].value if item.candidates else ""))
        assert session.state.result.timeline == analyse(root, TODAY).timeline


def test_undo_gives_back_every_byte(session, root):
    (root / "content/overrides").mkdir()
    (root / WRITTEN).write_text(BY_HAND)
    session.refresh()
    before = files(root)
    session.decide(first(session, "publication").id, Answer("date", "2024-05-18"))
    session.decide(first(session, "article").id, Answer("accept-all"))
    assert files(root) != before
    session.undo()
    session.undo()
    assert files(root) == before
    assert session.undo() is None


def test_undo_works_in_a_later_sitting(session, root):
    before = files(root)
    item = first(session, "publication")
    session.decide(item.id, Answer("date", "2024-05-18"))
    later = Session(root, TODAY)
    assert item.id not in {i.id for i in later.left()}
    step = later.undo()
    assert step is not None
    assert step.item == item.id
    assert files(root) == before
    assert item.id in {i.id for i in later.left()}


def test_undo_leaves_alone_what_was_written_by_hand_since(session, root):
    session.decide(first(session, "publication").id, Answer("date", "2024-05-18"))
    with (root / WRITTEN).open("a") as file:
        file.write("- kind: language\n  article: islander\n  value: en-GB\n")
    session.undo()
    assert (root / WRITTEN).read_text() == "- kind: language\n  article: islander\n  value: en-GB\n"


def test_what_cannot_be_undone_whole_is_not_undone_in_part(session, root):
    session.decide(first(session, "article").id, Answer("accept-all"))
    for file in (root / "content/overrides").iterdir():
        file.write_text(file.read_text().replace("kind: accept", "kind: accept  # we all agree"))
    before = files(root)
    assert any(path.startswith("content/ids/accepted/") for path in before)
    with pytest.raises(InputError, match="the entry to be undone has been changed"):
        session.undo()
    assert files(root) == before


def test_undo_of_lines_that_were_changed_by_hand_is_refused_and_nothing_is_lost(session, root):
    session.decide(first(session, "publication").id, Answer("date", "2024-05-18"))
    (root / WRITTEN).write_text((root / WRITTEN).read_text().replace("2024-05-18", "2024-05-19"))
    kept = files(root)
    with pytest.raises(InputError, match=f"{WRITTEN}: error: the entry to be undone has been changed"):
        session.undo()
    assert files(root) == kept
    assert len(session.history.steps) == 1


def test_a_kept_history_never_touches_other_files(session, root):
    session.decide(first(session, "publication").id, Answer("date", "2024-05-18"))
    kept = root / ".timeline/review.json"
    kept.write_text(kept.read_text().replace(WRITTEN, "content/overrides/../articles/islander.md"))
    before = files(root)
    assert Session(root, TODAY).undo() is None
    assert files(root) == before


def test_a_wrong_value_writes_nothing(session, root):
    before = files(root)
    with pytest.raises(BadValueError):
        session.decide(first(session, "publication").id, Answer("date", "soon"))
    assert files(root) == before
    assert session.decided == 0


def test_a_file_that_was_broken_by_hand_is_told_and_nothing_is_written(session, root):
    item = first(session, "publication")
    (root / "content/overrides.yaml").write_text("- kind: publihsed\n  article: islander\n  value: 2024\n")
    before = files(root)
    with pytest.raises(GoneError, match=r"content/overrides.yaml:1:9: error: unknown kind 'publihsed'"):
        session.decide(item.id, Answer("date", "2024-05-18"))
    assert files(root) == before
    (root / "content/overrides.yaml").unlink()
    session.decide(item.id, Answer("date", "2024-05-18"))
    assert session.state.error == ""


def test_settings_that_were_broken_by_hand_are_told_where_the_project_has_templates_too(session, root):
    (root / "templates").mkdir()
    (root / "timeline.yaml").write_text("title: [a\n")
    assert session.refresh()
    assert session.state.error.startswith("timeline.yaml:2:1: error: this is not YAML")
    (root / "timeline.yaml").write_text("title: A ferry\n")
    assert session.refresh()
    assert session.state.error == ""


def test_what_somebody_writes_by_hand_meanwhile_is_taken_in(session, root):
    (root / "content/overrides.yaml").write_text("- kind: published\n  article: islander\n  value: 2024-05-18\n")
    assert session.refresh()
    assert "publication islander" not in map(article, session.left())


def test_an_item_finds_its_words_again_in_an_article_that_was_edited(session, root):
    item = session.show(first(session, "date").id)
    file = root / "content/articles/gazette.md"
    file.write_text(file.read_text().replace("“Yesterday the pier light", "“It is terrible. Yesterday every light"))
    session.refresh()
    session.decide(item.id, Answer("date", "2024-05-12"))
    assert 'exact: Yesterday' in (root / "content/overrides/gazette.yaml").read_text()


def test_an_item_whose_words_are_gone_says_so(session, root):
    item = session.show(first(session, "date").id)
    file = root / "content/articles/gazette.md"
    file.write_text(file.read_text().replace("Yesterday the", "The"))
    with pytest.raises(GoneError, match="“Yesterday” does not stand in one place of the article any more"):
        session.decide(item.id, Answer("date", "2024-05-12"))


def test_what_was_put_off_comes_last_and_back_in_the_next_sitting(session, root):
    item = session.left()[0]
    session.later(item.id)
    assert session.left()[-1].id == item.id
    assert Session(root, TODAY).left()[0].id == item.id


def test_words_are_asked_about_with_what_is_told_around_them(session):
    session.refresh()
    gazette = next(i for i in session.left() if article(i) == "article gazette")
    item = session.words(gazette.id, "moments later")
    assert item.candidates[0].value == "2024-05-13"
    session.decide(item.id, Answer("date", "2024-05-13"))
    one = session.state.project.articles["gazette"]
    assert next(x for x in one.timexes if x.text == "moments later").edtf == "2024-05-13"


def test_a_sitting_ends_with_nothing_left_and_so_does_the_next(session, root):
    for _ in range(30):
        item = next(iter(session.left()), None)
        if item is None:
            break
        action = next(a for a in ("accept", "accept-all", "date") if a in item.answers)
        session.decide(item.id, Answer(action, item.candidates[0].value if item.candidates else ""))
    assert session.left() == ()
    assert Session(root, TODAY).left() == ()
    assert {e.status for e in analyse(root, TODAY).timeline.events} == {"accepted"}


def test_a_quotation_that_has_lost_its_place_gets_it_back(session, root):
    session.decide(first(session, "date").id, Answer("date", "2024-05-12"))
    file = root / "content/articles/gazette.md"
    file.write_text(file.read_text().replace("Yesterday", "Yesterdays"))
    session.refresh()
    before = files(root)
    item = first(session, "lost")
    assert [c.why[0] for c in item.candidates][:1] == ["“Yesterdays”"]
    session.decide(item.id, Answer("reattach", "1"))
    assert "exact: Yesterdays" in (root / "content/overrides/gazette.yaml").read_text()
    assert all(i.kind not in ("lost", "finding") for i in session.left())
    session.undo()
    assert files(root) == before


def redated(root, day):
    """The Courier's article is said to be of another day, and its “Wednesday” with it."""
    file = root / "content/articles/courier.md"
    file.write_text(re.sub("published: 2024-05-..", f"published: {day}", file.read_text()))


def test_an_accepted_entry_that_is_now_told_otherwise_is_accepted_again(session, root):
    accept(root, ["all"], TODAY)
    redated(root, "2024-05-10")
    session.refresh()
    session.decide(first(session, "accepted").id, Answer("accept-again"))
    assert "accepted" not in [i.kind for i in session.left()]
    assert next(e.edtf for e in session.state.project.timeline.events if "Tugs" in e.title) == "2024-05-08"


def test_what_was_accepted_can_be_kept_and_is_not_asked_about_until_it_differs_anew(session, root):
    accept(root, ["all"], TODAY)
    redated(root, "2024-05-10")
    session.refresh()
    item = first(session, "accepted")
    before = files(root)
    session.decide(item.id, Answer("keep"))
    assert files(root) == before
    assert item.id not in {i.id for i in session.left()}
    assert item.id not in {i.id for i in Session(root, TODAY).left()}
    redated(root, "2024-05-03")
    session.refresh()
    assert item.id in {i.id for i in session.left()}
