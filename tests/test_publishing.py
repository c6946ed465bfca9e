"""What is not published is nowhere in what is rendered."""

import pytest

from tests.render import sample
from timeline.config import Config
from timeline.frozen import replace
from timeline.publishing import HIDDEN, publishable

PILOT = "A harbour pilot had warned of the piers years ago."


def article(timeline, name):
    """One article of a timeline."""
    return next(a for a in timeline.articles if a.document.id == name)


def only(timeline, *events):
    """The timeline with some of its events."""
    return replace(timeline, events=tuple(e for e in timeline.events if e.id in events))


def test_in_full_nothing_is_changed():
    assert publishable(sample.timeline(), Config(publish_text="full")) == sample.timeline()


def test_an_excerpt_has_the_sentence_quoted_and_its_neighbours():
    whole = only(sample.timeline(), "h3u7v4wexy")
    document = article(publishable(whole, Config()), "weekly/old-bridge").document
    assert [document.text[b.start:b.end] for b in document.blocks] == [
        "The council voted for a new bridge on Tuesday evening, with nine votes to eight.",
        f"{PILOT} In April the ferry is to run every ten minutes.",
    ]
    assert len(document.text) == len(article(whole, "weekly/old-bridge").document.text)
    assert set(document.text[:document.blocks[0].start]) == {HIDDEN}


def test_an_excerpt_keeps_runs_and_sentences_within_what_is_shown():
    document = article(publishable(only(sample.timeline(), "c5n3p8rasu"), Config()), "weekly/old-bridge").document
    for block in document.blocks:
        assert "".join(document.text[r.start:r.end] for r in block.runs) == document.text[block.start:block.end]
        assert all(block.start <= a < b <= block.end for a, b in block.sentences)


def test_an_article_that_nobody_quotes_has_no_excerpt():
    document = article(publishable(only(sample.timeline(), "h3u7v4wexy"), Config()), "jisr").document
    assert document.blocks == ()
    assert set(document.text) == {HIDDEN}


def test_expressions_outside_of_what_is_shown_are_left_out():
    shown = article(publishable(only(sample.timeline(), "h3u7v4wexy"), Config()), "weekly/old-bridge")
    assert [x.text for x in shown.timexes] == ["Tuesday evening", "April", "every ten minutes"]


def test_nothing_published_means_no_word():
    bare = publishable(sample.timeline(), Config(publish_text="none"))
    assert {c.quote for e in bare.events for c in e.citations} == {""}
    assert all(set(a.document.text) == {HIDDEN} and not a.document.blocks and not a.timexes for a in bare.articles)


@pytest.mark.parametrize(("project", "own"), [("none", "full"), ("full", "none")])
def test_what_an_article_says_of_itself_goes_first(project, own):
    timeline = sample.timeline()
    articles = tuple(
        replace(a, document=replace(a.document, meta=replace(a.document.meta, publish_text=own)))
        if a.document.id == "jisr" else a
        for a in timeline.articles
    )
    told = publishable(replace(timeline, articles=articles), Config(publish_text=project))
    assert (HIDDEN in article(told, "jisr").document.text) == (own == "none")
    assert (HIDDEN in article(told, "Courier #2: note").document.text) == (project == "none")


def test_what_nobody_has_accepted_can_be_held_back():
    timeline = publishable(sample.timeline(), Config(publish="accepted"))
    assert [e.id for e in timeline.events] == ["b4k2m7qzrt"]
