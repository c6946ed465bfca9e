"""What several reports have without a date, and what a report only mentions."""

from datetime import date

from timeline.model import Event

from .support import article, timeline

_ARREST = "arrested an engineer in Zenda on 6 May 2021 after the collapse of the Marrow dam."
_BREAK = "The Marrow dam above Zenda broke on 3 May 2021. Nine people drowned."


def _entries(texts: dict[str, tuple[str, str]]) -> tuple[Event, ...]:
    return timeline([article(text, name, day) for name, (text, day) in texts.items()]).events


def _articles(event: Event) -> set[str]:
    return {c.article for c in event.citations}


def test_what_is_only_mentioned_shows_that_a_source_speaks_of_it() -> None:
    events = _entries(
        {
            "first": ("The Marrow dam collapsed on 3 May 2021. Zenda was flooded.", "2021-05-04"),
            "second": (f"Police {_ARREST}", "2021-05-07"),
        }
    )
    (collapse,) = (e for e in events if e.edtf == "2021-05-03")
    assert _articles(collapse) == {"first", "second"}
    assert "the collapse of the Marrow dam" in [c.quote for c in collapse.citations]


def test_what_is_only_mentioned_makes_no_entry() -> None:
    events = _entries({"one": (f"Police {_ARREST}", "2021-05-07")})
    assert [e.edtf for e in events] == ["2021-05-06"]


def test_a_source_that_tells_the_event_is_not_cited_for_mentioning_it() -> None:
    text = f"The Marrow dam collapsed on 3 May 2021. Ada Lund of the city's police {_ARREST}"
    (collapse,) = (e for e in _entries({"one": (text, "2021-05-10")}) if e.edtf == "2021-05-03")
    assert not any("Ada Lund" in c.quote or c.quote.startswith("the collapse") for c in collapse.citations)


def _statement(words: str) -> str:
    return f"{_BREAK}\nThe Zenda Water Board {words}\nIts shares were not traded."


def test_a_statement_that_three_reports_have_without_a_date_is_an_entry_of_their_days() -> None:
    events = _entries(
        {
            "a": (_statement("said in a statement it would review the safety of its dams."), "2021-05-05"),
            "b": (_statement("said that it would review the safety of all dams."), "2021-05-05"),
            "c": (_statement("said it was going to review the safety of its other dams."), "2021-05-06"),
        }
    )
    (said,) = (e for e in events if e.kind == "statement")
    assert (_articles(said), said.edtf) == ({"a", "b", "c"}, "2021-05-05~")
    assert said.date_rule == "no source says when: about the day of the first report"


def test_a_statement_that_one_report_has_without_a_date_is_none() -> None:
    events = _entries(
        {
            "a": (_statement("said in a statement it would review the safety of its dams."), "2021-05-05"),
            "b": (_BREAK, "2021-05-05"),
            "c": (_BREAK, "2021-05-06"),
        }
    )
    assert not any(e.kind == "statement" for e in events)


def test_nothing_joins_what_was_said_weeks_apart() -> None:
    words = _statement("said in a statement it would review the safety of its dams.")
    days = [date(2021, month, 5).isoformat() for month in (5, 7, 9)]
    events = _entries({f"r{n}": (words, day) for n, day in enumerate(days)})
    assert not any(e.kind == "statement" for e in events)


def test_a_statement_that_heads_its_report_is_news() -> None:
    words = "Ada Lund has told the court she will not appeal against the sentence."
    said = article(words, "a", "2021-05-05", "Lund will not appeal")
    (entry,) = timeline([said]).events
    assert (entry.kind, entry.edtf, entry.title) == (
        "statement",
        "2021-05-05~",
        "Ada Lund told the court she will not appeal against the sentence",
    )
