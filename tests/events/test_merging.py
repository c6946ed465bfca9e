"""What several reports tell of one event, merged; what is not the same, kept apart."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.algebra.calendar import ordinal
from timeline.algebra.interval import Interval
from timeline.events.corefer import corefer
from timeline.events.link import link
from timeline.events.linking.collection import collect
from timeline.events.linking.pairing import news_odds
from timeline.frozen import replace
from timeline.model import Decision, Decisions, Document, DocumentTime, Event, EventMention
from timeline.pipeline import analyse
from timeline.temporal.anchor import anchor
from timeline.temporal.resolve import resolve

from .stories import Plan, month_day, ordinal_report, plan, weekday_report
from .support import NONE, TODAY, article, mentions, timeline

SEEDS = range(6)


def reports(p: Plan, published: bool = True) -> list[Document]:
    day = p.call.isoformat() if published else None
    return [article(weekday_report(p), "weekday", day), article(ordinal_report(p), "ordinal", day)]


def on(events: tuple[Event, ...], day: str) -> list[Event]:
    return [e for e in events if e.edtf == day]


def articles(event: Event) -> set[str]:
    return {c.article for c in event.citations}


def summary(events: tuple[Event, ...]) -> list[tuple[object, ...]]:
    return [(e.id, e.edtf, e.title, e.citations, e.importance) for e in events]


@pytest.mark.parametrize("seed", SEEDS)
def test_two_reports_make_one_timeline(seed: int) -> None:
    p = plan(seed)
    events = timeline(reports(p)).events
    assert {e.edtf for e in events} == p.days
    for day in (p.attack, p.vote):
        (event,) = on(events, day.isoformat())
        assert articles(event) == {"weekday", "ordinal"}
    (first_call,) = on(events, p.first_call.isoformat())
    assert articles(first_call) == {"ordinal"}
    call, statement = sorted(on(events, p.call.isoformat()), key=lambda e: e.kind)
    assert (call.kind, articles(call)) == ("event", {"weekday", "ordinal"})
    assert (statement.kind, articles(statement)) == ("statement", {"weekday"})


@pytest.mark.parametrize("seed", SEEDS)
def test_what_the_office_said_that_day_is_a_detail_of_the_call(seed: int) -> None:
    p = plan(seed)
    (call,) = (e for e in timeline(reports(p)).events if e.edtf == p.call.isoformat() and e.kind == "event")
    details = [c.quote for c in call.citations if c.role == "detail"]
    assert any("in a statement that day" in q for q in details)
    assert any("lasted about 40 minutes" in q for q in details)


@pytest.mark.parametrize("seed", SEEDS)
def test_links_are_strong_before_any_date_is_known(seed: int) -> None:
    analyses = [analyse(d, NONE) for d in reports(plan(seed), published=False)]
    mentions = {m.id: m for a in analyses for m in a.mentions}
    strong = [(mentions[x.a], mentions[x.b]) for x in link(analyses, collect(analyses), NONE) if x.strong]
    classes = {frozenset((a.event_class, b.event_class)) for a, b in strong}
    assert frozenset({"call"}) in classes
    assert frozenset({"vote"}) in classes
    assert all(1 not in (a.ordinal, b.ordinal) for a, b in strong), "the first call is not the call of the day"


@pytest.mark.parametrize("seed", SEEDS)
def test_one_report_alone_keeps_what_it_tells(seed: int) -> None:
    p = plan(seed)
    events = timeline(reports(p)[:1]).events
    assert {e.edtf for e in events} == {d.isoformat() for d in (p.attack, p.vote, p.call)}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_files_changes_nothing(seed: int) -> None:
    documents = reports(plan(seed))
    assert summary(timeline(documents).events) == summary(timeline(documents[::-1]).events)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_article_about_something_else_changes_nothing(seed: int) -> None:
    p = plan(seed)
    other = article(
        f"The trawler Amphitrite sank off Zenda on {month_day(p.vote)}.\n"
        f"Divers found the wreck on {month_day(p.call)}.",
        "trawler",
        p.call.isoformat(),
    )
    events = timeline([*reports(p), other]).events
    kept = [(e.id, e.edtf, e.title, e.citations) for e in events if "trawler" not in articles(e)]
    assert kept == [(e.id, e.edtf, e.title, e.citations) for e in timeline(reports(p)).events]


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_two_stories_are_not_mixed(seed: int, shuffle: int) -> None:
    one, two = plan(seed), plan(seed + 1)
    if one.people & two.people or {one.first, one.second, one.third} & {two.first, two.second, two.third}:
        return
    first, second = reports(one), [Document(f"two-{d.id}", d.text, d.blocks, d.meta) for d in reports(two)]
    documents = [*first, *second]
    random.Random(shuffle).shuffle(documents)
    for event in timeline(documents).events:
        assert len({a.startswith("two-") for a in articles(event)}) == 1


def test_two_crashes_of_one_day_stay_apart() -> None:
    documents = [
        article("A bus crashed near Zenda on 3 May 2021, killing nine pilgrims.", "bus", "2021-05-04"),
        article("A cargo plane crashed near Strelsau on 3 May 2021. Its two pilots died.", "plane", "2021-05-04"),
    ]
    assert sorted(len(articles(e)) for e in timeline(documents).events) == [1, 1]


def test_two_players_of_whom_each_report_knows_one_stay_apart() -> None:
    words = """The Harriers placed {0} on the injured list on Wednesday because of a torn {2}.
        {1} hurt the {2} in training. The club said that {1} will miss the rest of the season.
        Coach Ada Lund called {1} a leader, and {1} thanked the supporters."""
    documents = [
        article(words.format("goalkeeper Milo Brandt", "Brandt", "knee"), "brandt", "2023-05-11"),
        article(words.format("winger Tobias Quist", "Quist", "ankle"), "quist", "2023-05-11"),
    ]
    events = on(timeline(documents).events, "2023-05-10")
    assert [articles(e) for e in events] == [{"brandt"}, {"quist"}]
    assert all("somebody whom the other’s article never names" in "".join(e.apart) for e in events)


def test_days_that_differ_by_one_can_be_one_event_and_are_shown_differing() -> None:
    words = "President Ada Lundqvist and King Boris Castellano signed the Zenda fishing treaty in Strelsau on {}."
    documents = [
        article(words.format("3 May 2021"), "east", "2021-05-05"),
        article(words.format("4 May 2021"), "west", "2021-05-05"),
    ]
    (event,) = timeline(documents).events
    assert event.disagreement
    assert {c.timex.edtf for c in event.citations if c.timex} == {"2021-05-03", "2021-05-04"}


def test_a_person_can_merge_what_the_machine_keeps_apart() -> None:
    documents = [
        article("A bus crashed near Zenda on 3 May 2021, killing nine pilgrims.", "bus", "2021-05-04"),
        article("Nine pilgrims lost their lives on the Strelsau road on 3 May 2021.", "road", "2021-05-04"),
    ]
    apart = timeline(documents).events
    assert sorted(map(articles, apart), key=sorted) == [{"bus"}, {"road"}]
    merge = Decision("merge", events=tuple(e.id for e in apart))
    (merged,) = timeline(documents, Decisions((merge,))).events
    assert articles(merged) == {"bus", "road"}
    assert merged.id == next(e.id for e in apart if articles(e) == {"bus"})


def test_vague_words_make_no_entry() -> None:
    assert timeline([article("Recently, Ada Lundqvist visited Zenda.", "vague", "2021-05-04")]).events == ()


def test_news_of_no_told_day_is_of_about_the_day_of_the_report() -> None:
    (event,) = timeline([article("The Zenda harbour has burned down.", "fire", "2021-05-04")]).events
    assert event.edtf == "2021-05-04~"
    assert "about the day of the first report" in event.date_rule


def test_the_opening_of_a_look_back_is_no_news() -> None:
    text = "The Zenda harbour has burned down. It was built in March 1904. On 9 May 1911 Ada Lundqvist opened another."
    days = [event.edtf for event in timeline([article(text, "fire", "2021-05-04")]).events]
    assert [day for day in days if day and day > "1912"] == []


def test_news_of_an_article_of_no_known_day_makes_no_entry() -> None:
    assert timeline([article("The Zenda harbour has burned down.", "fire")]).events == ()


def test_undated_news_joins_the_sister_that_dates_it() -> None:
    documents = [
        article("The chapel of Zenda Castle in Ruritania has burned down.", "undated", "2021-05-04"),
        article("The chapel of Zenda Castle in Ruritania burned down on Monday.", "dated", "2021-05-04"),
    ]
    (event,) = timeline(documents).events
    assert (event.edtf, articles(event)) == ("2021-05-03", {"undated", "dated"})


def test_an_article_of_no_known_day_is_not_dated_by_news_that_is_somewhat_alike() -> None:
    dated = "On 3 May 2011 a fire in the harbour of Lillevik destroyed four boats. Fishermen saw it from the pier."
    undated = article("A boathouse of Lillevik has burned down.", "undated")
    (event,) = timeline([article(dated, "dated", "2011-05-04"), undated]).events
    assert articles(event) == {"dated"}


def mention_ids(mentions: tuple[EventMention, ...]) -> list[str]:
    return [m.id for m in mentions]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_two_mentions_share_an_id(seed: int) -> None:
    ids = [i for d in reports(plan(seed)) for i in mention_ids(analyse(d, NONE).mentions)]
    assert len(set(ids)) == len(ids)


def test_the_morning_and_the_evening_of_a_day_stay_apart() -> None:
    documents = [
        article("A fire destroyed the Zenda mill on the morning of 3 May 2021.", "morning", "2021-05-04"),
        article("A fire destroyed the Zenda school on the evening of 3 May 2021.", "evening", "2021-05-04"),
    ]
    assert sorted(len(articles(e)) for e in timeline(documents).events) == [1, 1]


def test_how_things_were_in_some_year_is_no_entry() -> None:
    documents = [article("Ada Lundqvist was the mayor of Zenda in 1990.\nShe retired in 1995.", "mayor", "2021-05-04")]
    assert [e.edtf for e in timeline(documents).events] == ["1995"]


def test_why_mentions_were_merged_is_said_in_words() -> None:
    documents = [
        article("Ada Lundqvist opened the Zenda tunnel on 3 May 2021.", "east", "2021-05-05"),
        article("The Zenda tunnel was opened by Ada Lundqvist on 3 May 2021.", "west", "2021-05-05"),
    ]
    (event,) = timeline(documents).events
    assert "both give 2021-05-03" in event.merge_evidence
    assert any("Ada Lundqvist" in why for why in event.merge_evidence)


def test_names_are_written_for_readers() -> None:
    (event,) = timeline([article("Ada McKay addressed the UN in France on 3 May 2021.", "visit", "2021-05-04")]).events
    assert {"Ada McKay", "United Nations", "France"} <= {*event.participants, *event.places}


def test_an_announcement_is_about_what_it_announces() -> None:
    documents = [
        article("Ardent announced a bid for its rival Bellweather on 3 May 2021.", "east", "2021-05-05"),
        article("Ardent’s 3 May 2021 offer for Bellweather, the rival, has failed.", "west", "2021-05-05"),
    ]
    (event,) = timeline(documents).events
    assert articles(event) == {"east", "west"}


def test_a_telling_without_names_or_a_date_joins_by_its_words() -> None:
    first = "Ardent of Zenda makes ships.\nArdent rejected the hostile offer of Bellweather in May 2021."
    other = (
        "Ardent of Zenda and Bellweather are rivals.\n"
        "Bellweather made Ardent a hostile offer in April.\n"
        "The board unanimously rejected the hostile offer."
    )
    events = timeline([article(first, "a", "2021-06-04"), article(other, "b", "2021-06-04")]).events
    assert {e.edtf: articles(e) for e in events} == {"2021-04": {"b"}, "2021-05": {"a", "b"}}


def test_the_first_since_joins_the_last_but_makes_no_entry() -> None:
    first = "Zenda Rovers won their first cup since 1908 on Monday.\nThe Rovers of Zenda beat Strelsau."
    other = "In 1908 Zenda Rovers won the cup in Strelsau.\nThe Rovers of Zenda play in red."
    alone = timeline([article(first, "first", "2021-05-05")]).events
    assert [e.edtf for e in alone] == ["2021-05-03"]
    events = timeline([article(first, "first", "2021-05-05"), article(other, "other", "2021-05-05")]).events
    assert {e.edtf: articles(e) for e in events} == {"1908": {"first", "other"}, "2021-05-03": {"first"}}
    assert events[0].title == "Zenda Rovers won the cup in Strelsau"


def test_nothing_has_happened_long_after_it_was_told() -> None:
    documents = [article("Ada Lundqvist opened the Zenda tunnel on 3 May 2031.", "misread", "2021-05-05")]
    assert timeline(documents).events == ()


def test_two_days_of_one_birth_are_one_event_that_the_sources_disagree_on() -> None:
    words = "The painter Ada Lundqvist was born in Strelsau Castle near Zenda on {}."
    documents = [
        article(words.format("3 May 1921"), "east", "2021-05-05"),
        article(words.format("9 May 1921"), "west", "2021-05-05"),
    ]
    (event,) = timeline(documents).events
    assert event.disagreement
    assert {c.timex.edtf for c in event.citations if c.timex} == {"1921-05-03", "1921-05-09"}


def test_what_can_happen_twice_stays_two_events() -> None:
    words = "President Ada Lundqvist and King Boris Castellano spoke by phone about the Zenda treaty on {}."
    documents = [
        article(words.format("3 May 2021"), "east", "2021-05-12"),
        article(words.format("9 May 2021"), "west", "2021-05-12"),
    ]
    assert [e.edtf for e in timeline(documents).events] == ["2021-05-03", "2021-05-09"]


def resting(documents: list[Document]) -> tuple[list[tuple[str, str]], dict[str, int]]:
    """The pairs of mentions that inferred dates rest on; and the number of the event of each mention."""
    analyses = [analyse(d, NONE) for d in sorted(documents, key=lambda d: d.id)]
    collection = collect(analyses)
    links = link(analyses, collection, NONE)
    times = anchor(analyses, links, NONE, TODAY)
    timexes = [resolve(a, t, NONE) for a, t in zip(analyses, times, strict=True)]
    clusters = corefer(analyses, timexes, times, links, collection, NONE)
    home = {m.id: n for n, c in enumerate(clusters) for m in c.mentions}
    return [pair for t in times for pair in t.links], home


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 500), min_size=1, max_size=3, unique=True), st.integers(0, 7))
def test_a_date_never_rests_on_a_merge_that_was_rejected(seeds: list[int], known: int) -> None:
    documents = [
        Document(f"{n}-{d.id}", d.text, d.blocks, d.meta)
        for n, seed in enumerate(seeds)
        for d in reports(plan(seed), published=bool(known >> n & 1))
    ]
    pairs, home = resting(documents)
    assert [pair for pair in pairs if home[pair[0]] != home[pair[1]]] == []


def test_some_dates_rest_on_links() -> None:
    assert any(resting(reports(plan(seed), published=False))[0] for seed in SEEDS)


def test_of_two_that_fit_equally_neither_is_chosen() -> None:
    twice = (
        "Ardent of Zenda makes ships, and so does Bellweather.\n"
        "Ardent raised its hostile offer for Bellweather on 3 May 2021.\n"
        "Ardent raised its hostile offer for Bellweather on 20 May 2021."
    )
    once = "Ardent and Bellweather of Zenda make ships.\nArdent raised its hostile offer for Bellweather in May 2021."
    events = timeline([article(twice, "twice", "2021-06-04"), article(once, "once", "2021-06-04")]).events
    assert {e.edtf: articles(e) for e in events} == {
        "2021-05": {"once"},
        "2021-05-03": {"twice"},
        "2021-05-20": {"twice"},
    }


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The siege of Zenda lasted from 3 May 2021 to 10 June 2021.", "2021-05-03/2021-06-10"),
        ("King Boris besieged Zenda between 3 May 1921 and 10 June 1921.", "1921-05-03/1921-06-10"),
        ("The war lasted from 1914 until 1918.", "1914/1918"),
    ],
)
def test_what_went_on_for_a_while_has_a_stretch(text: str, edtf: str) -> None:
    (event,) = timeline([article(text, "while", "2021-07-04")]).events
    assert event.edtf == edtf


def test_who_told_it_is_no_event() -> None:
    text = "Ada Lund, the mayor of Zenda, resigned on 3 May 2021, the Courier reported."
    assert [e.title for e in timeline([article(text, "a", "2021-05-04")]).events] == ["Ada Lund resigned"]


def test_who_only_quotes_another_is_no_origin_of_its_own() -> None:
    words = "Mayor Ada Lund of Zenda resigned on 3 May 2021"
    courier = article(f"{words}.\nShe had been mayor for ten years.", "courier", "2021-05-04")
    named = Document(courier.id, courier.text, courier.blocks, replace(courier.meta, publisher="Zenda Courier"))
    quoting = article(f"{words}, according to the Zenda Courier.\nThe town is surprised.", "quoting", "2021-05-05")
    officials = article(f"{words}, according to officials.\nNobody knows why she left.", "officials", "2021-05-05")
    (event,) = timeline([named, quoting, officials]).events
    assert (len(articles(event)), event.origins) == (3, 2)


def test_names_of_several_words_are_no_shouting_and_keep_their_small_words() -> None:
    text = "ADA LUND of NATO met Boris Krag at the Royal Bank of Zenda on 3 May 2021."
    (event,) = timeline([article(text, "visit", "2021-05-04")]).events
    assert event.title == "Ada Lund of NATO met Boris Krag at the Royal Bank of Zenda"
    assert {*event.participants, *event.places} == {"Ada Lund", "NATO", "Boris Krag", "Royal Bank of Zenda"}


def test_one_report_gives_the_week_and_the_other_the_day() -> None:
    lead = "Ada Lundqvist of Zenda Mines resigned on 5 May 2021.\n"
    documents = [
        article(lead + "Two men trapped by a blast were saved this week.", "week", "2021-05-06"),
        article(lead + "Two miners were rescued on 4 May 2021.", "day", "2021-05-06"),
    ]
    assert {e.edtf: articles(e) for e in timeline(documents).events} == {
        "2021-05-04": {"week", "day"},
        "2021-05-05": {"week", "day"},
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tram drivers in Zenda walked out on 3 May 2021.", "Drivers of the Zenda trams stopped work on 3 May 2021."),
        ("The dam above Zenda burst on 3 May 2021.", "The Zenda dam gave way on 3 May 2021."),
        ("An express jumped the tracks in Zenda on 3 May 2021.", "The express derailed in Zenda on 3 May 2021."),
        ("The High Court threw out the Zenda appeal on 3 May 2021.", "Zenda’s appeal was rejected on 3 May 2021."),
    ],
)
def test_other_words_for_it_make_no_other_event(one: str, other: str) -> None:
    (event,) = timeline([article(one, "one", "2021-05-05"), article(other, "other", "2021-05-05")]).events
    assert articles(event) == {"one", "other"}


def test_to_approve_is_not_to_veto() -> None:
    documents = [
        article("Ruritania approved the merger of Ardent and Bellweather in August 2021.", "yes", "2021-10-05"),
        article("Ardent and Bellweather made ships.\nThe Commission vetoed their merger.", "no", "2021-10-05"),
    ]
    assert all(articles(e) != {"yes", "no"} for e in timeline(documents).events)


def test_todays_news_and_a_later_look_back_at_the_month_are_one() -> None:
    documents = [
        article("The banker Gerald Lund has been jailed for nine years in Zenda.", "news", "2021-05-10"),
        article(
            "A court in Zenda reduced the sentence of Gerald Lund on Thursday.\n"
            "Gerald Lund was jailed in May last year in Zenda for nine years.",
            "later",
            "2022-11-20",
        ),
    ]
    (event,) = [e for e in timeline(documents).events if articles(e) == {"news", "later"}]
    assert "jailed" in event.title


def test_moments_later_than_another_paragraph_are_of_no_known_day() -> None:
    text = "Ada Lundqvist opened a page on Sunday.\nA witness spoke.\nMoments later, the boy fell into a moat."
    assert [e.title for e in timeline([article(text, "zoo", "2021-05-05")]).events] == ["Ada Lundqvist opened a page"]


WRITTEN = ordinal(2021, 6, 4)
ON_THAT_DAY = DocumentTime(WRITTEN, WRITTEN, WRITTEN, "given")


def one_day(year: int, month: int, day: int) -> list[Interval]:
    return [Interval(ordinal(year, month, day), ordinal(year, month, day) + 1, "day")]


def test_the_longer_ago_an_event_the_less_can_undated_words_look_back_at_it() -> None:
    (mention,) = mentions("Ada Lund returned to Zenda.")
    recent, long_ago = one_day(2021, 2, 3), one_day(1996, 2, 3)
    odds = [news_odds(mention, ON_THAT_DAY, when, back=True) for when in (long_ago, recent)]
    assert odds == sorted(odds, key=lambda x: x or 0)
    assert odds[0] != odds[1]
    assert news_odds(mention, ON_THAT_DAY, recent) is None, "unless they are plainly of that event"


def test_a_plan_without_a_date_is_of_no_day_far_ahead() -> None:
    (plan,) = mentions("The Zenda Ferry Board will open a quay.")
    assert news_odds(plan, ON_THAT_DAY, one_day(2021, 6, 20)) == 0
    assert news_odds(plan, ON_THAT_DAY, one_day(2022, 1, 20)) is None


@pytest.mark.parametrize(
    "more",
    [
        "Lund also opened a new quay for the herring boats of Hentzau.",  # one more of its kind
        "The Hentzau quay will open for the boats of Lund soon.",  # what is planned is not what has happened
    ],
)
def test_what_is_told_beside_an_event_is_no_detail_of_it(more: str) -> None:
    text = f"Mayor Ada Lund of Hentzau opened the bridge on 3 May 2021. {more}"
    (event,) = on(timeline([article(text, "report", "2021-05-20")]).events, "2021-05-03")
    assert len(event.citations) == 1


def test_a_year_that_fits_the_month_is_the_same_arrest() -> None:
    lead = "A court in Zenda freed Gerald Lund on 4 May 2021.\n"
    documents = [
        article(lead + "Lund had been seized by police at the station in March 2011.", "month", "2021-05-05"),
        article(lead + "Police seized Lund in 2011.", "year", "2021-05-05"),
        article(lead + "Police seized Lund in 2012.", "other", "2021-05-05"),
    ]
    assert {e.edtf: articles(e) for e in timeline(documents).events if e.edtf and e.edtf < "2021"} == {
        "2011-03": {"month", "year"},
        "2012": {"other"},
    }


def test_what_somebody_also_said_is_another_statement() -> None:
    words = "Ada Lund said {}that the Zenda ferry of Ruritania will carry pupils free of charge{}."
    documents = [
        article(words.format("", " on 3 May 2021"), "said", "2021-05-04"),
        article("The quay was full. " + words.format("", "").replace("said", "also said"), "also", "2021-05-04"),
    ]
    assert [articles(e) for e in on(timeline(documents).events, "2021-05-03")] == [{"said"}]
