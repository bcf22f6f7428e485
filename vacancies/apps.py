from django.apps import AppConfig


class VacanciesConfig(AppConfig):
    name = "vacancies"

    def ready(self) -> None:
        from vacancies import schema  # noqa: F401, PLC0415  (drf-spectacular finds its classes once imported)
