"""How the web server runs, alone or in a container (`gunicorn --config python:hiring_platform.gunicorn`)."""

import sys
from typing import Any

from hiring_platform import env

_host = env.text("HOST", "127.0.0.1")
_port = env.integer("WEB_PORT", env.integer("PORT", 5000))
_shown = f"[{_host}]" if ":" in _host else _host

bind = f"{_shown}:{_port}"
worker_class = "gthread"
workers = env.integer("WEB_WORKERS", 2, least=1)
threads = env.integer("WEB_THREADS", 8, least=1)
# Longer than the longest call: an interview's answer waits for the AI service.
timeout = env.integer("WEB_TIMEOUT_SECONDS", 120, least=1)
graceful_timeout = 4
accesslog = None  # each request is logged once, by RequestLogMiddleware
loglevel = "warning"
control_socket_disable = True


def when_ready(server: Any) -> None:
    """Tell a newcomer where to go next."""
    if not env.flag("ANNOUNCE", default=False):
        return
    url = f"http://{'127.0.0.1' if _host == '0.0.0.0' else _shown}:{_port}"  # noqa: S104
    sys.stdout.write(
        f"\n  The hiring platform is running:  {url}\n"
        f"  Interactive documentation:       {url}/docs\n"
        f"  Try next:                        curl {url}/health/ready\n"
        f"  Fill it with examples:           make demo   (in another terminal)\n"
        f"  Stop everything:                 Ctrl-C\n\n"
    )
    sys.stdout.flush()
