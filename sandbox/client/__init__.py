"""Plays people in the sandbox over HTTP: for end-to-end tests and for `--play`."""

from sandbox.client.client import SandboxClient
from sandbox.client.watching import ChatTimeoutError
from sandbox.wire import SandboxRefusalError

__all__ = ["ChatTimeoutError", "SandboxClient", "SandboxRefusalError"]
