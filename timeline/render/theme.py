"""The theme: templates and assets, the project's own before the default ones."""

from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from functools import cache, partial
from pathlib import Path
from types import FunctionType, MethodType
from typing import Any

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    Environment,
    PrefixLoader,
    StrictUndefined,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from .. import locale, resources, urls
from ..config import Config
from ..diagnostics import InputError
from . import cite, faults, links, references
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


class _Context(Context):
    """What a template sees. Of whatever is called, Jinja asks each time in several ways whether it takes the context,
    which on a page costs as much as a good part of what is called; macros and nearly all functions take none.
    """

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 (no name that a macro may have)
        kind = type(__obj)
        if kind is Macro or (kind in (FunctionType, MethodType) and not hasattr(__obj, "jinja_pass_arg")):
            if kwargs:  # what compiled templates add for those that take the context
                kwargs.pop("_block_vars", None)
                kwargs.pop("_loop_vars", None)
            return __obj(*args, **kwargs)
        return super().call(__obj, *args, **kwargs)

#: Where the page stands that is being made. Macros are made once for all pages of a site and ask for it here.
_PATH: ContextVar[str] = ContextVar("path")


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
        self._environment.context_class = _Context
        self._environment.policies["ext.i18n.trimmed"] = True
        self._environment.install_gettext_callables(  # type: ignore[attr-defined]
            self.locale.gettext, self.locale.ngettext, newstyle=True
        )
        said = _said(self.locale)
        self._environment.globals.update(
            gettext=said, _=said, prose=self._prose, counted=self.locale.count, number=self.locale.number,
            listed=self.locale.listed, date_words=Dates(self.locale).words,
            absolute=links.absolute, anchor=urls.anchor, safe_href=links.safe,
            cite={"plain": partial(cite.plain, locale=self.locale), "bibtex": cite.bibtex, "csl": cite.csl},
            references={
                "plain": partial(references.plain, dates=Dates(self.locale)), "bibtex": references.bibtex,
                "csl": references.csl,
            },
        )

    def _loader(self) -> BaseLoader:
        """A file of the project before the default one; that one by itself under `default/`, to be extended."""
        default = PrefixLoader({"default": faults.Files(resources.templates())})
        return ChoiceLoader([faults.Files(self._folders), default])

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
        return _made(self._environment, template, seen, self._folders[0])

    def edition(self, site: Site) -> "Edition":
        """The theme as the pages of one site use it."""
        return Edition(self._environment, site, self._folders[0])


class Edition:
    """A theme with what the pages of one site share. Its macros see that much, so each is made once for all pages."""

    def __init__(self, environment: Environment, site: Site, own: Path) -> None:
        """environment: of the theme; own: its first folder."""
        self._site, self._own = site, own
        self._environment = environment.overlay()
        self._environment.globals = {**environment.globals, "site": site, "href": self._href, "shared": self._shared}
        self._relative = cache(links.relative)  # from a folder: its pages lead to the same ones again and again
        self._frames: dict[tuple[str, str], str] = {}

    def render(self, template: str, path: str, page: object) -> str:
        """One page. Raises InputError where a template is wrong."""
        before = _PATH.set(path)
        try:
            return _made(self._environment, template, {"page": page, "path": path}, self._own)
        finally:
            _PATH.reset(before)

    def _href(self, target: str, fragment: str = "") -> str:
        """The address of another page of the site, from the one that is being made."""
        path = _PATH.get()
        # Servers show the page for what is not found at any depth, where nothing relative would lead home. A path from
        # the root does, by whichever name somebody has come; the page's policy would forbid the style of another name.
        if path == urls.NOT_FOUND and self._site.url:
            return links.from_root(self._site.url, target, fragment)
        return self._relative(target, path[:path.rfind("/") + 1], fragment)


    def _shared(self, name: str, caller: Callable[[], str]) -> str:
        """What is around every page, made once for all pages of a folder. Those at the top each have their own, since
        it leads to them and says so.
        """
        folder = _PATH.get().rpartition("/")[0]
        if not folder:
            return caller()
        if (name, folder) not in self._frames:
            self._frames[name, folder] = caller()
        return self._frames[name, folder]


def _said(language: locale.Locale) -> Callable[..., Markup]:
    """`_` of templates, as Jinja's own in its new style, but each text is looked up once and not at every place."""

    @cache
    def text(wanted: str) -> Markup:
        return Markup(language.gettext(wanted))

    @cache
    def plain(wanted: str) -> Markup:
        return text(wanted) % {}

    return lambda wanted, **values: text(wanted) % values if values else plain(wanted)


def _made(environment: Environment, template: str, seen: Mapping[str, object], own: Path) -> str:
    """What a template makes of what it sees. Raises InputError where it is wrong. own: the theme's first folder."""
    try:
        return environment.get_template(template).render(seen)
    except InputError:
        raise
    except Exception as fault:  # a template can do wrongly whatever Python can
        if (wrong := faults.told(fault, template, own)) is None:
            raise
        raise wrong from fault
