"""`hold`: an entry is kept back until somebody takes this decision out again."""

from ..kind import EVENT, Kind

KIND = Kind("hold", "Keeps an entry back until this decision is taken out.", ("identify",), (EVENT,))
