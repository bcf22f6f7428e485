from django.apps import AppConfig


class HiringPlatformConfig(AppConfig):
    name = "hiring_platform"
    label = "hiring_platform"

    def ready(self) -> None:
        from hiring_platform import checks, health, mongo  # noqa: F401, PLC0415  (checks register themselves)

        mongo.connect()
        health.register("mongodb", mongo.ping)
