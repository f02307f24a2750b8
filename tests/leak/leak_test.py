"""Law 5: nothing but the text tells a planted message from any other.

usage: leak_test.py HAYMAKER [SEED] [--table]

A corpus with thousands of plantings is made, and classifiers get to see everything about its messages but
their words: headers and their order, clients, times, places, identifiers, recipients, parts, charsets,
attachments, conversations, answers. The law wants an AUC of 0.5 within 0.03, three times:

    true against clean      decoy against clean      true against decoy

What holds today is wider for some, and stands in BOUNDS. It is only ever made narrower.

Nothing is asked of the engine but the mail and the answer key. Clean is mail between people without planted
words of its author. Four things are text, or what the planting is, rather than what gives it away:

  direction   that a complaint comes from a client: clean mail has the shares of the directions of what it
              is held against, and so have decoys against true ones;
  few words   what holds fewer words than a planted sentence cannot be planted: left out on both sides;
  lengths     a planted sentence has the length of its words, and so have the body that it stands in, its
              lines, the answer that quotes it and the subject that it makes: whoever reads lengths reads
              words. They are shown with --table and not used;
  characters  an emoji, a homoglyph or French is text, and with it the charset that it needs: mail whose
              author wrote any but ASCII is left out on both sides.

Cross-validation keeps together all of one author and all of an incident, because whoever knows one
message of a ring knows its people in the next. Scores are pooled over the folds. Each line says how many
there are and how large the standard error of an AUC is by Hanley and McNeil for chance, sqrt((n + m + 1) /
12 n m): about 0.01, so that what is really 0.55 passes in one run of fifty at most.
"""

import json
import math
import os
import random
import subprocess
import sys
import tarfile
import tempfile
import unittest
from collections import Counter, defaultdict
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # Threads that wait for each other are slow beside other tests.

import numpy
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from features import extract, links, of_conversations

HAYMAKER = None
SEED = 77
TABLE = False
TOLERANCE = 0.03  # What the law wants.
# What holds today for seeds 77 and 78, as distance from 0.5. Make one narrower when it can be, never wider.
BOUNDS = {"true/clean": 0.05, "decoy/clean": 0.05, "true/decoy": 0.04}
FEWEST = 1000  # Messages on either side.
CLEAN = 6000  # Clean messages that are looked at.
FEWEST_WORDS = 25  # As many as the longest planted sentence.
FEWEST_SHARED = 30
FOLDS = 5
SHOWN = 8
# Lengths of text, as they are or as a header, an encoding or a file wraps them.
LENGTHS = {"bytes", "lines", "own characters", "own lines", "own paragraphs", "own words", "longest own line",
           "quoted characters", "html bytes", "attached bytes", "attached names", "encoding",
           "length of content-length", "length of subject", "length of thread-topic"}


def spec():
    return {"count": 60_000, "seed": SEED, "scenarios": {"incidents": 600, "decoys": 1800}}


def each_message(out):
    """(uid, bytes) in the order of the corpus."""
    for archive in sorted((out / "mail").glob("*.tar")):
        with tarfile.open(archive) as tar:
            for member in tar:
                yield member.name.split("/")[1].removesuffix(".eml"), tar.extractfile(member).read()


def planted(key):
    """uid -> (polarity, incident) of every message whose author wrote planted words."""
    found = {}
    for line in (key / "labels.jsonl").read_text().splitlines():
        label = json.loads(line)
        if label["role"] in ("primary", "context"):
            side = "true" if label["incident_id"] else "decoy"
            found[label["msg_uid"]] = (side, label["incident_id"])
    return found


def read_mail(out, key):
    """Rows of what is planted and of as much clean mail between people as is wanted."""
    labels = planted(key)
    everything = []
    for uid, raw in each_message(out):
        everything.append({"uid": uid, **links(raw)})
    clean = [row["uid"] for row in everything if row["uid"] not in labels and not row["machine"]]
    chosen = set(random.Random(1).sample(clean, min(CLEAN, len(clean)))) | set(labels)
    conversations = {row["uid"]: features for row, features in zip(everything, of_conversations(everything))}
    rows = []
    for place, (uid, raw) in enumerate(each_message(out)):
        if uid not in chosen:
            continue
        features, author, direction, own = extract(raw, uid, place)
        side, incident = labels.get(uid, ("clean", None))
        rows.append({"features": features | conversations[uid], "side": side, "direction": direction,
                     "author": author, "incident": incident,
                     "comparable": own.isascii() and features.get("own words", 0) >= FEWEST_WORDS})
    return rows


def groups_of(rows):
    """A number for each row that it shares with those of the same author or incident."""
    joined = {}

    def top(name):
        while joined.setdefault(name, name) != name:
            name = joined[name]
        return name

    for row in rows:
        if row["incident"]:
            joined[top("author " + row["author"])] = top("incident " + row["incident"])
    numbers = {}
    return [numbers.setdefault(top("author " + row["author"]), len(numbers)) for row in rows]


def in_shared_directions(ones, others):
    """Both without the directions that one side hardly has; of the others as many as can be had with the
    shares that the directions have among the ones, from anywhere in the corpus."""
    wanted = Counter(row["direction"] for row in ones)
    there = Counter(row["direction"] for row in others)
    shared = [name for name in wanted if min(wanted[name], there[name]) >= FEWEST_SHARED]
    factor = min(there[name] / wanted[name] for name in shared)
    taken = Counter()
    kept = []
    for row in random.Random(2).sample(others, len(others)):
        taken[row["direction"]] += 1
        if row["direction"] in shared and taken[row["direction"]] <= factor * wanted[row["direction"]]:
            kept.append(row)
    return [row for row in ones if row["direction"] in shared], kept


def table_of(rows):
    names = sorted({name for row in rows for name in row["features"]})
    return names, numpy.array([[row["features"].get(name, -1) for name in names] for row in rows], float)


def scores(model, values, truth, groups):
    """Out-of-fold scores, so that no message is judged by a model that saw its group."""
    found = numpy.zeros(len(truth))
    for learn, judge in GroupKFold(FOLDS).split(values, truth, groups):
        model.fit(values[learn], truth[learn])
        found[judge] = model.predict_proba(values[judge])[:, 1]
    return found


def alone(names, values, truth):
    """The AUC of each feature by itself, what tells most first, for whoever must mend it."""
    found = [(roc_auc_score(truth, values[:, i]), name) for i, name in enumerate(names)]
    return sorted(found, key=lambda pair: -abs(pair[0] - 0.5))


class Leak(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            (place / "spec.json").write_text(json.dumps(spec()))
            subprocess.run([HAYMAKER, "generate", place / "spec.json", "--package", "tar", "--out", place / "out",
                            "--truth", place / "key"], check=True, stdout=subprocess.DEVNULL)
            rows = read_mail(place / "out", place / "key")
        cls.sides = defaultdict(list)
        for row in rows:
            if row["comparable"]:
                cls.sides[row["side"]].append(row)

    def stay_at_chance(self, one, other):
        ones, others = in_shared_directions(self.sides[one], self.sides[other])
        n, m = len(ones), len(others)
        self.assertGreaterEqual(min(n, m), FEWEST, "too few to tell")
        names, values = table_of(ones + others)
        truth = numpy.array([1] * n + [0] * m)
        groups = groups_of(ones + others)
        used = values[:, [name not in LENGTHS for name in names]]
        models = {"boosting": HistGradientBoostingClassifier(max_iter=50, learning_rate=0.08, max_leaf_nodes=8,
                                                              min_samples_leaf=40, random_state=1),
                  "logistic": make_pipeline(StandardScaler(), LogisticRegression(C=0.01, max_iter=300))}
        found = {name: roc_auc_score(truth, scores(model, used, truth, groups)) for name, model in models.items()}
        features = alone(names, values, truth)
        suspects = "; ".join(f"{name} {auc:.3f}" for auc, name in features[:SHOWN])
        error = math.sqrt((n + m + 1) / (12 * n * m))
        print(f"{one} against {other}: {n} and {m} messages, standard error {error:.4f}, AUC",
              ", ".join(f"{name} {auc:.3f}" for name, auc in found.items()), "| alone:", suspects)
        if TABLE:
            print("".join(f"  {auc:.3f}  {name}\n" for auc, name in features))
        for name, auc in found.items():
            with self.subTest(f"{one} against {other}", model=name):
                self.assertAlmostEqual(auc, 0.5, delta=BOUNDS[f"{one}/{other}"], msg="tells most: " + suspects)

    def test_true_and_clean_look_alike(self):
        self.stay_at_chance("true", "clean")

    def test_decoys_and_clean_look_alike(self):
        self.stay_at_chance("decoy", "clean")

    def test_true_and_decoys_look_alike(self):
        self.stay_at_chance("true", "decoy")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__.strip())
    HAYMAKER = sys.argv.pop(1)
    TABLE = "--table" in sys.argv
    sys.argv = [argument for argument in sys.argv if argument != "--table"]
    if len(sys.argv) > 1:
        SEED = int(sys.argv.pop(1))
    unittest.main()
