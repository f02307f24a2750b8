"""Makes mail in the way that most test-data scripts do: Faker for the words, email.message for the bytes.

usage: faker_email.py [--mean-bytes 4000] [--seconds 3] [--json] [--show]

Each message has a sender, recipients, a date, ids and a plain body of Faker's paragraphs, so long that
the mean size comes out as asked. Prints how many messages one thread makes in a second; the yardstick
of `haymaker bench`.
"""

import argparse
import json
import random
import time
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid

from faker import Faker


def make_message(fake, sentences):
    """The bytes of one message with a body of `sentences` sentences, in paragraphs of about five."""
    message = EmailMessage(policy=SMTP)
    message["From"] = f"{fake.name()} <{fake.ascii_safe_email()}>"
    message["To"] = f"{fake.name()} <{fake.ascii_safe_email()}>"
    message["Subject"] = fake.sentence(nb_words=5)
    message["Date"] = format_datetime(fake.date_time_between("-1y"))
    message["Message-ID"] = make_msgid(domain=fake.safe_domain_name())
    paragraphs = []
    while sentences > 0:
        paragraphs.append(" ".join(fake.sentences(min(5, sentences))))
        sentences -= 5
    message.set_content(f"Hi {fake.first_name()},\n\n" + "\n\n".join(paragraphs) +
                        f"\n\nRegards,\n{fake.name()}\n{fake.job()}\n{fake.phone_number()}\n")
    return message.as_bytes()


def sentences_for(fake, mean_bytes):
    """How many sentences give the mean size: a message is a frame and so many bytes a sentence."""
    def mean(sentences):
        return sum(len(make_message(fake, sentences)) for _ in range(40)) / 40

    frame, long = mean(1), mean(41)
    return max(1, round(1 + (mean_bytes - frame) / ((long - frame) / 40)))


def measure(fake, sentences, seconds):
    """(messages, bytes, processor seconds) of as many as fit into the time. Lengths vary by half."""
    lengths = random.Random(1)
    messages = total = 0
    began = time.process_time()
    while (elapsed := time.process_time() - began) < seconds:
        for _ in range(10):
            low, high = max(1, sentences // 2), sentences + (sentences + 1) // 2
            total += len(make_message(fake, lengths.randint(low, high)))
            messages += 1
    return messages, total, elapsed


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mean-bytes", type=int, default=4_000)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--json", action="store_true", help="print one line of JSON")
    parser.add_argument("--show", action="store_true", help="print one message instead")
    options = parser.parse_args()

    fake = Faker("en_GB")
    Faker.seed(1)
    sentences = sentences_for(fake, options.mean_bytes)
    if options.show:
        print(make_message(fake, sentences).decode(), end="")
        return
    messages, total, seconds = measure(fake, sentences, options.seconds)
    result = {"messages": messages, "messages_per_s": round(messages / seconds, 1),
              "mean_bytes": round(total / messages), "processor_s": round(seconds, 3)}
    if options.json:
        print(json.dumps(result))
    else:
        print(f"{result['messages_per_s']} messages/s of {result['mean_bytes']} bytes on average")


if __name__ == "__main__":
    main()
