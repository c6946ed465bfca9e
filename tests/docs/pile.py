# ruff: noqa: E501 -- prose and markup
"""The folder of saved articles with which the tutorial begins: a page each of two papers, a PDF, a pasted text."""

from pathlib import Path

from tests.intake.test_saved_documents import pdf

_FURNITURE = "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>"


def _page(title: str, publisher: str, url: str, body: str, head: str = "", top: str = "") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in body.split("\n"))
    return (
        f"<!doctype html><html lang='en-GB'><head><meta charset='utf-8'><title>{title} | {publisher}</title>"
        f"<link rel='canonical' href='{url}'><meta property='og:site_name' content='{publisher}'>{head}</head>"
        f"<body>{_FURNITURE}<article><h1>{title}</h1>{top}{text}</article><footer>© {publisher}</footer></body></html>"
    )


GATES = """\
The lock gates at Ostrel gave way on Monday, the canal office said, and forty barges lay dry in the basin overnight.
Nobody was hurt. The keeper, Jana Holm, had heard the timber creak for days and sent the crews ashore in good time.
The canal office will repair the gates from 20 May; until then boats take the old river."""
HARBOUR = """\
The lock gates at Ostrel collapsed on the 6th (local time), stranding forty barges in the basin of the town.
Two days later the canal office closed the basin. The mayor, Ole Ley, visited the crews on Thursday.
The gates had been built in 1907, and were last repaired in the spring of 1998, according to the office."""
REPORT = [
    "Report on the failure of the gates",
    "The canal office inspected the gates at Ostrel on 12 March 2024 and",
    "found the timber sound. On 6 May 2024 the gates failed at dawn.",
    "A board of three was appointed on 13 May 2024.",
]
SECOND = ["The board will report by the end of the year, the office said,", "and its findings will be published in full."]
PASTED = """\
Keeper honoured

The town of Ostrel honoured the keeper, Jana Holm, on 1 June 2024 for sending the crews ashore.
"""


def write(folder: Path) -> None:
    """Write the pile."""
    folder.mkdir(parents=True)
    stated = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-07T08:00:00+01:00"}</script>'
    gates = _page("Lock gates give way at Ostrel", "The Weir", "https://weir.example/gates", GATES, stated)
    stamp = "<p>9 May 2024</p>"
    harbour = _page("Barges stranded", "Harbour Post", "https://harbour.example/news/17", HARBOUR, top=stamp)
    (folder / "gates.html").write_text(gates, encoding="utf-8")
    (folder / "barges.html").write_text(harbour, encoding="utf-8")
    (folder / "report.pdf").write_bytes(pdf(REPORT, SECOND, title="Report on the failure of the gates"))
    (folder / "keeper.txt").write_text(PASTED, encoding="utf-8")
    wall = "<html><body><article><h1>More</h1><p>Subscribe to continue reading.</p></article></body></html>"
    (folder / "more.html").write_text(wall, encoding="utf-8")
