"""System check: the store takes files (`manage.py check --tag storage`)."""

from typing import Any

from django.core.checks import Error, register

from storage.probe import probe


@register("storage")
def store_is_writable(**_: Any) -> list[Error]:
    try:
        probe()
    except Exception as error:  # whatever the store raises, the check has one answer
        return [
            Error(
                f"The file store cannot be written ({type(error).__name__}).",
                hint="Check DATA_DIR, or YC_STORAGE_BUCKET and its keys.",
                id="storage.E001",
            )
        ]
    return []
