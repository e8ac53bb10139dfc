"""Which addresses may be fetched: schemes by list, one at a time, and no private networks."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from auditor.errors import UnreadableDocumentError

SCHEMES = frozenset(("http", "https", "s3", "gs", "az"))
"""What is fetched; everything else (local files by detour, archives, code) is refused."""
WEB = frozenset(("http", "https"))
_PORTS = {"http": 80, "https": 443, "ftp": 21}
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class FetchRules:
    """What the person who runs the batch allows besides."""

    ftp: bool = False
    private: bool = False
    """Also this machine and private networks."""


def scheme_of(address: str) -> str:
    """Return the scheme of an address, in lower case.

    >>> scheme_of("HTTPS://example.org/a.pdf"), scheme_of("plans/a.pdf")
    ('https', '')
    """
    return address.partition("://")[0].lower() if "://" in address else ""


def split_address(address: str, rules: FetchRules) -> SplitResult:
    """Split an address that may be fetched.

    Raises:
        UnreadableDocumentError: its scheme is not allowed, or it is a chain or malformed.

    """
    _check_scheme(address, rules)
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - asked for only because a malformed port raises here
    except ValueError:
        raise _refused(address, "not a well-formed address") from None
    if not parts.hostname or any(sign in address for sign in "\r\n\0"):
        raise _refused(address, "not a well-formed address")
    return parts


def _check_scheme(address: str, rules: FetchRules) -> None:
    scheme = scheme_of(address)
    if "::" in address and scheme not in WEB:
        raise _refused(address, "chains of addresses are not fetched")
    if scheme not in SCHEMES and not (scheme == "ftp" and rules.ftp):
        allow = " (--allow-ftp allows it)" if scheme == "ftp" else ""
        raise _refused(address, f"addresses that begin with {scheme}:// are not fetched{allow}")


def find_hosts(parts: SplitResult, rules: FetchRules) -> tuple[str, ...]:
    """Look up the network addresses behind a host, all of which must be public.

    Raises:
        UnreadableDocumentError: one of them is this machine or in a private network.
        OSError: the host is not known.

    """
    host = parts.hostname or ""
    found = socket.getaddrinfo(host, port_of(parts), type=socket.SOCK_STREAM)
    hosts = tuple(dict.fromkeys(str(each[4][0]) for each in found))
    check_public(hosts, parts, rules)
    return hosts


def check_public(hosts: Iterable[str], parts: SplitResult, rules: FetchRules) -> None:
    """Check that hosts, given by number, are none of this machine or of private networks.

    Raises:
        UnreadableDocumentError: one of them is.

    """
    if not rules.private and not all(map(is_public, hosts)):
        raise UnreadableDocumentError(
            "is on this machine or in a private network, which is not fetched from",
            place=parts.geturl(),
            remedy="Allow it with --allow-private if the list is your own.",
        )


def port_of(parts: SplitResult) -> int:
    """Return the port of an address, the usual one where it names none."""
    return parts.port or _PORTS.get(parts.scheme, 0)


def is_public(host: str) -> bool:
    """Return True for the address of a machine that anybody on the internet can reach.

    >>> [is_public(each) for each in ("93.184.215.14", "127.0.0.1", "10.1.2.3", "::ffff:10.0.0.1")]
    [True, False, False, False]
    """
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return all(
        each.is_global and not each.is_multicast and not each.is_reserved
        for each in _embedded(address) or (address,)
    )


def _embedded(address: _Address) -> tuple[_Address, ...]:
    """Find the IPv4 addresses that an IPv6 address stands for (mapped, 6to4, Teredo, NAT64)."""
    if isinstance(address, ipaddress.IPv4Address):
        return ()
    found: list[_Address | None] = [address.ipv4_mapped, address.sixtofour]
    found.extend(address.teredo or ())
    if address in _NAT64:
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return tuple(each for each in found if each is not None)


_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def _refused(address: str, why: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        why,
        place=address,
        remedy="Give an address that begins with http://, https://, s3://, gs:// or az://, "
        "or download the file first.",
    )
