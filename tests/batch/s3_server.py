"""An object store of this machine that speaks S3, in a process of its own, and a bucket of plans."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

BUCKET = "plans"


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextlib.contextmanager
def running(*command: object, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program beside the test, and end it with the test."""
    process = subprocess.Popen(
        [sys.executable, *map(str, command)],
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_until(is_so: Any, seconds: float = 60.0) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.1)


def answers(port: int) -> bool:
    """True if somebody listens on a port."""
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def credentials(port: int) -> dict[str, str]:
    """Return what a program needs in its environment to find the store."""
    return {
        "AWS_ACCESS_KEY_ID": "invented",
        "AWS_SECRET_ACCESS_KEY": "invented",
        "AWS_DEFAULT_REGION": "eu-west-2",
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
    }


@contextlib.contextmanager
def store(files: list[Path]) -> Iterator[dict[str, str]]:
    """Run a store that holds some files in the folder `country` of a bucket."""
    import boto3

    port = free_port()
    with running("-m", "moto.server", "-H", "127.0.0.1", "-p", port):
        wait_until(lambda: answers(port))
        given = credentials(port)
        client = boto3.client(
            "s3",
            endpoint_url=given["AWS_ENDPOINT_URL"],
            aws_access_key_id="invented",
            aws_secret_access_key="invented",
            region_name=given["AWS_DEFAULT_REGION"],
        )
        client.create_bucket(
            Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "eu-west-2"}
        )
        for path in files:
            client.upload_file(str(path), BUCKET, f"country/{path.name}")
        yield given
