"""Law 5: nothing but the text tells a planted message from any other.

usage: leak_test.py HAYMAKER CONVERSATIONS

A corpus with thousands of plantings is made, and classifiers get to see everything about its messages but
their words: sizes, headers and their order, clients, times, places, identifiers, recipients, parts,
encodings, answers. They must not do better than chance: an AUC of 0.5 within 0.03, three times.

    true against clean      decoy against clean      true against decoy

Clean is matched clean: for each planted conversation one that is not, begun in the same department, in the
same direction, with as many messages as there are steps and room for the planted words in each; then the
same places in it. That a complaint comes from a client, that three steps need three messages and twelve
words more than "Thanks." is what the planting is, not what gives it away.

Cross-validation keeps together all that one person began, and all conversations of an incident, because
whoever knows one conversation of a ring knows its people in the next. Scores are pooled over the folds;
with the thousands of messages on either side the standard error of an AUC is about 0.01.
"""

import csv
import io
import json
import random
import subprocess
import sys
import tarfile
import tempfile
import unittest
from collections import defaultdict
from pathlib import Path

import numpy
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from features import extract, of_conversations

HAYMAKER = CONVERSATIONS = None
SPEC = {"count": 60_000, "seed": 77, "scenarios": {"incidents": 2000, "decoys": 3000}}
TOLERANCE = 0.03
FEWEST = 1500  # Messages on either side.
FOLDS = 5
SHOWN = 12


def lines_of(*command):
    return subprocess.run(list(map(str, command)), check=True, stdout=subprocess.PIPE, text=True).stdout


def conversations(spec):
    """What the engine knows: conversation -> its messages' rows by ordinal."""
    found = defaultdict(dict)
    for row in csv.DictReader(io.StringIO(lines_of(CONVERSATIONS, spec))):
        row.update(ordinal=int(row["ordinal"]), size=int(row["size"]), steps=int(row["steps"]))
        found[row["conversation"]][row["ordinal"]] = row
    return found


def read_mail(out):
    """uid -> {features ...} of every message, in the order of the corpus."""
    rows = []
    for archive in sorted((out / "mail").glob("*.tar")):
        with tarfile.open(archive) as tar:
            for member in tar:
                uid = member.name.split("/")[1].removesuffix(".eml")
                features, sent, identifier, parent = extract(tar.extractfile(member).read(), uid, len(rows))
                rows.append({"uid": uid, "features": features, "sent": sent, "id": identifier, "parent": parent})
    of_conversations(rows)
    return {row["uid"]: row for row in rows}


def first(conversation):
    return conversation[0]


def kind(conversation):
    return first(conversation)["function"], first(conversation)["direction"]


def planted(table, polarity):
    return [c for c in table.values() if first(c)["polarity"] == polarity]


def matched(wanted, pool, has_room, draw):
    """Pairs (wanted, one of the pool that could have been it). One of the pool may be in several, so that
    the large ones are not used up; cross-validation keeps it in one fold."""
    by_kind = defaultdict(list)
    for conversation in pool:
        by_kind[kind(conversation)].append(conversation)
    pairs = []
    for conversation in wanted:
        fit = [c for c in by_kind[kind(conversation)] if has_room(c, conversation)]
        if fit:
            pairs.append((conversation, draw.choice(fit)))
    return pairs


def messages(pairs, side, most_steps):
    """The places of the steps, on one side of the pairs."""
    return [pair[side][step] for pair in pairs for step in range(min(first(pair[0])["steps"], most_steps))]


def planted_lengths(key):
    """uid -> how many characters of its author's own words are planted."""
    found = defaultdict(int)
    for line in (key / "labels.jsonl").read_text().splitlines():
        label = json.loads(line)
        if label["role"] == "primary":
            found[label["msg_uid"]] += sum(len(span["text"]) for span in label["spans"])
    return found


def groups_of(table, key):
    """conversation -> a number that it shares with those of the same starter or incident."""
    joined = {}

    def top(name):
        while joined.setdefault(name, name) != name:
            name = joined[name]
        return name

    by_uid = {row["uid"]: name for name, conversation in table.items() for row in conversation.values()}
    for name, conversation in table.items():
        joined[top(name)] = top("starter " + first(conversation)["starter"])
    for line in (key / "incidents.jsonl").read_text().splitlines():
        members = json.loads(line)["members"]
        for uid in members:
            joined[top(by_uid[uid])] = top(by_uid[members[0]])
    numbers = {}
    return {name: numbers.setdefault(top(name), len(numbers)) for name in table}


def table_of(rows, mail):
    names = sorted({name for row in rows for name in mail[row["uid"]]["features"]})
    values = numpy.array([[mail[row["uid"]]["features"].get(name, -1) for name in names] for row in rows], float)
    return names, values


def scores(model, values, truth, groups):
    """Out-of-fold scores, so that no message is judged by a model that saw its group."""
    found = numpy.zeros(len(truth))
    for learn, judge in GroupKFold(FOLDS).split(values, truth, groups):
        model.fit(values[learn], truth[learn])
        found[judge] = model.predict_proba(values[judge])[:, 1]
    return found


def suspects(names, values, truth):
    """The features that tell most by themselves, for whoever must mend it."""
    alone = [(roc_auc_score(truth, values[:, i]), name) for i, name in enumerate(names)]
    alone.sort(key=lambda pair: -abs(pair[0] - 0.5))
    return [f"{name} {auc:.3f}" for auc, name in alone[:SHOWN]]


class Leak(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        place = Path(cls.folder.name)
        spec = place / "spec.json"
        spec.write_text(json.dumps(SPEC))
        lines_of(HAYMAKER, "generate", spec, "--package", "tar", "--out", place / "out", "--truth",
                 place / "key")
        cls.table = conversations(spec)
        cls.mail = read_mail(place / "out")
        cls.groups = groups_of(cls.table, place / "key")
        cls.lengths = planted_lengths(place / "key")
        cls.clean = [c for c in cls.table.values()
                     if not first(c)["polarity"] and first(c)["traffic"] == "business"]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def has_room(self, conversation, wanted):
        """Whether what is planted in `wanted` could be in this conversation."""
        steps = first(wanted)["steps"]
        return first(conversation)["size"] >= steps and all(
            self.mail[conversation[step]["uid"]]["features"].get("own characters", 0) >=
            self.lengths[wanted[step]["uid"]] for step in range(steps))

    def stay_at_chance(self, what, wanted, pool, most_steps=3):
        pairs = matched(wanted, pool, self.has_room, random.Random(1))
        rows = [messages(pairs, side, most_steps) for side in (0, 1)]
        self.assertGreaterEqual(len(rows[0]), FEWEST, f"{what}: too few pairs to tell")
        names, values = table_of(rows[0] + rows[1], self.mail)
        truth = numpy.array([1] * len(rows[0]) + [0] * len(rows[1]))
        groups = [self.groups[row["conversation"]] for row in rows[0] + rows[1]]
        models = {"boosting": HistGradientBoostingClassifier(max_iter=120, learning_rate=0.05, max_leaf_nodes=12,
                                                              min_samples_leaf=40, random_state=1),
                  "logistic": make_pipeline(StandardScaler(), LogisticRegression(C=0.01, max_iter=300))}
        found = {name: roc_auc_score(truth, scores(model, values, truth, groups)) for name, model in models.items()}
        alone = suspects(names, values, truth)
        print(f"{what}: {len(rows[0])} messages a side, {len(wanted) - len(pairs)} without a match, AUC",
              ", ".join(f"{name} {auc:.3f}" for name, auc in found.items()), "| alone:", "; ".join(alone[:4]))
        for name, auc in found.items():
            with self.subTest(what, model=name):
                self.assertAlmostEqual(auc, 0.5, delta=TOLERANCE, msg="tells most: " + "; ".join(alone))

    def test_true_and_clean_look_alike(self):
        self.stay_at_chance("true against clean", planted(self.table, "true"), self.clean)

    def test_decoys_and_clean_look_alike(self):
        self.stay_at_chance("decoy against clean", planted(self.table, "decoy"), self.clean)

    def test_true_and_decoys_look_alike(self):
        # A decoy has one step, so it is held against the first one of an incident.
        self.stay_at_chance("true against decoy", planted(self.table, "true"), planted(self.table, "decoy"), 1)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__.strip())
    HAYMAKER, CONVERSATIONS = sys.argv.pop(1), sys.argv.pop(1)
    unittest.main()
