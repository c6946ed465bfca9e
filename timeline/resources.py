"""Where the files that come with the program are."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def templates() -> Path:
    """Folder of the default theme: inside the package where it is installed, beside it in a checkout."""
    packed = _PACKAGE / "templates"
    return packed if packed.is_dir() else _PACKAGE.parent / "templates"
