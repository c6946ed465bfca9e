"""What passes between the parts of the program: plain data that cannot change once it is made.

A class of msgspec's rather than a frozen dataclass. It looks and behaves the same; it costs next to nothing to define,
where some two hundred dataclasses were a good part of a short command's time, and its objects are made in C.
"""

from typing import Any, TypeVar, dataclass_transform

from msgspec import Struct, field, to_builtins
from msgspec.structs import replace

__all__ = ["Frozen", "field", "packed", "replace", "to_builtins"]

_NOTHING = frozenset[Any]()

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Frozen(Struct, frozen=True):
    """A record with named fields, which are written as a dataclass's. Equal where its fields are, and hashable."""


def packed(items: set[T]) -> frozenset[T]:
    """A set that is kept, in as little room as it can have; the empty one is there once for all."""
    return frozenset(items) if items else _NOTHING
