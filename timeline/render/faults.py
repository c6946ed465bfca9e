"""What is wrong with a template: its file, its line, and what to do about it."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

from jinja2 import (
    Environment,
    FileSystemLoader,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)

from .. import resources
from ..diagnostics import InputError, error

#: How Jinja tells that a value of ours has not what a template asks of it.
_ATTRIBUTE = re.compile(r"'timeline\.[\w.]*\.(\w+) object' has no attribute")


def told(fault: Exception, template: str, own: Path) -> InputError | None:
    """A fault on the way through a template, in words; None where no template of the project is at it.

    own: the first folder of the theme, the project's where it has one.
    """
    place, line = _place(fault, own)
    if not place and not isinstance(fault, TemplateError):
        return None
    return InputError([error(place or f"templates/{template}", line, 0, "template", *_in_words(fault))])


def _place(fault: Exception, own: Path) -> tuple[str, int]:
    """File and line of the project in which a template fails; "" and 0 where none of its templates is at it."""
    steps = [(Path(step.tb_frame.f_code.co_filename), step.tb_lineno) for step in _steps(fault)]
    if isinstance(fault, TemplateSyntaxError) and fault.filename:
        steps.append((Path(fault.filename), fault.lineno))
    found = [(f"{own.name}/{f.relative_to(own).as_posix()}", n) for f, n in steps if f.is_relative_to(own)]
    return found[-1] if found and own != resources.templates() else ("", 0)


class Files(FileSystemLoader):
    """Templates in folders; one that is no text is told as any other mistake in it."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Text, path and whether it is still the same. Raises TemplateError."""
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as wrong:
            line = len(wrong.object[: wrong.start + 1].splitlines())
            file = next((f for folder in self.searchpath if (f := Path(folder, template)).is_file()), None)
            message = f"byte 0x{wrong.object[wrong.start]:02X} is not UTF-8: save the file as UTF-8"
            raise TemplateSyntaxError(message, line, template, str(file or template)) from None


def _steps(fault: BaseException) -> Iterator[TracebackType]:
    """Where a fault has come through, the innermost last. Jinja has put in the lines of templates."""
    step = fault.__traceback__
    while step is not None:
        yield step
        step = step.tb_next


def _in_words(fault: Exception) -> tuple[str, str]:
    """What a template does wrongly, and what to do about it."""
    guide = "see https://jinja.palletsprojects.com/templates/"
    if isinstance(fault, TemplateNotFound):
        return f"there is no template '{fault}'", "look at the spelling; the program's own ones are under default/"
    if isinstance(fault, UndefinedError):
        said = _ATTRIBUTE.sub(r"a \1 has no", str(fault))
        return said, "docs/how-to/change-the-theme.md of the program lists what templates may use"
    if isinstance(fault, RecursionError):
        return "this template leads back to itself", "extend the program's own one, under default/"
    if isinstance(fault, TemplateError):
        return (fault.message or "this is no template").rstrip("."), guide
    return f"{type(fault).__name__}: {fault}", guide
