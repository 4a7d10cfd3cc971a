"""Small servers on the loopback interface that answer as Nominatim, Photon and Overpass do."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from wayproof.online.services import Services

if TYPE_CHECKING:
    from pathlib import Path

Answer = Callable[[str, dict[str, list[str]]], tuple[int, Any]]


@dataclass
class Server:
    """A running server: its address, the requests it saw, and how it answers."""

    address: str
    answer: Answer
    requests: list[tuple[str, dict[str, list[str]], str]] = field(default_factory=list)


@pytest.fixture
def serve() -> Iterator[Callable[[Answer], Server]]:
    """Start a server that answers each request by ``answer(path, query) -> (status, JSON value)``."""
    running: list[ThreadingHTTPServer] = []

    def start(answer: Answer) -> Server:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._reply(parse_qs(urlsplit(self.path).query))

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self._reply(parse_qs(body))

            def _reply(self, query: dict[str, list[str]]) -> None:
                path = urlsplit(self.path).path
                server.requests.append((path, query, self.headers.get("User-Agent", "")))
                status, value = server.answer(path, query)
                payload = json.dumps(value).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(payload)))
                self.end_headers()
                self.wfile.write(payload)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
                """Keep the test output quiet."""

        http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        running.append(http)
        server = Server(f"http://127.0.0.1:{http.server_address[1]}", answer)
        threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True).start()
        return server

    yield start
    for http in running:
        http.shutdown()
        http.server_close()


@pytest.fixture
def services(tmp_path: Path) -> Callable[..., Services]:
    """Services with no address but those given, no pause, and a cache of their own."""

    def build(**addresses: str) -> Services:
        empty = {"nominatim": "", "photon": "", "overpass": ""}
        return Services(
            **{**empty, **addresses}, contact="desk@example.org", timeout_s=5.0, pause_s=0.0, cache=tmp_path / "cache"
        )

    return build
