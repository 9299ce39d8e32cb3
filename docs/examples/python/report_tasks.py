#!/usr/bin/env python3
"""Tells Nova how many tasks there are, or of one: shows up in every window and on every page.

    report_tasks.py pending=3 running=1 completed=9
    report_tasks.py task-17 running "Tidy up the inbox"
"""
import nova


def main(first, *others):
    words = (first, *others)
    if all("=" in word for word in words):
        counts = (word.split("=", 1) for word in words)
        data = {"counts": {status: int(count) for status, count in counts}}
    else:
        status, *title = others
        data = {"task": {"id": first, "status": status, "title": " ".join(title)}}
    answer, _ = nova.call("POST", "/ws/broadcast", {"type": "task_updated", "data": data})
    print(f"event {answer['seq']}, delivered to {answer['delivered']}")


if __name__ == "__main__":
    nova.run(main)
