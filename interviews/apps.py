from django.apps import AppConfig


class InterviewsConfig(AppConfig):
    name = "interviews"

    def ready(self) -> None:
        from hiring_platform import health  # noqa: PLC0415  (documents need the settings first)
        from interviews import ai_client  # noqa: PLC0415

        health.register("ai_hr", ai_client.probe)
