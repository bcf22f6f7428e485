from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts import schema  # noqa: F401, PLC0415  (drf-spectacular finds its classes once imported)
        from accounts.selectors import resume_keys  # noqa: PLC0415
        from storage.references import register_references  # noqa: PLC0415

        register_references("accounts", resume_keys)
