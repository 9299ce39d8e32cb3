"""A small client for the HTTP API of Nova Settings, on Python's standard library alone.

The address and the token come from the environment:

    export NOVA_URL=http://127.0.0.1:8765 NOVA_TOKEN=$(nova-settingsd token)
"""
import inspect
import json
import os
import sys
import urllib.error
import urllib.request

URL = os.environ.get("NOVA_URL", "http://127.0.0.1:8765").rstrip("/")


class Refused(Exception):
    """Nova answered, but not with what was asked for. It says why in words for people."""

    def __init__(self, status, problem):
        super().__init__(problem.get("detail") or problem.get("title") or f"HTTP {status}")
        self.status = status
        self.problem = problem


def token():
    try:
        return os.environ["NOVA_TOKEN"]
    except KeyError:
        sys.exit("NOVA_TOKEN is not set; «nova-settingsd token» prints it.")


def call(method, path, body=None, revision=None):
    """The answer as an object, and the ETag with which a later change can say which revision it is about."""
    headers = {"Authorization": f"Bearer {token()}"}
    if body is not None:
        headers["Content-Type"] = "application/json"
    if revision is not None:
        headers["If-Match"] = revision
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(URL + path, data, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer), answer.headers.get("ETag")
    except urllib.error.HTTPError as error:
        with error:
            text = error.read()
        try:
            problem = json.loads(text)
        except ValueError:  # Something in between answered, such as a proxy.
            problem = {}
        raise Refused(error.code, problem) from None


def run(main):
    """Runs a program; what went wrong is one line, not a stack of calls."""
    words = sys.argv[1:]
    try:
        inspect.signature(main).bind(*words)
    except TypeError:  # More or fewer words than it takes.
        sys.exit(sys.modules["__main__"].__doc__)
    try:
        main(*words)
    except Refused as refused:
        sys.exit(f"Nova refused it ({refused.status}): {refused}")
    except OSError as error:
        sys.exit(f"Nova at {URL} cannot be reached: {error}")
    except KeyboardInterrupt:
        pass
