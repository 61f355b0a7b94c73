#!/usr/bin/env python3
"""Calls every operation of a RUNNING service with generated requests, good and bad, and checks every answer against the
service's own OpenAPI document: no 5xx, no status, content type, header or body that is not documented.

    pip install schemathesis==4.32.5        # in an environment of its own
    python src/test/python/fuzz_api.py [--url http://127.0.0.1:8080] [--examples 60] [--seed 1] [--key KEY]

Start the service with the profile `demo` first: its job gives the calls something to find. The service is a throwaway
one: datasets are created and deleted. Ends with 0 if every check held and at least 2,000 calls were made.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.request
from collections import Counter

VERSION = "4.32.5"
# Those that need more than one call or a key; CrashIT, LifecycleIT and ApiKeyTest look at that
LEFT_OUT = ["use_after_free", "ensure_resource_availability", "ignored_auth", "object_level_authorization"]
# What no schema can say: files that hold a section, genes and labels that exist, parameters within their ranges, a
# column named once, the parameters that a single cluster can be annotated again with
SEMANTIC = ["getCells", "createDataset", "annotateMarkers", "submitJob", "curateCluster", "panelAdequacy", "listLabels"]
SEMANTIC += ["reannotateCluster"]
LEAST_CALLS = 2_000


def get(url, key, path):
    request = urllib.request.Request(url + path)
    if key:
        request.add_header("Authorization", "Bearer " + key)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def finished_job(url, key):
    jobs = get(url, key, "/api/v1/annotation-jobs?state=SUCCEEDED")["content"]
    if not jobs:
        sys.exit("no finished job: start the service with --spring.profiles.active=demo and wait for its table")
    return jobs[-1]


def config(job, api):
    """The calls meet a job and a dataset that are there, except those that would end them."""
    lines = ["[checks]", *(f"{check}.enabled = false" for check in LEFT_OUT)]
    for path, operations in api["paths"].items():
        for method, operation in operations.items():
            name = operation["operationId"]
            settings = []
            if "{id}" in path and name not in ("deleteDataset", "cancelJob"):
                real = job["datasetId"] if path.startswith("/api/v1/datasets") else job["id"]
                settings += [f'parameters = {{ "path.id" = "{real}" }}']
            if name in SEMANTIC:
                settings += ["checks.positive_data_acceptance.enabled = false"]
            if settings:
                lines += ["[[operations]]", f'include-operation-id = "{name}"', *settings]
    return "\n".join(lines) + "\n"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--url", default="http://127.0.0.1:8080")
    options.add_argument("--examples", type=int, default=60, help="generated calls per operation in the fuzzing phase")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--key")
    given = options.parse_args()

    tool = pathlib.Path(sys.executable).with_name("schemathesis")
    version = subprocess.run([tool, "--version"], capture_output=True, text=True, check=True).stdout
    if VERSION not in version:
        sys.exit(f"schemathesis {VERSION} is needed, found {version.strip()}")
    api = get(given.url, given.key, "/v3/api-docs")
    with tempfile.TemporaryDirectory() as folder:
        settings = pathlib.Path(folder, "schemathesis.toml")
        settings.write_text(config(finished_job(given.url, given.key), api))
        report = pathlib.Path(folder, "calls.ndjson")
        command = [tool, "--config-file", settings, "run", given.url + "/v3/api-docs"]
        command += ["--phases", "examples,coverage,fuzzing"]
        command += ["--max-examples", given.examples, "--seed", given.seed, "--continue-on-failure"]
        command += ["--request-timeout", 60, "--no-color", "--report", "ndjson", "--report-ndjson-path", report]
        if given.key:
            command += ["--header", "Authorization:Bearer " + given.key]
        code = subprocess.run([str(part) for part in command]).returncode
        answers = Counter(statuses(report))
    print("answers by status:", dict(sorted(answers.items())), "calls:", answers.total())
    if answers.total() < LEAST_CALLS:
        sys.exit(f"only {answers.total()} calls were made, {LEAST_CALLS} are wanted: raise --examples")
    sys.exit(code)


def statuses(report):
    """Every response that the report holds, wherever it is nested."""
    with open(report, encoding="utf-8") as lines:
        for line in lines:
            stack = [json.loads(line)]
            while stack:
                value = stack.pop()
                if isinstance(value, dict):
                    if isinstance(value.get("response"), dict) and "status_code" in value["response"]:
                        yield value["response"]["status_code"]
                    stack.extend(value.values())
                elif isinstance(value, list):
                    stack.extend(value)


if __name__ == "__main__":
    main()
