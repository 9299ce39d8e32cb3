#!/usr/bin/env python3
"""Tells every Nova on a Redis how many tasks there are: shows up in the status line of windows and pages.

    publish_tasks.py redis://localhost:6379 pending=3 running=1 completed=9
    publish_tasks.py redis://localhost:6379 task-17 running "Tidy up the inbox"
"""
import datetime
import json
import socket
import sys
import uuid

import redis  # Debian: python3-redis


def event(data):
    now = datetime.datetime.now(datetime.timezone.utc)
    return {
        "id": str(uuid.uuid4()),
        "type": "task_updated",
        "timestamp": now.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "data": data,
        "source": "publish_tasks@" + socket.gethostname(),
    }


def main(url, *words):
    if all("=" in word for word in words):
        counts = (word.split("=", 1) for word in words)
        data = {"counts": {status: int(count) for status, count in counts}}
    else:
        task_id, status, *title = words
        data = {"task": {"id": task_id, "status": status, "title": " ".join(title)}}
    heard_by = redis.Redis.from_url(url).publish("nova_events", json.dumps(event(data)))
    print(f"heard by {heard_by}")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
