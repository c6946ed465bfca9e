"""`timeline init DIR`: a small project that builds at once, to look at and to make one's own."""

from pathlib import Path
from shlex import quote

import click

from ..diagnostics import InputError, error

STARTER = Path(__file__).parent / "starter"
PRIVATE = Path(__file__).parent / "private"  # what a private project has besides
_PUBLIC_ONLY = (".github/workflows/pages.yml",)  # and what it has not

NEXT = """\
A timeline to begin with, in {folder}

  timeline.yaml            title and settings
  content/articles/        one file an article; the two are an invented story, replace them with yours
  content/overrides.yaml   your corrections, with examples
  .github/workflows/       publishes it on GitHub Pages; say in pages.yml, after TIMELINE:, where to install it from

Next:
{go}  timeline build           then open site/index.html
  timeline add FILE        bring in an article of your own"""

NEXT_PRIVATE = """\
A timeline whose sources stay private, in {folder}

  README.md                read it before the first push: what is protected, and what is not
  timeline.yaml            title and settings
  content/                 articles and corrections; the two articles are an invented story, replace them with yours
  .github/workflows/       pushes the site, and nothing else, to a public repository that you name in publish.yml

Next:
{go}  timeline build           then open site/index.html"""


def require_empty(folder: Path) -> None:
    """Refuse what is not a new or empty folder. A repository that has nothing in it yet (only `.git`) is empty.

    Raises InputError.
    """
    if folder.exists() and not folder.is_dir():
        raise refusal(folder, "not-a-folder", "this is a file", "name a folder that is new or empty")
    if folder.is_dir() and (taken := sorted(path.name for path in folder.iterdir() if path.name != ".git")):
        seen = ", ".join(taken[:3]) + (", …" if len(taken) > 3 else "")
        raise refusal(folder, "not-empty", f"this folder is not empty ({seen})", "name a folder that is new or empty")


def starter(private: bool = False) -> dict[str, Path]:
    """The files of a new project by their path in it. private: its articles are not for the public."""
    roots = (STARTER, PRIVATE) if private else (STARTER,)
    found = {path.relative_to(root).as_posix(): path for root in roots for path in root.rglob("*") if path.is_file()}
    return {name: found[name] for name in sorted(found) if not (private and name in _PUBLIC_ONLY)}


def write_starter(folder: Path, private: bool = False) -> None:
    """Write the starter's files into the folder, each as it is and none over another.

    Raises InputError where the folder cannot be written.
    """
    try:
        for name, source in starter(private).items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                file.write(source.read_bytes())
    except OSError as trouble:
        message = f"this cannot be written: {(trouble.strerror or str(trouble)).lower()}"
        raise refusal(folder, "not-writable", message, "name a folder that you may write to") from trouble


def refusal(folder: Path, code: str, message: str, hint: str) -> InputError:
    """What is wrong with the folder as a whole, to be raised."""
    return InputError([error(str(folder), 0, 0, code, message, hint)])


@click.command("init", short_help="Make a small project that builds at once.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--private", is_flag=True, help="For a private repository that publishes only its site.")
def command(folder: Path, private: bool) -> None:
    """Make a small project in DIR, which must be new or empty: two articles, settings, examples of corrections.

    It builds at once (`timeline build`), and nothing that stands there is ever overwritten.
    """
    require_empty(folder)
    write_starter(folder, private)
    go = "" if folder.resolve() == Path.cwd() else f"  cd {quote(str(folder))}\n"
    click.echo((NEXT_PRIVATE if private else NEXT).format(folder=folder, go=go))
