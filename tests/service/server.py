"""The server under test, and clients for it."""

import http.client
import json
import os
import re
import selectors
import signal
import socket
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

PATIENCE_S = 120
FINAL = {"COMPLETED", "FAILED", "CANCELLED"}


class Program:
    path = None


class Server:
    """A process of `haymaker serve`, on a port that the system chooses."""

    def __init__(self, data, *arguments):
        self.data = Path(data)
        self.process = subprocess.Popen(
            [Program.path, "serve", "--port", "0", "--threads", "2", "--data", str(data), *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        greeting = self._greeting()
        self.port = int(re.search(r"listens on http://.*:(\d+)/", greeting).group(1))
        found = re.search(r"truth token +(\w+)", greeting)
        self.truth = found.group(1) if found else None
        found = re.search(r"  token +(\w+)", greeting)
        self.token = found.group(1) if found else None
        self.address = ("127.0.0.1", self.port)
        self.url = f"http://127.0.0.1:{self.port}"

    def _greeting(self):
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            if "Ctrl-C" in line:
                return "".join(lines)
        raise AssertionError(f"no greeting: {lines} {self.process.stderr.read()}")

    def stop(self, number=signal.SIGTERM):
        """Signals it; returns its exit code and what it said on the standard error."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        said = self.process.communicate(timeout=PATIENCE_S)[1]
        return self.process.returncode, said

    def ask(self, method, path, body=None, headers=None, token=None):
        """(status, headers, bytes) by http.client."""
        connection = http.client.HTTPConnection(*self.address, timeout=PATIENCE_S)
        try:
            sent = {"X-Haymaker": "1"}
            if body is not None:
                sent["Content-Type"] = "application/json"
            if token:
                sent["Authorization"] = f"Bearer {token}"
            connection.request(method, path, body, sent | (headers or {}))
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def get(self, path, **options):
        """The JSON of an answer that must be 200."""
        status, _, body = self.ask("GET", path, **options)
        assert status == 200, (path, status, body)
        return json.loads(body)

    def order(self, headers=None, **order):
        status, _, body = self.ask("POST", "/api/v1/jobs", json.dumps(order), headers)
        assert status == 202, (status, body)
        return json.loads(body)["id"]

    def state(self, job):
        return self.get(f"/api/v1/jobs/{job}")["status"]["state"]

    def wait_for(self, job, states=frozenset(FINAL)):
        """Polls by ETag, as a page without WebSockets does, until the job is in one of the states."""
        end = time.monotonic() + PATIENCE_S
        tag = None
        while time.monotonic() < end:
            status, headers, body = self.ask("GET", f"/api/v1/jobs/{job}/status.txt",
                                             headers={"If-None-Match": tag} if tag else {})
            if status == 200:
                tag = headers["ETag"]
                state = re.match(rb"state: (\w+)", body).group(1).decode()
                if state in states:
                    return state
            else:
                assert status == 304, (status, body)
        raise AssertionError(f"{job} is not {states}, but {self.state(job)}")

    def connect(self):
        return socket.create_connection(self.address, timeout=PATIENCE_S)

    def memory(self):
        """Resident, in bytes."""
        pages = Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")


def read_to_end(connection):
    """All that a peer sends until it closes."""
    received = b""
    try:
        while piece := connection.recv(65536):
            received += piece
    except ConnectionResetError:
        pass
    return received


def is_readable(connection, seconds):
    with selectors.DefaultSelector() as selector:
        selector.register(connection, selectors.EVENT_READ)
        return bool(selector.select(seconds))


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.place = Path(folder.name)

    def serve(self, *arguments, data="data"):
        server = Server(self.place / data, *arguments)
        self.addCleanup(server.stop, signal.SIGKILL)
        return server

    def still_serves(self, server):
        self.assertEqual(server.get("/health"), {"status": "ok"})

    def run_it(self, *arguments):
        return subprocess.run([Program.path, *map(str, arguments)], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True)
