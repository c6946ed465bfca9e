"""Articles that report the same events date one another."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import permutations

import pytest

from timeline.frozen import replace
from timeline.model import Analysis, Decision, Decisions, DocumentTime, EventMention, Link, Meta, Participant
from timeline.reading.plain import read_plain
from timeline.temporal.anchor import anchor
from timeline.temporal.bind import bind
from timeline.temporal.recognise import recognise

TODAY = date(2026, 11, 21)
UNDATED = Meta()

PACT = (
    "The khan of Orm and the queen of Lis met on Sunday in the hall of mirrors. On November 10 the guilds had refused "
    "payment. The quarrel began on Monday, October 2, with a stolen horse."
)
SISTER = (
    "The queen of Lis met the khan of Orm on the 12th (local time), her court said. The guilds refused payment on the "
    "10th. It was the second meeting since the quarrel began on October 2."
)
#: Words of the two that tell the same event.
SAME = {("pact", "Sunday"): ("sister", "the 12th"), ("pact", "November 10"): ("sister", "the 10th")}


class Story:
    """Articles with a mention for each of their expressions, and links between those said to be the same event."""

    def __init__(self, texts: Mapping[str, str], metas: Mapping[str, Meta], decisions: Decisions) -> None:
        self.decisions = decisions
        self.analyses = tuple(self._analysis(name, text, metas.get(name, UNDATED)) for name, text in texts.items())

    def _analysis(self, name: str, text: str, meta: Meta) -> Analysis:
        document = read_plain(text, name, meta)
        expressions = recognise(document, self.decisions)
        mentions = tuple(
            EventMention(f"{name}-{n}", name, (0, 1), (0, 1), (0, 1), "meet", "event", n)
            for n in range(len(expressions))
        )
        return Analysis(document, expressions, bind(document, expressions), mentions)

    def mention(self, article: str, words: str) -> str:
        analysis = next(a for a in self.analyses if a.document.id == article)
        return next(f"{article}-{n}" for n, x in enumerate(analysis.expressions) if x.text == words)


def times(
    texts: Mapping[str, str],
    same: Mapping[tuple[str, str], tuple[str, str]] = SAME,
    metas: Mapping[str, Meta] | None = None,
    decisions: tuple[Decision, ...] = (),
) -> dict[str, DocumentTime]:
    story = Story(texts, metas or {}, Decisions(decisions))
    links = tuple(Link(story.mention(*a), story.mention(*b), 0.9, True) for a, b in same.items())
    found = anchor(story.analyses, links, story.decisions, TODAY)
    return {a.document.id: t for a, t in zip(story.analyses, found, strict=True)}


def iso(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()


def window(time: DocumentTime) -> tuple[str | None, str | None, str | None]:
    return iso(time.earliest), iso(time.best), iso(time.latest)


def test_the_second_alone_stays_unknown() -> None:
    found = times({"sister": SISTER}, {})["sister"]
    assert (found.basis, found.best) == ("unknown", None)


def test_the_first_dates_the_second() -> None:
    found = times({"pact": PACT, "sister": SISTER})
    assert window(found["pact"]) == ("2023-11-12", "2023-11-12", "2023-11-18")
    assert window(found["sister"]) == ("2023-11-12", "2023-11-13", "2023-12-09")
    assert found["sister"].basis == "inferred"


def test_the_evidence_names_the_sister_article_its_words_and_the_links() -> None:
    found = times({"pact": PACT, "sister": SISTER})["sister"]
    assert any("pact tells the same event with “Sunday”, 12 November 2023" in words for words in found.evidence)
    assert len(found.links) == 2


def test_a_year_taken_by_policy_is_taken_by_policy_in_the_sister_too() -> None:
    found = times({"pact": PACT, "sister": SISTER})
    assert found["sister"].year_policy == found["pact"].year_policy
    assert [iso(day) for day in found["sister"].alternatives][:1] == ["2017-11-13"]


def test_the_order_of_files_is_no_evidence() -> None:
    texts = {"pact": PACT, "sister": SISTER, "other": "The bakers of Rum struck on Tuesday."}
    orders = [times({name: texts[name] for name in order}) for order in permutations(texts)]
    assert all(found == orders[0] for found in orders)


def test_an_article_about_something_else_changes_nothing() -> None:
    both = times({"pact": PACT, "sister": SISTER})
    more = times({"pact": PACT, "sister": SISTER, "other": "The bakers of Rum struck on Saturday, August 6."})
    assert {name: more[name] for name in both} == both


HALVES = {
    "one": "The queen of Lis fell ill on Sunday, her court said. On Friday she had been seen to dance.",
    "other": "The queen of Lis fell ill on November 12. She had danced on November 10. The court kept silent.",
}
FELL_ILL = {("one", "Sunday"): ("other", "November 12")}
DANCED = {("one", "Friday"): ("other", "November 10")}


def test_neither_can_be_dated_alone_but_both_together() -> None:
    assert times({"one": HALVES["one"]}, {})["one"].best is None
    assert iso(times(HALVES, FELL_ILL | DANCED)["one"].best) == "2023-11-12"


def test_one_weekday_beside_one_date_may_be_chance() -> None:
    assert times(HALVES, FELL_ILL)["one"].best is None


def test_it_is_none_close_to_the_day_of_retrieval() -> None:
    found = times(HALVES, FELL_ILL, {"one": Meta(retrieved=date(2023, 12, 10))})
    assert iso(found["one"].best) == "2023-11-12"


def test_what_is_no_part_of_a_day_joins_nothing() -> None:
    texts = HALVES | {"third": "The queen of Lis was born in the 1990s."}
    found = times(texts, FELL_ILL | {("one", "Friday"): ("third", "the 1990s")})
    assert found["one"].best is None


DATED = {"sister": Meta(published="2017-11-12")}


def test_a_sister_with_a_date_outranks_the_latest_year() -> None:
    found = times({"pact": PACT, "sister": SISTER}, metas=DATED)
    assert window(found["pact"]) == ("2017-11-12", "2017-11-12", "2017-11-18")
    assert found["pact"].year_policy is None


def test_a_sister_whose_words_contradict_it_is_not_used() -> None:
    same = {("pact", "Sunday"): ("sister", "the 10th")}
    found = times({"pact": PACT, "sister": SISTER}, same, DATED)
    assert window(found["pact"]) == ("2023-11-12", "2023-11-12", "2023-11-18")
    assert not found["pact"].links


def test_a_day_apart_by_local_time() -> None:
    texts = {
        "there": "The envoys of Orm signed the treaty on Monday (local time), the court said.",
        "here": "The envoys signed the treaty on Sunday.",
    }
    found = times(texts, {("there", "Monday"): ("here", "Sunday")}, {"here": Meta(published="2023-11-12")})
    assert window(found["there"]) == ("2023-11-13", "2023-11-14", "2023-11-19")
    assert any("local time" in words for words in found["there"].evidence)


def test_background_that_is_long_past_dates_nothing() -> None:
    texts = {
        "then": "The tower fell on Monday.",
        "later": "The tower was opened again on Friday. It had fallen on October 2.",
    }
    found = times(texts, {("then", "Monday"): ("later", "October 2")}, {"then": Meta(published="2023-10-03")})
    assert found["later"].best is None


@pytest.mark.parametrize("day", ["2006-11-12", "2017-11-12"])
def test_a_corrected_date_dates_its_own_article_and_its_sister(day: str) -> None:
    start = SISTER.index("the 12th")
    decision = Decision("date", "sister", (start, start + len("the 12th")), value=day)
    found = times({"pact": PACT, "sister": SISTER}, decisions=(decision,))
    assert (iso(found["sister"].best), iso(found["pact"].best)) == (day, day)


def test_many_articles_cost_no_more_than_their_links() -> None:
    texts = {f"a{n:04}": f"The queen of Lis met the khan on the 12th. It was meeting number {n}." for n in range(400)}
    same = {(f"a{n:04}", "the 12th"): (f"a{n + 1:04}", "the 12th") for n in range(399)}
    found = times(texts, same, {"a0000": Meta(published="2023-11-13")})
    assert all(iso(time.best) == "2023-11-13" for name, time in found.items() if name != "a0000")


STORY = Meta(collection="a story")
QUEEN = "The queen of Lis left the hall on the 12th in a rage, her court said. She had come on the 10th with two swans."


def test_two_days_of_the_month_that_a_sister_names_as_well() -> None:
    texts = {"pact": PACT.replace("on Sunday", "on Sunday, November 12,"), "queen": QUEEN}
    found = times(texts, {}, {"pact": Meta(published="2023-11-13", collection="a story"), "queen": STORY})
    assert iso(found["queen"].best) == "2023-11-12"
    assert "“on the 10th”: pact names “November 10”, 10 November 2023" in found["queen"].evidence


def test_one_day_of_the_month_may_be_chance() -> None:
    texts = {"pact": PACT, "queen": QUEEN.replace("on the 12th ", "")}
    found = times(texts, {}, {"pact": Meta(published="2023-11-13", collection="a story"), "queen": STORY})
    assert found["queen"].best is None


# ---------------------------------------------------------------- links that compete
SIEGE = "The siege of Orm was lifted on Tuesday, its mayor said. Bread came on Tuesday, too."
REPORTS = {
    "siege": SIEGE,
    "near": "The siege of Orm was lifted on Tuesday. The bakers opened on Tuesday.",
    "far": "The walls of Orm were mended on Tuesday.",
}
NEAR_AND_FAR = {"near": Meta(published="2023-11-15"), "far": Meta(published="2023-11-29")}


def scored(scores: Mapping[tuple[str, str], float], strong: bool = False) -> DocumentTime:
    """The time of "siege", where its first Tuesday is linked to the first ones of sisters with these scores."""
    story = Story(REPORTS, NEAR_AND_FAR, Decisions())
    links = tuple(
        Link(min(f"siege-{n}", other), max(f"siege-{n}", other), score, strong) for (n, other), score in scores.items()
    )
    return anchor(story.analyses, links, story.decisions, TODAY)[0]


def test_a_rival_that_leads_to_the_same_day_is_none() -> None:
    assert iso(scored({("0", "near-0"): 0.9, ("0", "near-1"): 0.9}).best) == "2023-11-15"


def test_the_likelier_of_two_days_is_taken() -> None:
    assert iso(scored({("0", "near-0"): 0.98, ("0", "far-0"): 0.6}).best) == "2023-11-15"


def test_of_two_days_nearly_as_likely_none_is_taken() -> None:
    assert scored({("0", "near-0"): 0.9, ("0", "far-0"): 0.88}).best is None


def test_what_is_named_by_the_same_weekday_is_one_day() -> None:
    assert iso(scored({("0", "near-0"): 0.98, ("1", "far-0"): 0.6}).best) == "2023-11-15"


def test_a_link_that_is_hardly_likely_dates_nothing() -> None:
    assert scored({("0", "near-0"): 0.6}).best is None


# ---------------------------------------------------------------- the day that is claimed in the window of a sister
def of_the_siege(day: str) -> DocumentTime:
    texts = {"siege": f"The siege of Orm was lifted on {day}.", "later": "The siege of Orm was lifted on November 14."}
    return times(texts, {("siege", day): ("later", "November 14")}, {"later": Meta(published="2023-11-27")})["siege"]


def test_a_bare_weekday_is_of_the_last_days_even_where_sisters_wrote_much_later() -> None:
    assert window(of_the_siege("Tuesday")) == ("2023-11-14", "2023-11-15", "2023-11-20")


def test_a_day_of_the_month_holds_longer_so_that_only_its_window_is_told() -> None:
    assert window(of_the_siege("the 14th")) == ("2023-11-14", None, "2023-12-13")


TODAYS = {
    "siege": "The siege of Orm was lifted today.",
    "near": "The siege of Orm was lifted on Tuesday.",
    "third": "The siege of Orm was lifted on Tuesday, people say.",
}
ONE_SISTER = {("siege", "today"): ("near", "Tuesday")}
TWO_SISTERS = {"near": Meta(published="2023-11-15"), "third": Meta(published="2023-11-16")}


def test_today_may_be_any_day_so_that_one_sister_is_not_enough() -> None:
    assert times(TODAYS, ONE_SISTER, TWO_SISTERS)["siege"].best is None


def test_today_is_the_day_that_two_sisters_give() -> None:
    story = Story(TODAYS, TWO_SISTERS, Decisions())
    links = (Link("near-0", "siege-0", 0.9, True), Link("siege-0", "third-0", 0.9, True))
    assert iso(anchor(story.analyses, links, story.decisions, TODAY)[0].best) == "2023-11-14"


def test_today_is_the_day_that_one_sister_gives_close_to_the_day_of_retrieval() -> None:
    found = times(TODAYS, ONE_SISTER, TWO_SISTERS | {"siege": Meta(retrieved=date(2023, 12, 1))})
    assert iso(found["siege"].best) == "2023-11-14"


# ---------------------------------------------------------------- the same news
NEWS = {
    "one": "The ministry said on Thursday that the bridge of Orm was open again. Carts rolled over it.",
    "other": "Orm has its bridge back. It was opened by the queen on Thursday, in the rain.",
}


def of_the_same_news(texts: Mapping[str, str], score: float = 0.9) -> DocumentTime:
    """The time of "one", whose news is linked to that of "other"; neither is told with a time."""
    plain = Story(texts, {"other": Meta(published="2023-11-17")}, Decisions())
    news = {name: EventMention(f"{name}-news", name, (0, 1), (0, 1), (0, 1), "open", "open", None) for name in texts}
    analyses = [replace(a, mentions=(*a.mentions, replace(news[a.document.id], central=0.7))) for a in plain.analyses]
    return anchor(analyses, (Link("one-news", "other-news", score, False),), plain.decisions, TODAY)[0]


def test_two_articles_that_open_with_one_event_mean_one_thursday() -> None:
    assert window(of_the_same_news(NEWS)) == ("2023-11-16", "2023-11-17", "2023-11-22")


def test_news_that_is_hardly_the_same_dates_nothing() -> None:
    assert of_the_same_news(NEWS, 0.6).best is None


def alike(words: frozenset[str]) -> DocumentTime:
    """The time of "one", whose opening tells of a bridge and an ox, where that of "other" has these words; no links."""
    story = Story(NEWS, {"one": STORY, "other": Meta(published="2023-11-17", collection="a story")}, Decisions())
    told = {"one": frozenset({"bridge", "ox"}), "other": words}
    mentions = {
        name: EventMention(f"{name}-news", name, (0, 1), (0, 1), (0, 1), "open", "", None, words=w)
        for name, w in told.items()
    }
    analyses = [replace(a, mentions=(mentions[a.document.id],)) for a in story.analyses]
    return anchor(analyses, (), story.decisions, TODAY)[0]


def test_two_openings_in_the_same_words_mean_one_thursday_without_any_link() -> None:
    assert window(alike(frozenset({"bridge", "queen"}))) == ("2023-11-16", "2023-11-17", "2023-11-22")


def test_two_openings_in_other_words_mean_nothing() -> None:
    assert alike(frozenset({"mill", "queen"})).best is None


@pytest.mark.parametrize("day", ["on November 16", "yesterday", "on Wednesday. It was sold on the 16th"])
def test_the_day_of_the_news_may_be_named_in_other_words(day: str) -> None:
    texts = NEWS | {"other": NEWS["other"].replace("on Thursday, in the rain", day)}
    assert iso(of_the_same_news(texts).best) == "2023-11-17"


def test_of_two_thursdays_in_an_opening_neither_is_taken() -> None:
    texts = NEWS | {"other": NEWS["other"].replace("in the rain", "a week after it had been closed on November 9")}
    assert of_the_same_news(texts).best is None


@pytest.mark.parametrize("words", ["on Friday", "next Thursday"])
def test_the_same_news_on_another_day_dates_nothing(words: str) -> None:
    assert of_the_same_news(NEWS | {"one": NEWS["one"].replace("on Thursday", words)}).best is None


def test_a_weekday_far_down_is_not_that_of_the_news() -> None:
    far = "The bridge of Orm is open again.\n\nCarts rolled over it.\n\nMen sang.\n\nOxen were led home on Thursday."
    assert of_the_same_news(NEWS | {"one": far}).best is None


# ---------------------------------------------------------------- the same figure, the same kind of event
FALLEN = "A lift crashed in the tower of Orm on Thursday with 61 people on board. Men dug all night."


def of_one_story(*texts: str, kinds: Sequence[str] = ()) -> DocumentTime:
    """The time of the first of some reports of Orm, each in its own words, the last dated. kinds: of what happens."""
    named = {f"report-{n}": text for n, text in enumerate(texts)}
    meta = dict.fromkeys(named, STORY) | {f"report-{len(texts) - 1}": replace(STORY, published="2023-11-18")}
    story = Story(named, meta, Decisions())
    orm = (Participant("orm", "Orm", (0, 1), "object"),)
    analyses = []
    for a, kind in zip(story.analyses, kinds or [""] * len(texts), strict=True):
        words = frozenset(f"{a.document.id}'s {n}" for n in range(4))
        told = (replace(m, event_class=kind, participants=orm, words=words) for m in a.mentions)
        analyses.append(replace(a, mentions=tuple(told)))
    return anchor(analyses, (), story.decisions, TODAY)[0]


def test_a_figure_that_both_tell_beside_a_day_makes_it_one_day() -> None:
    found = of_one_story(FALLEN, "Mourners came to Orm. All 61 who were in the crash of the 16th are dead.")
    assert window(found) == ("2023-11-16", "2023-11-17", "2023-11-22")
    assert "“on Thursday”: report-1 has the figure 61, too, beside “the 16th”, 16 November 2023" in found.evidence


@pytest.mark.parametrize("end", ["were in the crash of the 14th are dead", "work at the tower sang on the 16th"])
def test_another_weekday_or_another_kind_of_event_beside_a_figure_tells_nothing(end: str) -> None:
    assert of_one_story(FALLEN, f"Mourners came to Orm. All 61 who {end}.").best is None


def test_a_small_figure_is_met_everywhere() -> None:
    few = FALLEN.replace("61", "six")
    assert of_one_story(few, "Mourners came to Orm. All six who were in the crash of the 16th are dead.").best is None


PUTSCH = ("Guards took the palace of Orm on Thursday. Bread was dear.", "The king of Orm fell on the 16th.")


def test_one_kind_of_event_of_one_story_is_of_one_day() -> None:
    assert window(of_one_story(*PUTSCH, kinds=("dismiss", "dismiss"))) == ("2023-11-16", "2023-11-17", "2023-11-22")


@pytest.mark.parametrize("kinds", [("dismiss", "burn"), ("say", "say"), ("rise", "rise")])
def test_another_kind_and_what_a_story_is_full_of_tell_nothing(kinds: tuple[str, str]) -> None:
    assert of_one_story(*PUTSCH, kinds=kinds).best is None


def test_closed_until_today_is_the_news_of_the_weekday() -> None:
    today = PUTSCH[0].replace("Bread was dear", "The cellar had been shut until today")
    assert iso(of_one_story(today, PUTSCH[1], kinds=("dismiss", "dismiss")).best) == "2023-11-16"


def test_two_openings_in_the_same_words_about_strangers_mean_nothing() -> None:
    texts = ("A barge sank off Orm on Thursday.", "A barge sank off Hallow on Thursday, November 16, in a squall.")
    named = dict(zip(("one", "other"), texts, strict=True))
    story = Story(named, {"one": STORY, "other": Meta(published="2023-11-17", collection="a story")}, Decisions())
    words = frozenset({"barge", "sink", "squall"})
    analyses = []
    for a, name in zip(story.analyses, ("orm", "hallow"), strict=True):
        told = Participant(name, name, (0, 1), "object")
        analyses.append(replace(a, mentions=tuple(replace(m, words=words, participants=(told,)) for m in a.mentions)))
    assert anchor(analyses, (), story.decisions, TODAY)[0].best is None


# ---------------------------------------------------------------- counts that go on
COUNTED = "A fourth body was found in the pit of Orm on Thursday. Pumps are running."


def after(earlier: str) -> str | None:
    """The day on which a fifth body was found on Friday, where a dated report counts what it counts."""
    return iso(of_one_story("Five bodies had been found in the pit of Orm by Friday, a cook said.", earlier).earliest)


def test_a_count_that_has_risen_is_of_the_days_after() -> None:
    assert after(COUNTED) == "2023-11-17"


@pytest.mark.parametrize("count", ["A fifth body", "A sixth body", "A body", "A fourth survivor"])
def test_one_that_has_not_risen_or_is_of_something_else_tells_nothing(count: str) -> None:
    assert after(COUNTED.replace("A fourth body", count)) is None
