"""What is wrong with a person's input, and how to say it: file, line, what it is, what to write instead."""

from collections.abc import Iterable

from .frozen import Frozen


class Diagnostic(Frozen, order=True):
    """One finding about a file that a person wrote.

    `line` and `column` count from 1; 0 means that the finding concerns the file as a whole.
    `code` is a stable, dashed name ("unknown-key") that tests and scripts can rely on.
    """

    path: str
    line: int
    column: int
    severity: str  # "error" | "warning" | "note"
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """`content/overrides.yaml:3:5: error: unknown key 'vale' (write 'value')`."""
        place = self.path + (f":{self.line}" if self.line else "") + (f":{self.column}" if self.column else "")
        return f"{place}: {self.severity}: {self.message}" + (f"\n    {self.hint}" if self.hint else "")


class InputError(Exception):
    """Input that cannot be worked with. Carries every finding at once, so that a person mends them in one go."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep the findings in the order of their places."""
        self.diagnostics = tuple(sorted(diagnostics))
        super().__init__("\n".join(map(str, self.diagnostics)))


def error(path: str, line: int, column: int, code: str, message: str, hint: str = "") -> Diagnostic:
    """Something that stops the work."""
    return Diagnostic(path, line, column, "error", code, message, hint)


def warning(path: str, line: int, column: int, code: str, message: str, hint: str = "") -> Diagnostic:
    """Something that a careful person would look at; `build --strict` fails on it."""
    return Diagnostic(path, line, column, "warning", code, message, hint)
