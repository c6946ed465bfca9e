"""The theme: templates and assets, the project's own before the default ones."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import TracebackType

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.bccache import Bucket
from markupsafe import Markup

from .. import locale, resources, urls
from ..config import Config
from ..diagnostics import InputError, error
from . import cite, links, references
from .dates import Dates
from .views import Site

#: Files of the theme that are published beside the pages, as they are.
ASSETS = ("*.css", "*.js", "*.svg", "*.png", "*.jpg", "*.webp", "fonts/*")


class _Compiled(BytecodeCache):
    """Templates compiled once a process, for as long as they read the same: who builds again does not wait for it."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._code.get(bucket.key):
            bucket.bytecode_from_string(code)  # nothing where the source is another

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


class Theme:
    """Finds and renders templates: a file in the project's `templates/` before the default one of the same name.

    locale: the language of its texts.
    """

    def __init__(self, project: Path | None, config: Config) -> None:
        """Look first in the project's folder, where it is told and there. Raises InputError for a faulty catalogue."""
        self._folders = [f for f in (project, resources.templates()) if f and f.is_dir()]
        self.locale = locale.load(config, self._folders)
        self._environment = Environment(
            loader=self._loader(), autoescape=True, undefined=StrictUndefined, auto_reload=False,
            trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.i18n"], bytecode_cache=_COMPILED,
        )
        self._environment.policies["ext.i18n.trimmed"] = True
        self._environment.install_gettext_callables(  # type: ignore[attr-defined]
            self.locale.gettext, self.locale.ngettext, newstyle=True
        )
        self._environment.globals.update(
            absolute=links.absolute, anchor=urls.anchor, date_words=Dates(self.locale).words, safe_href=links.safe,
            number=self.locale.number, listed=self.locale.listed, counted=self.locale.count, prose=self._prose,
            cite={"plain": partial(cite.plain, locale=self.locale), "bibtex": cite.bibtex, "csl": cite.csl},
            references={
                "plain": partial(references.plain, dates=Dates(self.locale)), "bibtex": references.bibtex,
                "csl": references.csl,
            },
        )

    def _loader(self) -> BaseLoader:
        """A file of the project before the default one; that one by itself under `default/`, to be extended."""
        default = PrefixLoader({"default": _Files(resources.templates())})
        return ChoiceLoader([_Files(self._folders), default])

    def _prose(self, told: str) -> str:
        """What the program says of its own reasons: translated as a whole where a catalogue has it, else English."""
        said = self.locale.gettext(told)
        is_english = said == told and not self.locale.code.startswith(locale.SOURCE)
        return Markup('<span lang="{}" dir="ltr">{}</span>').format(locale.SOURCE, told) if is_english else said

    def pages(self) -> list[str]:
        """Names of the templates that make pages: the site map."""
        return sorted({p.name for folder in self._folders for p in folder.glob("pages/*.html")})

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """The theme's other files, as (path on the site, content)."""
        folders = reversed(self._folders)  # the project's last, so that its files win
        found = {p.relative_to(f).as_posix(): p for f in folders for glob in ASSETS for p in f.glob(glob)}
        for name in sorted(found):
            yield f"assets/{name}", found[name].read_bytes()

    def file(self, name: str) -> bytes:
        """Another file of the theme, the project's own before the default one. Raises FileNotFoundError."""
        return next(p for f in self._folders if (p := f / name).is_file() or f is self._folders[-1]).read_bytes()

    def fragment(self, template: str, **seen: object) -> str:
        """A template that is no page of the site, with what it may see. Raises InputError where it is wrong."""
        return self._made(template, seen)

    def render(self, template: str, path: str, site: Site, page: object) -> str:
        """One page. Raises InputError where a template is wrong."""

        def href(target: str, fragment: str = "") -> str:
            # Servers show the page for what is not found at any depth, where nothing relative would lead home.
            if path == urls.NOT_FOUND and site.url:
                return f"{links.absolute(site.url, target)}{'#' if fragment else ''}{fragment}"
            return links.relative(target, path, fragment)

        return self._made(template, {"site": site, "page": page, "href": href, "path": path})

    def _made(self, template: str, seen: Mapping[str, object]) -> str:
        try:
            return self._environment.get_template(template).render(seen)
        except InputError:
            raise
        except Exception as fault:  # a template can do wrongly whatever Python can
            place, line = self._place(fault)
            if not place and not isinstance(fault, TemplateError):
                raise  # no template of this project is at it
            place = place or f"templates/{template}"
            raise InputError([error(place, line, 0, "template", *_in_words(fault))]) from fault

    def _place(self, fault: Exception) -> tuple[str, int]:
        """File and line of the project in which a template fails; "" and 0 where none of its templates is at it."""
        steps = [(Path(step.tb_frame.f_code.co_filename), step.tb_lineno) for step in _steps(fault)]
        if isinstance(fault, TemplateSyntaxError) and fault.filename:
            steps.append((Path(fault.filename), fault.lineno))
        own = self._folders[0]
        found = [(f"{own.name}/{f.relative_to(own).as_posix()}", n) for f, n in steps if f.is_relative_to(own)]
        return found[-1] if found and own != resources.templates() else ("", 0)


class _Files(FileSystemLoader):
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
        return str(fault), "docs/how-to/change-the-theme.md lists what templates may use"
    if isinstance(fault, RecursionError):
        return "this template leads back to itself", "extend the program's own one, under default/"
    if isinstance(fault, TemplateError):
        return (fault.message or "this is no template").rstrip("."), guide
    return f"{type(fault).__name__}: {fault}", guide
