"""Pages saved the ways that people save them, by Chromium: one file, complete with its folder, printed, reader view."""

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Page

#: What Firefox's reader view makes of a page, as it is found in the files that people save of it.
_READER = """
() => {
  const article = document.querySelector('article, .story, [role=main]');
  const by = article.querySelector('.byline');
  const paragraphs = [...article.querySelectorAll('p:not(.byline)')].map((p) => p.outerHTML).join('');
  const title = document.querySelector('h1').textContent;
  document.head.innerHTML = '<meta charset="utf-8"><title>' + title + '</title>';
  document.body.innerHTML = '<div class="container" lang="' + document.documentElement.lang + '"><div class="header '
    + 'reader-header"><a class="domain reader-domain" href="' + location.href + '">' + location.host + '</a><h1 class='
    + '"reader-title">' + title + '</h1><div class="credits reader-credits">' + (by ? by.textContent : '') + '</div>'
    + '<div class="meta-data"><div class="reader-estimated-time">1 minute</div></div></div><hr><div class="content">'
    + '<div class="moz-reader-content reader-show-element"><div id="readability-page-1" class="page">' + paragraphs
    + '</div></div></div></div>';
  return document.documentElement.outerHTML;
}
"""


def one_file(page: Page, folder: Path, name: str) -> Path:
    """MHTML, as “Webpage, single file” writes it."""
    snapshot = page.context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})["data"]
    return _written(folder / f"{name}.mhtml", snapshot.encode())


def complete(page: Page, folder: Path, name: str) -> Path:
    """“Webpage, complete”: the page as Chromium has it in memory, in UTF-8 whatever it says, its parts beside it."""
    parts = folder / f"{name}_files"
    parts.mkdir()
    markup = page.content()
    for source in dict.fromkeys(re.findall(r'(?:src|href)="([^"]+\.(?:png|css|html))"', markup)):
        answer = page.request.get(urljoin(page.url, source))
        part = Path(source).name
        (parts / part).write_bytes(answer.body())
        markup = markup.replace(f'"{source}"', f'"./{parts.name}/{part}"')
    mark = f"<!-- saved from url=({len(page.url):04}){page.url} -->\n"
    return _written(folder / f"{name}.html", markup.replace("<html", mark + "<html", 1).encode())


def printed(page: Page, folder: Path, name: str) -> Path:
    """A PDF, with what a browser prints around the page: moment, title, address, number."""
    options = {"displayHeaderFooter": True, "printBackground": False, "marginTop": 0.6, "marginBottom": 0.6}
    data = page.context.new_cdp_session(page).send("Page.printToPDF", options)["data"]
    return _written(folder / f"{name}.pdf", base64.b64decode(data))


def reader_view(page: Page, folder: Path, name: str) -> Path:
    """The reader view of a page, saved."""
    return _written(folder / f"{name} - reader.html", f"<!DOCTYPE html>{page.evaluate(_READER)}".encode())


def all_forms(page: Page, folder: Path, name: str) -> Iterator[Path]:
    """A page in every form. The reader view takes it to pieces, so it is last."""
    for save in (one_file, complete, printed, reader_view):
        yield save(page, folder, name)


def _written(file: Path, data: bytes) -> Path:
    file.write_bytes(data)
    return file
