"""A file handed to somebody else's reader: whatever happens in there becomes one clear line."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from ..diagnostics import InputError, error


@contextmanager
def reading(path: str, form: str) -> Iterator[None]:
    """Around the import and the use of somebody else's reader of a form ("PDF"). It is kept silent.

    Raises `InputError` where the reader is not installed, and where it stumbles: a damaged or hostile file can make
    it do so anywhere, so every exception counts.
    """
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except InputError:
        raise
    except ModuleNotFoundError as missing:
        message = f"to read {form}, the package {missing.name} is needed"
        hint = "install the readers too, in your copy of the program: pip install '.[intake]'"
        raise InputError([error(path, 0, 0, "needs-extra", message, hint)]) from None
    except Exception as problem:
        message = f"cannot be read as {form}: {' '.join(str(problem).split())[:200] or type(problem).__name__}"
        raise InputError([error(path, 0, 0, "damaged", message, "open it, save it anew, and name that file")]) from None
    finally:
        logging.disable(before)
