"""`timeline build`, from a folder of articles to a site."""

import gzip
import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from timeline import output
from timeline.cli import main
from timeline.commands.build import Progress

LIGHTHOUSE = """\
---
title: Lighthouse of Skarvik goes dark
publisher: Coast Gazette
url: https://gazette.example/skarvik
published: 2022-09-16
publish_text: full
---

The lighthouse of Skarvik was switched off on Monday. The keeper, Tora Helland, left the island on September 14.
"""
KEEPER = """\
---
title: The last keeper
retrieved: 2022-10-01
---

Tora Helland left Skarvik on September 14, 2022. The lighthouse was closed on September 12, 2022.
"""


@pytest.fixture
def project(tmp_path):
    """A project of two articles."""
    articles = tmp_path / "content/articles"
    articles.mkdir(parents=True)
    (articles / "lighthouse.md").write_text(LIGHTHOUSE)
    (articles / "keeper.md").write_text(KEEPER)
    return tmp_path


def build(project, *options):
    """Run the command."""
    return CliRunner().invoke(main, ["build", "--project", str(project), "--today", "2023-01-01", *options])


def held(folder):
    """Every file below a folder with its content."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_folder_of_articles_becomes_a_site(project):
    before = held(project / "content")
    result = build(project)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(f"{project / 'site'}: ")
    assert "from 2 articles" in result.stdout
    assert result.stderr == ""
    data = json.loads((project / "site/timeline.json").read_bytes())
    assert [a["id"] for a in data["articles"]] == ["keeper", "lighthouse"]
    assert {e["edtf"] for e in data["events"]} == {"2022-09-12", "2022-09-14"}
    assert all((project / "site" / e["url"]).is_file() for e in data["events"])
    assert held(project / "content") == before


def test_nothing_new_leaves_every_file_as_it_was(project):
    build(project)
    times = {p: p.stat().st_mtime_ns for p in (project / "site").rglob("*")}
    assert "none of them new" in build(project).output
    assert {p: p.stat().st_mtime_ns for p in (project / "site").rglob("*")} == times


def test_the_same_content_gives_the_same_bytes(project, tmp_path_factory):
    build(project, "--jobs", "1")
    expected = held(project / "site")

    other = tmp_path_factory.mktemp("other")
    (other / "content/articles").mkdir(parents=True)
    (other / "content/articles/keeper.md").write_text(KEEPER)
    (other / "content/articles/lighthouse.md").write_text(LIGHTHOUSE)
    build(other, "--jobs", "2", "--today", "2031-05-05")
    assert held(other / "site") == expected

    environment = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    command = [sys.executable, "-c", "from timeline.cli import main; main()", "build", "--project", str(other)]
    (other / "site" / output.MANIFEST).unlink()
    for path in sorted(other.glob("site/**/*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    assert held(other / "site") == expected


def test_the_project_is_found_from_inside_it(project):
    assert build(project / "content/articles").exit_code == 0
    assert (project / "site/index.html").is_file()


def test_the_address_of_the_site_is_told_to_its_pages(project):
    build(project, "--base-url", "https://coast.example/skarvik")
    index = (project / "site/index.html").read_text()
    assert '<link rel="canonical" href="https://coast.example/skarvik/index.html">' in index


@pytest.mark.parametrize("options", [["--base-url", "coast.example"], ["--jobs", "0"], ["--today", "yesterday"]])
def test_an_option_that_does_not_do_is_refused(project, options):
    result = build(project, *options)
    assert result.exit_code == 2
    assert "Invalid value" in result.stderr
    assert not (project / "site").exists()


def test_a_folder_that_is_no_project_is_told_what_to_do(tmp_path):
    result = build(tmp_path)
    assert result.exit_code == 1
    assert "this is no project" in result.stderr
    assert "timeline init" in result.stderr


ORPHAN = '- kind: date\n  article: keeper\n  target: {exact: "October 31"}\n  value: 2022-10-31\n'


def test_a_warning_is_told_and_strict_fails_on_it(project):
    build(project)
    before = held(project / "site")
    (project / "content/overrides.yaml").write_text(ORPHAN)
    (project / "content/articles/keeper.md").write_text(KEEPER.replace("closed", "shut"))

    strict = build(project, "--strict")
    assert strict.exit_code == 1
    assert "content/overrides.yaml:3:19: warning: “October 31” does not stand in" in strict.stderr
    assert held(project / "site") == before

    lax = build(project)
    assert lax.exit_code == 0
    assert "warning: “October 31”" in lax.stderr
    assert held(project / "site") != before


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        ("articles/keeper.md", b"---\ntitle: [\n---\n\nText.\n", "articles/keeper.md:3:1: error: this is not YAML"),
        ("articles/keeper.md", b"", "content/articles/keeper.md: error: the file is empty"),
        ("articles/keeper.md", b"\xff\xfe\x00\x01", "content/articles/keeper.md:1"),
        ("articles/keeper.md", b"caf\xe9 on Monday", "content/articles/keeper.md:1"),
        ("overrides.yaml", b"- kind: date\n  article: keper\n", "overrides.yaml:2:12: error: article: there is no"),
        ("overrides.yaml", b"- kind: date\n  artcle: keeper\n", "overrides.yaml:2:3: error: unknown key"),
        ("../timeline.yaml", b"titel: Skarvik\n", "timeline.yaml:1:1: error: unknown key 'titel'"),
    ],
    ids=["front matter", "empty", "binary", "Latin-1", "unknown article", "unknown key", "unknown setting"],
)
def test_bad_input_is_told_with_its_place_and_the_site_stays(project, file, content, told):
    build(project)
    before = held(project / "site")
    (project / "content" / file).write_bytes(content)
    result = build(project)
    assert result.exit_code == 1
    assert told in result.stderr
    assert "Traceback" not in result.stderr
    assert held(project / "site") == before


def test_every_mistake_is_told_at_once(project):
    (project / "content/articles/keeper.md").write_bytes(b"")
    (project / "content/articles/lighthouse.md").write_bytes(b"\xff\xfe\x00")
    (project / "content/overrides.yaml").write_text("- kind: dat\n")
    assert build(project).stderr.count(": error: ") == 3


def test_a_site_that_is_somebody_elses_is_not_touched(project):
    (project / "site").mkdir()
    (project / "site/thesis.odt").write_bytes(b"years of work")
    result = build(project)
    assert result.exit_code == 1
    assert "no build has made it" in result.stderr
    assert held(project / "site") == {"thesis.odt": b"years of work"}


def test_one_build_at_a_time(project):
    with output.locked(project / ".timeline/lock"):
        result = build(project)
    assert result.exit_code == 1
    assert "another build is running" in result.stderr


def test_progress_is_one_line_on_a_terminal_and_none_elsewhere(capsys):
    with Progress(visible=True) as progress:
        progress.show("Reading", 3, 40)
        progress.show("Writing", 0, 0)
    assert capsys.readouterr().err == "\r\033[KReading 3 of 40 articles …\r\033[KWriting …\r\033[K"
    with Progress(visible=False) as progress:
        progress.show("Reading", 3, 40)
    assert capsys.readouterr().err == ""


def test_what_is_static_is_copied_as_it_is(project):
    (project / "static/.well-known").mkdir(parents=True)
    (project / "static/photos").mkdir()
    (project / "static/photos/pier.jpg").write_bytes(b"\xff\xd8\x00")
    (project / "static/CNAME").write_text("skarvik.example")
    assert build(project).exit_code == 0
    assert (project / "site/photos/pier.jpg").read_bytes() == b"\xff\xd8\x00"
    assert (project / "site/CNAME").read_text() == "skarvik.example"


def test_what_is_static_does_not_take_the_place_of_a_page(project):
    (project / "static").mkdir()
    (project / "static/index.html").write_text("mine")
    result = build(project)
    assert result.exit_code == 1
    assert "static/index.html: error: stands where the site has a file of its own" in result.stderr


def test_what_needs_an_address_is_left_out_and_that_is_said(project):
    assert "left out, since timeline.yaml names no base_url: atom, sitemap" in build(project).stdout
    assert "left out" not in build(project, "--base-url", "https://skarvik.example/").stdout
    assert (project / "site/sitemap.xml").is_file()


def test_the_site_has_a_search_page_where_there_is_an_index(project, monkeypatch):
    assert build(project).exit_code == 0
    assert (project / "site/pagefind/pagefind.js").is_file()
    assert "search.html" in (project / "site/index.html").read_text()
    monkeypatch.setattr("timeline.search.available", lambda: False)
    assert build(project).exit_code == 0
    assert not (project / "site/search.html").exists()
    assert "search.html" not in (project / "site/index.html").read_text()


def test_the_search_finds_what_is_told_and_not_how_to_correct_or_cite_it(project):
    assert build(project).exit_code == 0
    found = [gzip.decompress(file.read_bytes()).decode() for file in (project / "site/pagefind/fragment").iterdir()]
    assert any("Tora Helland" in text for text in found)
    assert not [text for text in found if "overrides.yaml" in text or "BibTeX" in text or "kind: hide" in text]


def test_an_article_without_any_day_is_told_once(project):
    (project / "content/articles/keeper.md").write_text("Tora Helland left Skarvik on a Monday.\n")

    assert build(project).stderr == (
        "one article says neither when it was published nor when it was retrieved: see timeline check\n"
    )
