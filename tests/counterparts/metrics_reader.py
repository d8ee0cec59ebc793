"""`prometheus_client`, Prometheus' own library for Python, as the reader of our metrics.

A line of JSON in, `{"text": ...}`, and one back: each family with its type, its help and its samples. What it cannot
read ends it with its reason.
"""

import json
import sys

from prometheus_client.parser import text_string_to_metric_families


def families(text):
    return [
        {
            "name": family.name,
            "type": family.type,
            "help": family.documentation,
            "samples": [
                {"name": sample.name, "labels": sample.labels, "value": sample.value}
                for sample in family.samples
            ],
        }
        for family in text_string_to_metric_families(text)
    ]


for line in sys.stdin:
    print(json.dumps({"families": families(json.loads(line)["text"])}), flush=True)
