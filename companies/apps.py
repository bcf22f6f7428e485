from django.apps import AppConfig


class CompaniesConfig(AppConfig):
    name = "companies"

    def ready(self) -> None:
        from companies.selectors import avatar_keys  # noqa: PLC0415
        from storage.references import register_references  # noqa: PLC0415

        register_references("companies", avatar_keys)
