"""What a server must bear: foreign pages, malformed requests, too much, too slow, never reading.

usage: abuse_test.py HAYMAKER
"""

import base64
import json
import os
import socket
import struct
import sys
import time
import unittest

from server import Case, PATIENCE_S, Program, is_readable, read_to_end

HOST = b"Host: 127.0.0.1:%d\r\n"
BIG = 10 * 1000 ** 3  # Bytes that are announced and never sent.


class Abuse(Case):
    def setUp(self):
        super().setUp()
        self.server = self.serve()
        self.host = HOST % self.server.port

    def tearDown(self):
        """Whatever was tried, the server goes on, and ends well: a leak or a race would be told."""
        self.still_serves(self.server)
        self.assertEqual(self.server.stop(), (0, ""))

    def send(self, request, keep_open=False):
        """The status line that a raw request is answered with; nothing where it is just closed."""
        with self.server.connect() as connection:
            try:
                connection.sendall(request)
                if not keep_open:
                    connection.shutdown(socket.SHUT_WR)
            except (BrokenPipeError, ConnectionResetError):
                pass
            return read_to_end(connection).split(b"\r\n")[0].decode()

    def status(self, request, **options):
        line = self.send(request, **options)
        return int(line.split()[1]) if line else 0

    def test_foreign_hosts_and_origins_are_refused(self):
        ask = self.server.ask
        self.assertEqual(ask("GET", "/api/v1/jobs", headers={"Host": "rebound.example"})[0], 421)
        order = json.dumps({"preset": "smoke"})
        for foreign in ({"Origin": "http://evil.example"}, {"Origin": "null"},
                        {"Sec-Fetch-Site": "cross-site"}, {"X-Haymaker": ""}):
            self.assertEqual(ask("POST", "/api/v1/jobs", order, foreign)[0], 403, foreign)
        # What a form of another page can send without asking.
        plain = {"Content-Type": "text/plain", "X-Haymaker": ""}
        self.assertEqual(ask("POST", "/api/v1/jobs", order, plain)[0], 403)
        self.assertEqual(self.server.get("/api/v1/jobs")["jobs"], [])
        own = {"Origin": self.server.url, "Sec-Fetch-Site": "same-origin"}
        self.assertEqual(ask("POST", "/api/v1/jobs", order, own)[0], 202)

    def test_a_websocket_of_a_foreign_page_is_refused(self):
        upgrade = (b"GET /api/v1/events HTTP/1.1\r\n" + self.host +
                   b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                   b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n")
        self.assertEqual(self.status(upgrade + b"Origin: http://evil.example\r\n\r\n"), 403)
        self.assertEqual(self.status(b"GET /api/v1/events HTTP/1.1\r\n" + self.host + b"\r\n"), 426)

    def test_malformed_requests_get_a_4xx_or_are_closed(self):
        for request in (b"\r\n\r\nnonsense\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
                        b"G\x00T / HTTP/1.1\r\n\r\n", b"GET /\x00 HTTP/1.1\r\n\r\n",
                        b"GET / HTTP/1.1\r\nHost\r\n\r\n", b"GET / HTTP/1.1\r\n: x\r\n\r\n",
                        b"GET / HTTP/1.1\r\nHost: a\x00b\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00",
                        b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                        b"POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
                        b"POST / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc",
                        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
                        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
                        os.urandom(4096), bytes(4096)):
            with self.subTest(request[:60]):
                self.assertIn(self.status(request), {0, 400, 413, 431})

    def test_requests_without_a_host_or_with_two_are_refused(self):
        self.assertEqual(self.status(b"GET /health HTTP/1.1\r\n\r\n"), 400)
        self.assertEqual(self.status(b"GET /health HTTP/1.1\r\n" + self.host * 2 + b"\r\n"), 400)

    def test_paths_lead_nowhere_but_to_routes(self):
        for path in ("/../etc/passwd", "/api/v1/jobs/../../../etc/passwd", "/api/v1/jobs/..%2f..%2fetc",
                     "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/api/v1/jobs/%00",
                     "/api/v1/jobs/a%00b/download", "/api/v1/jobs/%ff/download", "/api/v1/jobs/.",
                     "/api/v1/jobs/....//download", "/api/v1/jobs/haymaker.lock/download",
                     "/api/v1/jobs/jobs.sqlite3/truth", "/api/v1/jobs/" + "a" * 8000,
                     "/api/v1/jobs/x/messages/99999999999999999999/raw", "/assets/../index.html",
                     "/api/v1/jobs/';DROP TABLE jobs;--".replace(" ", "%20")):
            with self.subTest(path):
                status, _, body = self.server.ask("GET", path, token=self.server.truth)
                self.assertIn(status, {400, 404})
                self.assertEqual(json.loads(body)["status"], status)

    def test_bodies_that_are_too_large_are_refused_before_they_are_read(self):
        post = b"POST /api/v1/jobs HTTP/1.1\r\n" + self.host + b"X-Haymaker: 1\r\nContent-Type: application/json\r\n"
        self.assertEqual(self.status(post + b"Content-Length: %d\r\n\r\n" % BIG, keep_open=True), 413)
        expecting = post + b"Expect: 100-continue\r\nContent-Length: %d\r\n\r\n" % BIG
        self.assertEqual(self.status(expecting, keep_open=True), 413)
        chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
        self.assertEqual(self.status(post + b"Transfer-Encoding: chunked\r\n\r\n" + chunk * 40), 413)
        self.assertEqual(self.status(b"GET / HTTP/1.1\r\n" + self.host + b"A: " + b"b" * 20000 + b"\r\n\r\n"), 431)
        self.assertLess(self.server.memory(), 200 * 1024 ** 2)

    def test_json_that_is_deep_long_or_wrong_is_a_mistake_and_not_a_crash(self):
        for body in ("[" * 100000, '{"spec":' * 50000, '{"preset":"smoke","preset":"million"', "\x00", "nan",
                     '{"preset":"' + "x" * 500000 + '"}', json.dumps({f"f{i}": 1 for i in range(30000)}),
                     '{"spec":{"seed":1e400}}', '{"spec":{"seed":-0.0}}', '"\\ud800"', "\ufeff{}",
                     '{"spec":{"company":{"sites":[' + "1," * 50000 + '1]}}}'):
            with self.subTest(body[:40]):
                status, _, answer = self.server.ask("POST", "/api/v1/jobs", body.encode())
                self.assertEqual(status, 422)
                self.assertLessEqual(len(answer), 100_000)
                self.assertLessEqual(len(json.loads(answer)["errors"]), 100)

    def test_slow_headers_and_slow_bodies_end_while_others_are_served(self):
        slow = [self.server.connect() for _ in range(50)]
        began = time.monotonic()
        for connection in slow:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: ")
        self.still_serves(self.server)
        answers = set()
        for connection in slow:
            # A drop now and then keeps no connection open.
            while not is_readable(connection, 1) and time.monotonic() - began < 60:
                connection.sendall(b"a")
            answers.add(read_to_end(connection).split(b"\r\n")[0])
            connection.close()
        self.assertEqual(answers, {b"HTTP/1.1 408 Request Timeout"})
        self.assertLess(time.monotonic() - began, 40)

    def test_malformed_frames_end_a_websocket_and_nothing_else(self):
        def frame(opcode, payload, masked=True, size=None):
            size = len(payload) if size is None else size
            head = bytes([0x80 | opcode])
            mask = 0x80 if masked else 0
            if size < 126:
                head += bytes([mask | size])
            elif size < 65536:
                head += bytes([mask | 126]) + struct.pack(">H", size)
            else:
                head += bytes([mask | 127]) + struct.pack(">Q", size)
            return head + (bytes(4) if masked else b"") + payload

        for bad in (frame(1, b"not masked", masked=False), frame(3, b"reserved"), b"\xff" * 64,
                    frame(9, b"x" * 200), frame(1, b"", size=2 ** 62), frame(1, b"x" * 5000),
                    frame(1, b"\xff\xfe not UTF-8")):
            with self.subTest(bad[:20]), self.open_websocket() as connection:
                connection.sendall(bad)
                self.assertTrue(is_readable(connection, PATIENCE_S))
                read_to_end(connection)

    def open_websocket(self):
        connection = self.server.connect()
        key = base64.b64encode(os.urandom(16))
        connection.sendall(b"GET /api/v1/events HTTP/1.1\r\n" + self.host + b"Connection: Upgrade\r\n"
                           b"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + key + b"\r\n\r\n")
        self.assertTrue(connection.recv(4096).startswith(b"HTTP/1.1 101"))
        return connection

    def test_websockets_that_never_read_cost_little_and_hold_up_nobody(self):
        idle = [self.open_websocket() for _ in range(300)]
        before = self.server.memory()
        jobs = [self.server.order(preset="smoke", count=1, seed=i) for i in range(40)]
        for job in jobs:
            self.assertEqual(self.server.wait_for(job), "COMPLETED")
        self.assertLess(self.server.memory() - before, 150 * 1024 ** 2)
        for connection in idle:
            connection.close()

    def test_a_client_that_leaves_in_the_middle_of_a_download_is_forgotten(self):
        job = self.server.order(preset="smoke", count=3000, package="tar")
        self.server.wait_for(job)
        for _ in range(20):
            with self.server.connect() as connection:
                connection.sendall(f"GET /api/v1/jobs/{job}/download HTTP/1.1\r\n".encode() + self.host + b"\r\n")
                self.assertTrue(connection.recv(1000).startswith(b"HTTP/1.1 200"))
        self.still_serves(self.server)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__.strip())
    Program.path = os.path.abspath(sys.argv.pop(1))
    unittest.main()
