"""`make demo`: fill the platform that `make run` has started or, when none runs, the data that it will find."""

import os
import subprocess
import sys
from contextlib import ExitStack

from hiring_platform import env
from hiring_platform.local import addresses, embedded_database
from hiring_platform.local.leash import die_with_parent
from hiring_platform.local.sockets import free_port, is_free
from hiring_platform.local.waiting import wait_for


def main() -> int:
    os.environ.setdefault("LOG_LEVEL", "WARNING")  # what was done is told in sentences
    with ExitStack() as meanwhile:
        if not (env.text("MONGO_URI") or addresses.find(env.data_dir(), addresses.DATABASE)):
            _start_neighbours(meanwhile)
        return _manage("ensure_indexes") or _manage("demo")


def _start_neighbours(meanwhile: ExitStack) -> None:
    data_dir = env.data_dir()
    server = embedded_database.running(data_dir / "database", data_dir / "run" / "database.log")
    _, os.environ["MONGO_URI"] = meanwhile.enter_context(server)
    if not env.text("AI_HR_SERVICE_URL"):
        os.environ["AI_HR_PORT"] = str(port := free_port())
        os.environ["AI_HR_SERVICE_URL"] = f"http://127.0.0.1:{port}"
        ai_hr = subprocess.Popen([sys.executable, "-m", "ai_hr"], preexec_fn=die_with_parent)  # noqa: PLW1509
        meanwhile.callback(ai_hr.terminate)
        wait_for("ai-hr", lambda: not is_free("127.0.0.1", port))


def _manage(command: str) -> int:
    return subprocess.run([sys.executable, "manage.py", command], cwd=env.BASE_DIR, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
