"""`python -m ai_hr` serves on AI_HR_HOST and AI_HR_PORT."""

import os
import sys

# One request uses one core: the encoder's matrices are too small to gain from more. Read by numpy when it is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import uvicorn

from ai_hr import logs
from ai_hr.app import create_app
from ai_hr.settings import SettingsError, read_settings


def main() -> int:
    try:
        settings = read_settings()
    except (SettingsError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    logs.configure(settings.log_level)
    uvicorn.run(create_app(settings), host=settings.host, port=settings.port, log_config=None, access_log=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
