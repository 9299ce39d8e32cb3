#!/usr/bin/env python3
"""Lists the MCP servers: how each one is, and what to do about it.

    list_servers.py
"""
import nova


def main():
    catalog, _ = nova.call("GET", "/api/mcp")
    for server in catalog["servers"]:
        health = server["health"]
        print(f"{server['name']:20} {health['status']:14} {health['summary']} {health['action']}".rstrip())


if __name__ == "__main__":
    nova.run(main)
