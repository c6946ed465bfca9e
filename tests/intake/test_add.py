"""`timeline add`, from the command line to the files."""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline.commands.add import command
from timeline.reading.article import read_article

OTHER = "The ferry sinks\n\nIn Ostrel a ferry of another name was lost in the ice; its crew walked ashore.\n"
STORY = "The ferry sinks\n\nThe ferry sank on Monday, said the harbour. Nobody drowned.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "project/content/articles").mkdir(parents=True)
    return tmp_path / "project"


def add(project: Path, *arguments: object) -> Result:
    return CliRunner().invoke(command, [*map(str, arguments), "--project", str(project), "--retrieved", "2020-05-04"])


def articles(project: Path) -> dict[str, str]:
    folder = project / "content/articles"
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_articles_are_named_by_their_titles(project: Path, tmp_path: Path) -> None:
    one = write(tmp_path, "1.txt", STORY)
    two = write(tmp_path, "2.txt", OTHER)
    result = add(project, one, two)
    assert result.exit_code == 0
    made = articles(project)
    assert list(made) == ["the-ferry-sinks-2.md", "the-ferry-sinks.md"]
    assert all(f"added      content/articles/{name}\n" in result.output for name in made)
    read = sha256(STORY.encode()).hexdigest()
    front_matter = f"---\ntitle: The ferry sinks\nretrieved: 2020-05-04\nsha256: {read}\n---\n"
    assert made["the-ferry-sinks.md"] == f"{front_matter}\n{STORY}"


def test_the_same_text_again_changes_nothing(project: Path, tmp_path: Path) -> None:
    one = write(tmp_path, "1.txt", STORY)
    add(project, one)
    before = articles(project)
    again = write(tmp_path, "again.txt", STORY.replace("\n", "\r\n"))
    result = add(project, one, again)
    assert result.exit_code == 0
    assert result.output.count("unchanged  content") == 2
    assert "content/articles/the-ferry-sinks.md" in result.output
    assert articles(project) == before


def test_what_a_person_has_edited_is_never_overwritten(project: Path, tmp_path: Path) -> None:
    one = write(tmp_path, "1.txt", STORY)
    add(project, one)
    edited = project / "content/articles/the-ferry-sinks.md"
    edited.write_text(edited.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
    result = add(project, one)
    assert "unchanged  content/articles/the-ferry-sinks.md" in result.output
    assert edited.read_text(encoding="utf-8").endswith("Mine.\n")
    assert len(articles(project)) == 1


def test_a_bad_file_is_one_clear_line_and_the_rest_goes_on(project: Path, tmp_path: Path) -> None:
    bad = write(tmp_path, "bad.txt", b"one\n\xff")
    good = write(tmp_path, "good.txt", STORY)
    empty = tmp_path / "folder"
    empty.mkdir()
    result = add(project, bad, tmp_path / "absent.txt", empty, good)
    assert result.exit_code == 1
    assert f"{bad}:2:1: error: byte 0xFF is not UTF-8" in result.stderr
    assert "absent.txt: error: there is no such file" in result.stderr
    assert f"{empty}: error: this is no file" in result.stderr
    assert "1 added, 0 unchanged, 0 changed, 3 failed\n" in result.output
    assert f"  {bad}: byte 0xFF is not UTF-8\n" in result.output
    assert list(articles(project)) == ["the-ferry-sinks.md"]


def test_outside_a_project_it_says_what_to_do(tmp_path: Path) -> None:
    story = write(tmp_path, "1.txt", STORY)
    result = add(tmp_path, story)
    assert "timeline init" in str(result.exception)
    assert [path.name for path in tmp_path.iterdir()] == ["1.txt"]


def test_the_project_is_found_from_within(project: Path, tmp_path: Path) -> None:
    add(project / "content", write(tmp_path, "1.txt", STORY))
    assert list(articles(project)) == ["the-ferry-sinks.md"]


def test_a_full_disk_is_told(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    result = add(project, write(tmp_path, "1.txt", STORY))
    assert result.exit_code == 1
    assert "the-ferry-sinks.md: error: cannot be written: No space left on device" in result.stderr
    assert articles(project) == {}


@pytest.mark.parametrize("day", ["yesterday", "2020-02-30"])
def test_a_day_that_is_none_is_refused(project: Path, tmp_path: Path, day: str) -> None:
    story = write(tmp_path, "1.txt", STORY)
    result = CliRunner().invoke(command, [str(story), "--project", str(project), "--retrieved", day])
    assert result.exit_code == 2
    assert articles(project) == {}


def test_the_content_of_the_demo_is_made_from_the_seeds(project: Path, root: Path) -> None:
    seeds = sorted((root / "seeds").glob("*.txt"))
    result = CliRunner().invoke(command, [*map(str, seeds), "--project", str(project), "--retrieved", "2026-11-21"])
    assert result.exit_code == 0
    made = articles(project)
    assert made == articles(root)
    assert len(made) == len(seeds) == 2
    for seed, article in zip(seeds, sorted(made.values()), strict=True):
        text = read_article(article.encode(), "a", "a.md").text
        assert text.split() == seed.read_text(encoding="utf-8").split()


def test_a_folder_is_added_with_those_below_it_but_not_the_parts_of_pages_nor_the_project(
    project: Path, tmp_path: Path
) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "page_files").mkdir()
    (tmp_path / ".hidden").mkdir()
    add(project, write(tmp_path, "1.txt", STORY))
    for number, folder in enumerate((tmp_path, tmp_path / "deep", tmp_path / "page_files", tmp_path / ".hidden")):
        write(folder, "2.txt", f"Boat {number}\n\nAt pier {number} a boat was seen by {number} persons.\n")
    write(tmp_path, "picture.png", b"\x89PNG\r\n")
    result = add(project, tmp_path)
    assert result.exit_code == 0
    assert result.output.endswith("2 added, 1 unchanged, 0 changed, 0 failed\n")
    assert ["0 persons" in text or "1 persons" in text or "Nobody" in text for text in articles(project).values()] == [
        True
    ] * 3


def test_what_contradicts_itself_is_added_with_a_word_on_it(project: Path, tmp_path: Path) -> None:
    page = f"""<html><head><meta name="date" content="2019-03-01"></head><body><article><h1>The ferry sinks</h1>
    <time class="published" datetime="2019-03-08">8 March</time>{"<p>The ferry sank on Monday, they said.</p>" * 3}
    </article></body></html>"""
    result = add(project, write(tmp_path, "1.html", page))
    assert result.exit_code == 0
    assert "1.html: warning: a <meta> element of the page says that it was published 2019-03-01, " in result.stderr
    assert "a <time> element of the page says 2019-03-08" in result.stderr
    document = read_article(articles(project)["the-ferry-sinks.md"].encode(), "a", "a.md")
    assert (document.meta.published, document.meta.published_source) == (None, None)


def test_nothing_is_written_of_what_is_too_large(project: Path, tmp_path: Path) -> None:
    huge = tmp_path / "huge.html"
    with huge.open("wb") as stream:
        stream.truncate(500_000_000)
    result = add(project, huge)
    assert result.exit_code == 1
    assert "huge.html: error: larger than 20 MB" in result.stderr
    assert articles(project) == {}


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", STORY.encode(), ""), ("a.md", STORY.encode(), ""), ("a.html", b"<p>x</p>", "trafilatura"),
        ("a.pdf", b"%PDF", "pypdf"), ("a.rss", b"<rss/>", "feedparser"), ("https://a.example/x", b"", "urllib3"),
    ],
)  # fmt: skip
def test_without_the_readers_texts_are_added_and_the_rest_is_told_what_is_missing(
    project: Path, tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    source = name if name.startswith("https:") else str(write(tmp_path, name, data))
    hide = "import sys; [sys.modules.__setitem__(m, None) for m in "
    packages = "('trafilatura', 'htmldate', 'lxml', 'pypdf', 'docx', 'feedparser', 'urllib3', 'protego')]"
    program = f"{hide}{packages}; from timeline.cli import main; sys.argv[0] = 'timeline'; main()"
    arguments = [sys.executable, "-c", program, "add", source, "--project", str(project)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == bool(says)
    assert not says or (f"the package {says} is needed" in done.stderr and "pip install '.[intake]'" in done.stderr)
