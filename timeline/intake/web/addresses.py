"""Where a request may go: to the public web, and to nothing that only this machine or its network can reach.

An address is judged by the numbers that its name stands for, and the request then goes to these very numbers, so that a
name which answers otherwise the second time gains nothing. Embedded IPv4 addresses count as what they embed.
"""

import socket
from collections.abc import Callable, Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from ...frozen import Frozen

#: Finds the numbers of a host, as `socket.getaddrinfo` does; may raise OSError.
Resolver = Callable[[str, int], list[str]]

_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052
_PORTS = {"http": 80, "https": 443}


class NotAllowedError(ValueError):
    """An address that is not to be asked; the message says why."""


class Target(Frozen):
    """Where a request goes. url: without user, password and fragment; number: the IP address to connect to."""

    url: str
    scheme: str
    host: str
    port: int
    number: str
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt is about."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def netloc(self) -> str:
        """The host as it stands in a request, with its port where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def resolve(host: str, port: int) -> list[str]:
    """The numbers of a host. Raises OSError where there is none."""
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def is_public(number: str) -> bool:
    """Is this an address of the public internet, whatever it is written as or wrapped in?"""
    address = ip_address(number.partition("%")[0])
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return _is_public(address.ipv4_mapped)
        return _is_public(address) and all(map(_is_public, _embedded(address)))
    return _is_public(address)


def target(url: str, resolver: Resolver = resolve, allowed: Callable[[str], bool] = is_public) -> Target:
    """Where a request for an address goes. Raises NotAllowedError where it must not go there, OSError where nobody
    knows the host.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS.get(parts.scheme.lower(), 0)
        host = (parts.hostname or "").encode("idna").decode("ascii") if parts.hostname else ""
    except (ValueError, UnicodeError):
        raise NotAllowedError("this is no address of the web") from None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        raise NotAllowedError(f"only http and https are asked, not {scheme or 'this'}")
    if not host or not 0 < port < 65536:
        raise NotAllowedError("this is no address of the web")
    numbers = resolver(host, port)
    if not numbers:
        raise OSError("nobody knows this host")
    if not all(map(allowed, numbers)):
        raise NotAllowedError(f"{host} is not on the public web ({numbers[0]}), and such places are not asked")
    return Target(_plain(parts, host, port), scheme, host, port, numbers[0], _request_path(parts))


def joined(base: str, location: str) -> str:
    """The address that a redirect leads to."""
    return urljoin(base, location.strip())


def _embedded(address: IPv6Address) -> Iterator[IPv4Address]:
    if address.sixtofour:
        yield address.sixtofour
    if address.teredo:
        yield from address.teredo
    if address in _NAT64:
        yield IPv4Address(int(address) & 0xFFFFFFFF)


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _plain(parts: SplitResult, host: str, port: int) -> str:
    shown = f"[{host}]" if ":" in host else host
    netloc = shown if port == _PORTS[parts.scheme.lower()] else f"{shown}:{port}"
    return urlunsplit((parts.scheme.lower(), netloc, parts.path or "/", parts.query, ""))


def _request_path(parts: SplitResult) -> str:
    return urlunsplit(("", "", parts.path or "/", parts.query, ""))
