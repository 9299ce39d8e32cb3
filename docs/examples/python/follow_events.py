#!/usr/bin/env python3
"""Prints every event, one JSON object a line, and goes on after a lost connection without a gap.

    follow_events.py [how many]
"""
import json
import sys
import time
import urllib.parse

import websocket  # Debian: python3-websocket

import nova


def messages(position):
    """What the WebSocket says from `position` (epoch and seq; empty at first) on, until the connection is lost."""
    address = "ws" + nova.URL[len("http"):] + "/ws/?" + urllib.parse.urlencode(position)
    # The server pings every 25 s: after twice that in silence the line is dead.
    socket = websocket.create_connection(address, timeout=60, header=[f"Authorization: Bearer {nova.token()}"])
    try:
        while text := socket.recv():
            yield json.loads(text)
    finally:
        socket.close()


def events():
    position, wait = {}, 0.5
    while True:
        try:
            for message in messages(position):
                wait = 0.5
                if message["type"] == "hello":
                    # Where to go on from. After a reconnect what was missed follows by itself.
                    if not position:
                        position = {key: message["data"][key] for key in ("epoch", "seq")}
                elif message["type"] == "resync":
                    # Too long away, or Nova was started anew: this is the whole state instead.
                    position = {key: message["data"][key] for key in ("epoch", "seq")}
                    yield message
                elif "seq" in message:
                    position["seq"] = message["seq"]
                    yield message
        except (OSError, websocket.WebSocketException) as error:
            print(f"The connection was lost ({error}); again in {wait:g} s.", file=sys.stderr)
        time.sleep(wait)
        wait = min(wait * 2, 30)


def main(most="0"):
    for count, event in enumerate(events(), 1):
        print(json.dumps(event, ensure_ascii=False, separators=(",", ":")), flush=True)
        if count == int(most):
            return


if __name__ == "__main__":
    nova.run(main)
