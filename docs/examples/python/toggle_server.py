#!/usr/bin/env python3
"""Switches an MCP server, if it still is as it was seen.

    toggle_server.py NAME on|off
"""
import sys

import nova


def main(name, wish):
    if wish not in ("on", "off"):
        sys.exit(__doc__)
    for _ in range(5):
        server, revision = nova.call("GET", f"/api/mcp/{name}")
        if server["enabled"] == (wish == "on"):
            print(f"{name} is {wish} already")
            return
        try:
            nova.call("PUT", f"/api/mcp/{name}/toggle", {"enabled": wish == "on"}, revision)
            print(f"{name} is {wish} now")
            return
        except nova.Refused as refused:
            if refused.status != 412:  # Somebody else saved the catalog meanwhile: look again, then decide.
                raise
    sys.exit(f"{name} was not switched: the catalog changed each time")


if __name__ == "__main__":
    nova.run(main)
