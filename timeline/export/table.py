"""`timeline.csv`: a line an entry, for spreadsheets."""

import csv
import io

from ..algebra import calendar
from ..algebra.edtf import OPEN_FIRST, OPEN_PAST
from ..config import Config
from ..locale import marked
from ..model import Event, Timeline
from . import records

DOWNLOAD = ("timeline.csv", "text/csv", marked("CSV"))
COLUMNS = (
    "id", "edtf", "first_day", "last_day", "title", "kind", "status", "sources", "origins", "dates_differ", "url",
    "quotation",
)


def files(timeline: Timeline, config: Config) -> list[tuple[str, bytes]]:
    """The table, as RFC 4180 has it: comma, CRLF, UTF-8."""
    addresses = records.addresses(timeline, config)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([_inert(cell) for cell in _row(event, addresses[event.id])] for event in timeline.events)
    return [(DOWNLOAD[0], out.getvalue().encode())]


def _row(event: Event, address: str) -> tuple[str, ...]:
    """One entry; what is not known is empty."""
    when = event.interval
    first = calendar.iso(when.first) if when and when.first > OPEN_FIRST else ""
    last = calendar.iso(when.last) if when and when.past < OPEN_PAST else ""
    sources = len({c.article for c in event.citations})
    quotation = next((c.quote for c in event.citations if c.quote), "")
    return (
        event.id, event.edtf or "", first, last, event.title, event.kind, event.status, str(sources),
        str(event.origins), "yes" if event.disagreement else "no", address, quotation,
    )


def _inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: words of an article must not compute. Dates BC are left alone."""
    is_formula = cell[:1] in tuple("=+@\t\r") or (cell[:1] == "-" and not cell[1:5].isdigit())
    return f"'{cell}" if cell and is_formula else cell
