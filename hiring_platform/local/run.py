"""`make run`: choose what has to be started on this machine, and hand it to honcho, which reads the Procfile."""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

from hiring_platform import env
from hiring_platform.local import addresses
from hiring_platform.local.sockets import free_port, is_free

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def main() -> None:
    host, port = env.text("HOST", "127.0.0.1"), env.integer("PORT", 5000)
    if not is_free(host, port):
        sys.exit(f"Port {port} is taken. Choose another: PORT={port + 1} make run")
    data_dir = env.data_dir()
    processes = ["web"]
    if not env.text("MONGO_URI"):
        addresses.forget(data_dir, addresses.DATABASE)
        processes.append("database")
    if ai_hr := _own_ai_hr(env.text("AI_HR_SERVICE_URL")):
        addresses.announce(data_dir, addresses.AI_HR, ai_hr)
        processes.append("ai-hr")
    _hand_over(processes, host=host, port=port, ai_hr=ai_hr)


def _own_ai_hr(configured: str) -> str:
    """The URL at which this machine has to start ai-hr, or nothing when somebody else already serves it.

    A configured loopback address at which nobody answers is taken as the wish to have it started there.
    """
    if not configured:
        return f"http://127.0.0.1:{free_port()}"
    parts = urlsplit(configured)
    ours = parts.hostname in _LOOPBACK and is_free("127.0.0.1", parts.port or 80)
    return configured if ours else ""


def _hand_over(processes: list[str], *, host: str, port: int, ai_hr: str) -> None:
    os.environ.update(
        LAUNCHER_PID=str(os.getpid()),
        HOST=host,
        WEB_PORT=str(port),
        DATA_DIR=str(env.data_dir()),
        PATH=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
        PYTHONUNBUFFERED="1",
        ANNOUNCE="1",
    )
    if ai_hr:
        os.environ["AI_HR_PORT"] = str(urlsplit(ai_hr).port)
    os.environ.setdefault("LOG_STYLE", "console" if sys.stdout.isatty() else "json")
    honcho = str(Path(sys.executable).with_name("honcho"))
    plain = [] if sys.stdout.isatty() else ["--no-prefix", "--no-colour"]
    os.chdir(env.BASE_DIR)
    # `-e`: the .env file has been read already, and must not win over the environment.
    os.execv(honcho, [honcho, "-e", os.devnull, "start", *plain, *processes])  # noqa: S606


if __name__ == "__main__":
    main()
