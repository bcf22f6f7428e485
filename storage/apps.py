from django.apps import AppConfig


class StorageConfig(AppConfig):
    name = "storage"

    def ready(self) -> None:
        from hiring_platform import health  # noqa: PLC0415
        from storage import checks  # noqa: F401, PLC0415  (checks register themselves)
        from storage.probe import probe  # noqa: PLC0415

        health.register("storage", probe)
