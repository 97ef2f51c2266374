"""A hub on the loopback that speaks the part of the real one's HTTP that fetching uses."""

import hashlib
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

_API = re.compile(r"/api/models/([\w.-]+/[\w.-]+)(?:/(tree)/(\w+))?(?:\?.*)?")
_FILE = re.compile(r"/([\w.-]+/[\w.-]+)/resolve/(\w+)/([\w.-]+)")


@dataclass
class FakeHub:
    """`repositories` maps a name to its folder; `requests` are (path, Range or None).

    Files of `broken_names` are served with other bytes than the hub announces.
    """

    repositories: dict[str, Path]
    url: str = ""
    requests: list[tuple[str, str | None]] = field(default_factory=list)
    broken_names: set[str] = field(default_factory=set)

    def commit(self, name: str) -> str:
        """Changes with every byte, as Git's does."""
        digest = hashlib.sha1()
        for path in sorted(self.repositories[name].iterdir()):
            digest.update(path.name.encode() + path.read_bytes())
        return digest.hexdigest()

    def fetched(self) -> list[str]:
        return [path.rsplit("/", 1)[1] for path, _ in self.requests if "/resolve/" in path]


@contextmanager
def running_hub(repositories: dict[str, Path]) -> Iterator[FakeHub]:
    hub = FakeHub(repositories)

    class Handler(_Handler):
        shared = hub

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    hub.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield hub
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    shared: FakeHub

    def do_GET(self) -> None:
        self.shared.requests.append((self.path, self.headers.get("Range")))
        if match := _API.fullmatch(self.path):
            self._answer_api(match[1], match[2] is not None, match[3])
        elif match := _FILE.fullmatch(self.path):
            self._send_file(match[1], match[3])
        else:
            self.send_error(404)

    def _answer_api(self, name: str, wants_tree: bool, commit: str | None) -> None:
        if name not in self.shared.repositories:
            self.send_error(404)
            return
        answer: Any = {"id": name, "sha": self.shared.commit(name), "siblings": []}
        if wants_tree:
            if commit != self.shared.commit(name):
                self.send_error(404)
                return
            answer = [_entry(path) for path in sorted(self.shared.repositories[name].iterdir())]
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _send_file(self, name: str, file: str) -> None:
        content = (self.shared.repositories[name] / file).read_bytes()
        if file in self.shared.broken_names:
            content = bytes(len(content))
        start = 0
        if asked := self.headers.get("Range"):
            start = int(asked.removeprefix("bytes=").rstrip("-"))
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        else:
            self.send_response(200)
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        self.wfile.write(content[start:])

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def _entry(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    blob = hashlib.sha1(f"blob {len(content)}\0".encode() + content).hexdigest()
    entry: dict[str, Any] = {
        "type": "file",
        "path": path.name,
        "oid": blob,
        "size": len(content),
    }
    if path.suffix == ".safetensors":
        lfs = {"oid": hashlib.sha256(content).hexdigest(), "size": len(content), "pointerSize": 134}
        entry["lfs"] = lfs
    return entry
