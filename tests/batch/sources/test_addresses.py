"""Which addresses are fetched: a short list of schemes, and no private network."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from auditor.batch.sources import addresses
from auditor.batch.sources.addresses import FetchRules, find_hosts, is_public, split_address
from auditor.errors import UnreadableDocumentError

NONE, ALL = FetchRules(), FetchRules(ftp=True, private=True)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a.pdf",
        "HTTP://example.org:8080/a.pdf?x=a::b",
        "s3://bucket/a.pdf",
        "gs://bucket/a.pdf",
        "az://container/a.pdf",
        "http://[2606:4700::1111]/a.pdf",
    ],
)
def test_these_are_fetched(address: str) -> None:
    """The web and the three kinds of bucket."""
    assert split_address(address, NONE).hostname


@pytest.mark.parametrize(
    "address",
    [
        "reference://x::data:application/json,{}",
        "reference://?fo=data:x::s3://b/a.pdf",
        "s3://bucket/a::reference://x",
        "simplecache::s3://bucket/a.pdf",
        "data://text/plain,a",
        "local:///etc/passwd",
        "memory://a",
        "zip://a.pdf::https://example.org/a.zip",
        "dask://x",
        "github://org:repo@main/a.pdf",
        "git://repo:a",
        "ssh://host/a",
        "sftp://host/a",
        "smb://host/a",
        "hdfs://host/a",
        "jupyter://host/a",
        "arrow_hdfs://host/a",
        "file+s3://a",
        "://a",
        "x://a",
        "ftp://host/a.pdf",
        "http://[",
        "http://[::1/a",
        "http://host:99999/a",
        "http://host:x/a",
        "http:///a.pdf",
        "https://ho\r\nst/a",
        "http://host/a\0b",
    ],
)
def test_everything_else_is_refused_with_a_remedy(address: str) -> None:
    """Chains, local files by detour, code and malformed addresses are one clear error."""
    with pytest.raises(UnreadableDocumentError) as caught:
        split_address(address, NONE)
    assert caught.value.remedy and caught.value.place == address


def test_ftp_is_fetched_where_it_is_allowed() -> None:
    """An option allows it."""
    assert split_address("ftp://host/a.pdf", ALL).scheme == "ftp"


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.255.0.9",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "255.255.255.255",
        "224.0.0.1",
        "240.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "::127.0.0.1",
        "localhost",
        "",
    ],
)
def test_private_addresses_are_private(host: str) -> None:
    """However an address of this machine or of a private network is written."""
    assert not is_public(host)


@pytest.mark.parametrize(
    "host",
    [
        "8.8.8.8",
        "93.184.215.14",
        "2606:4700::1111",
        "64:ff9b::808:808",
        "::ffff:8.8.8.8",
    ],
)
def test_public_addresses_are_public(host: str) -> None:
    """What anybody can reach may be fetched."""
    assert is_public(host)


@pytest.mark.parametrize(
    "answers",
    [
        ["127.0.0.1"],
        ["8.8.8.8", "10.0.0.1"],
        ["::1"],
    ],
    ids=["this machine", "one of two", "IPv6"],
)
def test_a_name_that_leads_to_a_private_network_is_refused(
    monkeypatch: pytest.MonkeyPatch, answers: list[str]
) -> None:
    """What counts is where a name leads, and every place it leads to."""

    def lookup(*asked: Any, **more: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 80)) for each in answers]

    monkeypatch.setattr(addresses.socket, "getaddrinfo", lookup)
    parts = split_address("http://innocent.example/a.pdf", NONE)
    with pytest.raises(UnreadableDocumentError, match="private network"):
        find_hosts(parts, NONE)
    assert find_hosts(parts, ALL) == tuple(answers)


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "0177.0.0.1", "127.1"])
def test_odd_ways_to_write_this_machine_are_seen_through(host: str) -> None:
    """The system's own reading of a number is what is checked."""
    try:
        with pytest.raises(UnreadableDocumentError, match="private network"):
            find_hosts(split_address(f"http://{host}/a.pdf", NONE), NONE)
    except socket.gaierror:
        pytest.skip("this system does not read numbers so")
