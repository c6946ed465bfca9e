"""A small timeline made by hand, with one of each thing that a page can show. The town and its bridge are made up."""

from datetime import date
from typing import Any

from timeline.algebra import calendar, edtf, interval
from timeline.algebra.interval import Interval
from timeline.frozen import replace
from timeline.model import (
    Article,
    Block,
    Citation,
    Correction,
    Decision,
    Document,
    DocumentTime,
    Event,
    Meta,
    Run,
    Timeline,
    Timex3,
)

WEEKLY = (
    ("headline", "Ferry takes over while the Old Bridge is mended"),
    (
        "body",
        "The Old Bridge of Varnholm was closed on Saturday, March 6, after divers had found cracks in two piers."
        " The mayor, Ilse Brandvik, called the state of the piers a disgrace.",
    ),
    ("body", "Engineers set up props from March 8 to March 19. A first estimate puts the cost at four million crowns."),
    ("body", "The council voted for a new bridge on Tuesday evening, with nine votes to eight."),
    ("body", "A harbour pilot had warned of the piers years ago. In April the ferry is to run every ten minutes."),
    ("biography", "Ola Mørk has written about bridges since 1998."),
)
COURIER = (
    ("body", "Varnholm closed its Old Bridge on the 6th, the third such closure in a generation."),
    ("body", "Its council decided on Wednesday to build a new one, the town clerk said in a note that evening."),
    ("origin", "Source: Norden Wire"),
)
ARABIC = (("body", "أغلقت البلدة الجسر القديم في السادس من مارس."),)


def day(y: int, m: int, d: int) -> Interval:
    """One day."""
    return interval.day(calendar.ordinal(y, m, d))


def document(name: str, paragraphs: tuple[tuple[str, str], ...], **meta: Any) -> Document:
    """A document of plain paragraphs, one sentence to each full stop."""
    blocks, at = [], 0
    for role, text in paragraphs:
        ends = [at + i + 1 for i, c in enumerate(text) if c == "." and text[i + 1 : i + 2] in ("", " ")] or [
            at + len(text)
        ]
        starts = [at, *(e + 1 for e in ends[:-1])]
        run = Run(at, at + len(text))
        blocks.append(
            Block(at, at + len(text), role=role, runs=(run,), sentences=tuple(zip(starts, ends, strict=True)))
        )
        at += len(text) + 2
    return Document(name, "\n\n".join(t for _, t in paragraphs), tuple(blocks), Meta(**meta))


def styled(doc: Document, words: str, *styles: str, href: str | None = None) -> Document:
    """The document with some words set apart as a run of their own."""
    start = doc.text.index(words)
    end = start + len(words)
    blocks = []
    for block in doc.blocks:
        runs = []
        for run in block.runs:
            if run.start <= start and end <= run.end:
                runs += [Run(run.start, start), Run(start, end, styles, href), Run(end, run.end)]
            else:
                runs.append(run)
        blocks.append(replace(block, runs=tuple(r for r in runs if r.start < r.end)))
    return replace(doc, blocks=tuple(blocks))


def timex(doc: Document, words: str, value: str, *trace: str, when: str | None = None, **more: Any) -> Timex3:
    """An expression with its value; `when` is its EDTF where that is another."""
    start = doc.text.index(words)
    told = when or (value if edtf.interval_of(value) else None)
    return Timex3(
        start,
        start + len(words),
        words,
        "DATE",
        value,
        told,
        interval=edtf.interval_of(told) if told else None,
        trace=trace,
        **more,
    )


def cite(doc: Document, quote: str, x: Timex3 | None = None, role: str = "report") -> Citation:
    """A quotation from a document."""
    start = doc.text.index(quote)
    return Citation(doc.id, quote, start, start + len(quote), f"m{doc.id[:2]}{start}", role, x)


def timeline() -> Timeline:
    """Three articles (date given, inferred, unknown), seven events."""
    weekly = document(
        "weekly/old-bridge",
        WEEKLY,
        title="Ferry takes over while the Old Bridge is mended",
        publisher="Varnholm Weekly",
        author="Ola Mørk",
        url="https://weekly.example/2021/03/bridge?id=7",
        archived="https://archive.example/web/2021/bridge",
        published="2021-03-12",
        retrieved=date(2021, 4, 2),
        rights="© Varnholm Weekly",
    )
    weekly = styled(weekly, "cracks in two piers", "emphasis", href="https://divers.example/report")
    weekly = styled(weekly, "March 8", "strong")
    courier = replace(
        document(
            "Courier #2: note",
            COURIER,
            title="Varnholm gives up its Old Bridge",
            publisher="The Courier",
            url="https://courier.example/varnholm",
            retrieved=date(2021, 4, 2),
        ),
        origin="Norden Wire",
    )
    arabic = document("jisr", ARABIC, title="الجسر القديم", language="ar")

    published = "the paper came out on Friday 12 March 2021"
    saturday = timex(
        weekly,
        "Saturday, March 6",
        "2021-03-06",
        f"the one in the year of publication: {published}",
        "6 March 2021 is a Saturday",
        implied=("year",),
    )
    props = timex(weekly, "March 8", "2021-03-08", published, implied=("year",))
    props_end = timex(weekly, "March 19", "2021-03-19", published, implied=("year",))
    tuesday = timex(
        weekly,
        "Tuesday evening",
        "2021-03-09TEV",
        f"the last Tuesday before {published}",
        when="2021-03-09",
        implied=("year", "month", "day"),
    )
    april = timex(weekly, "In April"[3:], "2021-04", f"the next April after {published}", implied=("year",))
    minutes = Timex3(
        weekly.text.index("every ten minutes"),
        weekly.text.index("every ten minutes") + 17,
        "every ten minutes",
        "SET",
        "PT10M",
        trace=("said of something that happens again and again",),
    )
    since = timex(weekly, "1998", "1998", "a year, as it is written")
    sixth = timex(
        courier,
        "the 6th",
        "2021-03-06",
        "the 6th of a month that is not named",
        "the month of “Saturday, March 6” in the Varnholm Weekly, which tells of the same closure",
        implied=("year", "month"),
    )
    wednesday = timex(
        courier,
        "on Wednesday"[3:],
        "2021-03-10",
        "the last Wednesday up to publication",
        "published between 10 and 16 March 2021, inferred",
        implied=("year", "month", "day"),
        doubt="the publication date is inferred",
        alternatives=(("2021-03-03", "the week before"),),
    )
    evening = timex(
        courier,
        "that evening",
        "2021-03-10TEV",
        "the day named before: Wednesday",
        when="2021-03-10",
        implied=("year",),
    )

    set_by = Decision("date", "weekly/old-bridge", (props.start, props.end), value="2021-03-08")
    given = DocumentTime(
        day(2021, 3, 12).first,
        day(2021, 3, 12).first,
        day(2021, 3, 12).first,
        "given",
        ("the front matter says 2021-03-12",),
    )
    inferred = DocumentTime(
        day(2021, 3, 10).first,
        day(2021, 3, 16).first,
        day(2021, 3, 11).first,
        "inferred",
        (
            "It tells the closure of “the 6th” that the Varnholm Weekly dates to Saturday, 6 March 2021.",
            "“Wednesday” is the last Wednesday before it, and so it came out within a week after.",
        ),
        (day(2010, 3, 10).first,),
        links=(("mwe49", "mco0"),),
    )
    unknown = DocumentTime(None, day(2021, 4, 2).first, None, "unknown", ("Nothing in the text ties it to a year.",))
    articles = (
        Article(courier, inferred, (sixth, wednesday, evening)),
        Article(arabic, unknown, (timex(arabic, "السادس من مارس", "XXXX-03-06", "no year is known"),)),
        Article(weekly, given, (saturday, replace(props, set_by=set_by), props_end, tuesday, april, minutes, since)),
    )

    closed = "The Old Bridge of Varnholm was closed on Saturday, March 6, after divers had found cracks in two piers."
    events = (
        Event(
            "b4k2m7qzrt",
            "Varnholm closes the Old Bridge",
            "2021-03-06",
            day(2021, 3, 6),
            "event",
            1.0,
            (
                cite(weekly, closed, saturday),
                cite(
                    courier, "Varnholm closed its Old Bridge on the 6th, the third such closure in a generation.", sixth
                ),
                cite(weekly, "The mayor, Ilse Brandvik, called the state of the piers a disgrace.", role="detail"),
            ),
            "all sources agree",
            origins=2,
            merge_evidence=("Both say “closed”, of the Old Bridge, in Varnholm.",),
            apart=("“the third such closure in a generation”: other closures are meant.",),
            participants=("Ilse Brandvik", "Old Bridge"),
            places=("Varnholm",),
            status="accepted",
        ),
        Event(
            "c5n3p8rasu",
            "Engineers prop up the piers",
            "2021-03-08/2021-03-19",
            Interval(day(2021, 3, 8).first, day(2021, 3, 19).past, "span"),
            "event",
            0.6,
            (cite(weekly, "Engineers set up props from March 8 to March 19.", replace(props, set_by=set_by)),),
            corrections=(
                Correction(
                    "date",
                    "2021-03-07/2021-03-19",
                    "2021-03-08/2021-03-19",
                    "The harbour log has the eighth.",
                    "Runa",
                    "2021-05-02",
                ),
            ),
        ),
        Event(
            "d6q4r9sbtv",
            "The council votes for a new bridge",
            "2021-03-09",
            day(2021, 3, 9),
            "event",
            0.85,
            (
                cite(
                    weekly, "The council voted for a new bridge on Tuesday evening, with nine votes to eight.", tuesday
                ),
                cite(courier, "Its council decided on Wednesday to build a new one", wednesday),
            ),
            "the source whose own publication date is given",
            clock="in the evening",
            disagreement=True,
            origins=2,
        ),
        Event(
            "f7s5t2ucvw",
            "The town clerk announces the decision in a note",
            "2021-03-10",
            day(2021, 3, 10),
            "statement",
            0.2,
            (cite(courier, "the town clerk said in a note that evening", evening),),
        ),
        Event(
            "g2t6u3vdwx",
            "The ferry is to run every ten minutes",
            "2021-04",
            interval.month(2021, 4),
            "event",
            0.5,
            (cite(weekly, "In April the ferry is to run every ten minutes.", april),),
        ),
        Event(
            "h3u7v4wexy",
            "A harbour pilot warns of the piers",
            None,
            None,
            "event",
            0.5,
            (cite(weekly, "A harbour pilot had warned of the piers years ago."),),
            bounds=Interval(calendar.ordinal(1998), day(2021, 3, 6).first, "span"),
        ),
        Event(
            "j4v8w5xfyz",
            "إغلاق الجسر القديم",
            None,
            None,
            "event",
            0.5,
            (cite(arabic, ARABIC[0][1], articles[1].timexes[0]),),
        ),
    )
    return Timeline("The Old Bridge of Varnholm", articles, events)
