from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class HiringPlatformConfig(AppConfig):
    name = "hiring_platform"
    label = "hiring_platform"

    def ready(self) -> None:
        from hiring_platform import checks, health, mongo  # noqa: F401, PLC0415  (checks register themselves)

        autodiscover_modules("documents")  # or `ensure_indexes` would know only what has been imported by chance
        mongo.connect()
        health.register("mongodb", mongo.ping)
