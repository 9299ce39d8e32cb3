#!/usr/bin/env python3
"""Prints every event of every Nova on a Redis, one JSON object a line.

    listen_events.py redis://localhost:6379 [how many]
"""
import itertools
import json
import sys

import redis  # Debian: python3-redis

TYPES = {"mcp_toggled", "prompt_updated", "config_validated", "system_health", "task_updated"}


def events(url):
    channel = redis.Redis.from_url(url).pubsub(ignore_subscribe_messages=True)
    channel.subscribe("nova_events")
    for message in channel.listen():
        event = json.loads(message["data"])
        if event["type"] in TYPES:
            yield event


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    most = int(sys.argv[2]) if len(sys.argv) > 2 else None
    for event in itertools.islice(events(sys.argv[1]), most):
        print(json.dumps(event, separators=(",", ":")), flush=True)
