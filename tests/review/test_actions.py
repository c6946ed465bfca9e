"""What a person answers → what is written, as they would write it."""

from pathlib import Path

import pytest

from timeline.authored.forms import BadValueError
from timeline.review import queue
from timeline.review.actions import Acceptance, Entry, decide
from timeline.review.items import Answer, Item

from .conftest import items, told


def written(root, kind, action, value="", **more):
    """The entries for an answer to the first item of a kind."""
    item = next(i for i in items(root) if i.kind == kind)
    return entries(item, Answer(action, value, on="2024-07-01", **more), root)


def entries(item: Item, answer: Answer, root: Path) -> list[Entry]:
    """The entries for an answer."""
    return [deed for deed in decide(item, answer, told(root), "en") if isinstance(deed, Entry)]


def test_a_publication(root):
    (entry,) = written(root, "publication", "date", "18 May 2024", by="Ann", reason="The printed paper.")
    assert entry.article == "islander"
    assert entry.text == """\
- kind: published
  article: islander
  value: "18 May 2024"
  reason: The printed paper.
  by: "Ann"
  on: "2024-07-01"
"""


def test_a_doubtful_date_that_is_right_is_written_with_its_value(root):
    (entry,) = written(root, "date", "accept")
    assert entry.text == """\
- kind: date
  article: gazette
  target:
    exact: Yesterday
  value: "2024-05-13"
  on: "2024-07-01"
"""


@pytest.mark.parametrize(
    ("action", "value", "line"),
    [
        ("date", "2024-05-12", '  value: "2024-05-12"'),
        ("date", "2024-05-10/2024-05-12", '  value: "2024-05-10/2024-05-12"'),
        ("date", "12 May 2024", '  value: "12 May 2024"'),
        ("unknown", "", "  value: unknown"),
        ("not-a-date", "", "- kind: not-a-date"),
        ("not-an-event", "", "- kind: not-an-event"),
    ],
)
def test_other_answers_to_a_date(root, action, value, line):
    (entry,) = written(root, "date", action, value)
    assert line in entry.text.splitlines()


@pytest.mark.parametrize(
    ("kind", "action", "value", "said"),
    [
        ("date", "date", "the other day", "'the other day' is no date"),
        ("date", "date", " ", "nothing is written there"),
        ("publication", "date", "unknown", "names no day, month or year"),
        ("date", "accept-all", "", "that is no answer to this"),
        ("date", "drop", "", "that is no answer to this"),
        ("date", "merge", "nobody", "there is no such other entry"),
        ("article", "mark", "busy = someday soon", "is no date"),
        ("article", "mark", "in 2019 = 2019", "stands 2 times in the article"),
        ("article", "mark", "nowhere = 2019", "stands not in the article"),
        ("article", "write", "freed", "an entry has a sentence, a date and a title"),
    ],
)
def test_what_does_not_do_is_said(root, kind, action, value, said):
    with pytest.raises(BadValueError, match=said):
        written(root, kind, action, value)


def test_a_merge_is_written_below_what_the_entries_are_called(root):
    other = next(e for e in told(root).timeline.events if e.edtf == "2024-05-12")
    item = next(i for i in items(root) if i.kind == "date")
    (entry,) = written(root, "date", "merge", other.id)
    assert entry.text.startswith("# “Pier light failed”, “Ferry Maren ran aground off Hollin”\n")
    assert entry.text.replace('"', "").splitlines()[2] == f"  events: [{item.events[0]}, {other.id}]"


def test_all_entries_of_an_article_are_accepted_together(root):
    item = next(i for i in items(root) if i.kind == "article")
    assert decide(item, Answer("accept-all"), told(root), "en") == (Acceptance(item.events),)


def test_words_that_were_not_read_as_a_date_become_one(root):
    item = queue.article(told(root), told(root).articles["gazette"])
    (entry,) = entries(item, Answer("mark", "moments later = 2024-05-13"), root)
    assert entry.text.splitlines()[:5] == [
        "- kind: date", "  article: gazette", "  target:", "    exact: moments later", '  value: "2024-05-13"',
    ]  # fmt: skip


def test_brackets_tell_which_of_several_words_are_meant(root):
    (entry,) = written(root, "article", "mark", "again in [2019] = 2020")
    assert 'prefix: "again in "' in entry.text


def test_an_entry_that_is_missing_cites_its_whole_sentence(root):
    item = queue.article(told(root), told(root).articles["gazette"])
    (entry,) = entries(item, Answer("write", "quay = 2024-05-13 = The quay fills with people"), root)
    assert entry.text == """\
- kind: event
  title: The quay fills with people
  value: "2024-05-13"
  citations:
    - article: gazette
      exact: The quay was busy moments later.
"""


def test_an_entry_by_hand_takes_the_date_of_its_sentence(root):
    (entry,) = written(root, "article", "write", "Tugs freed = The tugs succeed")
    assert '  value: "2024-05-15"' in entry.text.splitlines()
