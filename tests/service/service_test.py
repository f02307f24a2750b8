"""A corpus from its order to its verified download, by clients that nobody here wrote: curl, Python's
http.client, the websockets package, tar.

usage: service_test.py HAYMAKER
"""

import json
import os
import signal
import subprocess
import sys
import tarfile
import time
import unittest

from websockets.sync.client import connect

from server import Case, PATIENCE_S, Program

# Three parts and a bit, so that there is a middle to be stopped in.
ORDER = {"preset": "realistic", "count": 50000, "seed": 3, "package": "tar", "compress": "zstd"}


class Service(Case):
    def digest_of_an_undisturbed_run(self):
        made = self.run_it("generate", ORDER["preset"], "--count", ORDER["count"], "--seed", ORDER["seed"],
                           "--out", "null:", "--json")
        return json.loads(made.stdout.splitlines()[-1])["digest"]

    def wait_for_a_part(self, server, job):
        """Until the first part of a job is whole, and others are not."""
        receipt = server.data / "jobs" / job / "index" / "part-00000.json"
        end = time.monotonic() + PATIENCE_S
        while not receipt.exists():
            self.assertLess(time.monotonic(), end)
            os.sched_yield()

    def curl(self, server, *arguments):
        return subprocess.run(["curl", "-sS", "--fail-with-body", "-H", "X-Haymaker: 1", *arguments],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def test_curl_orders_a_corpus_and_verify_finds_the_download_whole(self):
        server = self.serve()
        for package, compress in (("tar", "zstd"), ("objects", "none")):
            with self.subTest(package):
                order = json.dumps({"preset": "smoke", "seed": 7, "package": package, "compress": compress})
                made = self.curl(server, "--json", order, server.url + "/api/v1/jobs")
                self.assertEqual(made.returncode, 0, made.stdout + made.stderr)
                job = json.loads(made.stdout)["id"]
                self.assertEqual(server.wait_for(job), "COMPLETED")
                archive = self.place / f"{package}.tar"
                got = self.curl(server, "-o", str(archive), f"{server.url}/api/v1/jobs/{job}/download")
                self.assertEqual(got.returncode, 0, got.stderr)
                with tarfile.open(archive) as opened:
                    top = {name.split("/")[0] for name in opened.getnames()}
                    opened.extractall(self.place / package)
                self.assertEqual(len(top), 1)
                checked = self.run_it("verify", self.place / package / top.pop())
                self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)
                self.assertIn("1000", checked.stdout.replace(",", ""))

    def test_the_key_verifies_against_the_download_and_needs_its_token(self):
        server = self.serve()
        job = server.order(preset="smoke", seed=7, package="tar")
        self.assertEqual(server.wait_for(job), "COMPLETED")
        key = self.place / "key"
        key.mkdir()
        for path, name in (("", "truth.json"), ("/labels.jsonl", "labels.jsonl"),
                           ("/incidents.jsonl", "incidents.jsonl")):
            where = f"/api/v1/jobs/{job}/truth{path}"
            self.assertEqual(server.ask("GET", where)[0], 401)
            self.assertEqual(server.ask("GET", where, token="0" * 64)[0], 401)
            status, _, body = server.ask("GET", where, token=server.truth)
            self.assertEqual(status, 200)
            (key / name).write_bytes(body)
        checked = self.run_it("verify", server.data / "jobs" / job, "--truth", key)
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)

    def test_a_server_that_is_killed_goes_on_with_its_jobs_to_the_same_corpus(self):
        digest = self.digest_of_an_undisturbed_run()
        server = self.serve()
        job = server.order(**ORDER)
        waiting = server.order(preset="smoke", seed=1)
        self.wait_for_a_part(server, job)
        server.stop(signal.SIGKILL)
        part = server.data / "jobs" / job / "mail" / "part-00000.tar.zst"
        made_at = part.stat().st_mtime_ns
        again = self.serve()
        self.assertEqual(again.wait_for(job), "COMPLETED")
        self.assertEqual(again.wait_for(waiting), "COMPLETED")
        found = again.get(f"/api/v1/jobs/{job}")
        self.assertEqual(found["digest"], digest)
        self.assertEqual(found["status"]["attempt"], 2)
        self.assertEqual(part.stat().st_mtime_ns, made_at)
        self.assertEqual(self.run_it("verify", again.data / "jobs" / job).returncode, 0)

    def test_a_server_that_is_asked_to_stop_parks_its_jobs_within_seconds(self):
        digest = self.digest_of_an_undisturbed_run()
        server = self.serve()
        job = server.order(**ORDER)
        self.wait_for_a_part(server, job)
        began = time.monotonic()
        self.assertEqual(server.stop(), (0, ""))
        self.assertLess(time.monotonic() - began, 10)
        self.assertTrue((server.data / "jobs" / job / "status.txt").read_text().startswith("state: QUEUED\n"))
        self.assertEqual(list((server.data / "jobs" / job).rglob("*.partial")), [])
        again = self.serve()
        self.assertEqual(again.wait_for(job), "COMPLETED")
        self.assertEqual(again.get(f"/api/v1/jobs/{job}")["digest"], digest)

    def test_a_job_is_cancelled_resumed_and_deleted(self):
        server = self.serve()
        job = server.order(**ORDER)
        where = f"/api/v1/jobs/{job}"
        self.wait_for_a_part(server, job)
        self.assertEqual(server.ask("DELETE", where)[0], 409)
        self.assertEqual(server.ask("POST", where + "/cancel")[0], 202)
        self.assertEqual(server.wait_for(job), "CANCELLED")
        self.assertEqual(server.ask("GET", where + "/download")[0], 409)
        self.assertEqual(server.ask("POST", where + "/resume")[0], 202)
        self.assertEqual(server.wait_for(job), "COMPLETED")
        self.assertEqual(server.get(where)["digest"], self.digest_of_an_undisturbed_run())
        self.assertEqual(server.ask("DELETE", where)[0], 204)
        self.assertEqual(server.ask("GET", where)[0], 404)
        end = time.monotonic() + PATIENCE_S
        while any((server.data / folder / job).exists() for folder in ("jobs", "truth")):
            self.assertLess(time.monotonic(), end)
            os.sched_yield()

    def test_an_order_that_is_repeated_under_its_key_is_made_once(self):
        server = self.serve()
        key = {"Idempotency-Key": "4f7c0b0e-5d0b-4a43-9d3e-1f6d8e1c2b3a"}
        first = server.order(key, preset="smoke", count=10)
        self.assertEqual(server.order(key, preset="smoke", count=10), first)
        server.wait_for(first)
        server.stop(signal.SIGKILL)
        again = self.serve()
        self.assertEqual(again.order(key, preset="smoke", count=10), first)
        self.assertEqual(len(again.get("/api/v1/jobs")["jobs"]), 1)


class Events(Case):
    def events(self, server, job, start):
        """All events of a job from before `start()` to its end."""
        status, _, body = server.ask("POST", "/api/v1/events/tickets")
        self.assertEqual(status, 201)
        ticket = json.loads(body)["ticket"]
        with connect(f"ws://127.0.0.1:{server.port}/api/v1/events?job={job}&ticket={ticket}") as socket:
            start()
            events = []
            while not events or events[-1]["status"]["state"] not in ("COMPLETED", "FAILED"):
                events.append(json.loads(socket.recv(timeout=PATIENCE_S)))
        return events

    def test_a_websocket_hears_progress_and_the_end_of_its_job_alone(self):
        server = self.serve()
        job = server.order(**ORDER)
        server.ask("POST", f"/api/v1/jobs/{job}/cancel")
        server.wait_for(job)

        def start():
            server.order(preset="smoke", count=10)
            self.assertEqual(server.ask("POST", f"/api/v1/jobs/{job}/resume")[0], 202)

        events = self.events(server, job, start)
        self.assertEqual({event["job"] for event in events}, {job})
        self.assertEqual(events[0]["status"]["state"], "QUEUED")
        self.assertEqual(events[-1]["status"]["state"], "COMPLETED")
        self.assertEqual(events[-1]["status"]["messages_done"], ORDER["count"])
        self.assertIn("progress", {event["change"] for event in events})
        done = [event["status"]["messages_done"] for event in events]
        self.assertEqual(done, sorted(done))
        self.assertEqual(len({event["id"] for event in events}), len(events))

    def test_a_websocket_is_told_that_the_server_goes_away(self):
        server = self.serve()
        with connect(f"ws://127.0.0.1:{server.port}/api/v1/events") as socket:
            server.process.send_signal(signal.SIGTERM)
            with self.assertRaises(Exception) as closed:
                socket.recv(timeout=PATIENCE_S)
            self.assertEqual(closed.exception.rcvd.code, 1001)
        server.process.communicate(timeout=PATIENCE_S)
        self.assertEqual(server.process.returncode, 0)


class Tokens(Case):
    def test_an_address_that_others_reach_needs_the_token(self):
        server = self.serve("--host", "0.0.0.0")
        self.assertEqual(server.ask("GET", "/api/v1/jobs")[0], 401)
        self.assertEqual(server.ask("GET", "/api/v1/jobs", token="wrong")[0], 401)
        self.assertEqual(server.ask("GET", "/api/v1/jobs", token=server.token)[0], 200)
        self.assertEqual(server.ask("GET", "/api/v1/jobs", token=server.truth)[0], 200)
        self.still_serves(server)
        self.assertEqual(server.ask("POST", "/api/v1/events/tickets")[0], 401)

    def test_tokens_lie_in_a_file_that_its_owner_alone_reads(self):
        file = self.place / "tokens"
        server = self.serve("--token-file", str(file))
        self.assertEqual(file.stat().st_mode & 0o777, 0o600)
        tokens = dict(line.split(": ") for line in file.read_text().splitlines())
        self.assertEqual(server.ask("GET", "/api/v1/jobs")[0], 401)
        self.assertEqual(server.ask("GET", "/api/v1/jobs", token=tokens["token"])[0], 200)
        server.stop()
        file.chmod(0o644)
        refused = self.run_it("serve", "--port", 0, "--data", self.place / "data", "--token-file", file)
        self.assertEqual(refused.returncode, 2)
        self.assertIn("can be read by others than its owner; chmod 600 it", refused.stderr)

    def test_two_servers_do_not_share_a_place_or_a_port(self):
        server = self.serve()
        same_place = self.run_it("serve", "--port", 0, "--data", server.data)
        self.assertEqual(same_place.returncode, 1)
        self.assertIn("is in use by another server", same_place.stderr)
        same_port = self.run_it("serve", "--port", server.port, "--data", self.place / "other")
        self.assertEqual(same_port.returncode, 1)
        self.assertIn("cannot listen", same_port.stderr)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__.strip())
    Program.path = os.path.abspath(sys.argv.pop(1))
    unittest.main()
