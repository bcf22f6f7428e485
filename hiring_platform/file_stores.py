"""Which store holds the files: a local folder, or a bucket of Yandex Object Storage or any other S3."""

from pathlib import Path
from typing import Any

from botocore.config import Config
from django.core.exceptions import ImproperlyConfigured

from hiring_platform import env

_LOCAL, _S3 = "local", "s3"


def file_store(folder: Path) -> dict[str, Any]:
    """The `STORAGES` entry. A configured bucket means S3; nothing falls back to the local disk silently."""
    bucket = env.text("YC_STORAGE_BUCKET")
    chosen = env.choice("STORAGE", (_LOCAL, _S3), _S3 if bucket else _LOCAL)
    if chosen == _LOCAL and bucket:
        raise ImproperlyConfigured("STORAGE=local contradicts YC_STORAGE_BUCKET: remove one of them.")
    return s3_store(bucket) if chosen == _S3 else local_store(folder)


def local_store(folder: Path) -> dict[str, Any]:
    return {
        "BACKEND": "storage.local_store.DurableFileSystemStorage",
        "OPTIONS": {
            "location": folder,
            "base_url": None,
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    }


def s3_store(bucket: str) -> dict[str, Any]:
    if not bucket:
        raise ImproperlyConfigured("STORAGE=s3 needs a bucket: set YC_STORAGE_BUCKET.")
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": env.text("AWS_S3_ENDPOINT_URL", "https://storage.yandexcloud.net"),
            "region_name": env.text("AWS_S3_REGION_NAME", "ru-central1"),
            "access_key": env.text("AWS_ACCESS_KEY_ID") or None,
            "secret_key": env.text("AWS_SECRET_ACCESS_KEY") or None,
            "default_acl": None,
            "file_overwrite": False,
            "querystring_auth": True,
            "client_config": _client_config(),
        },
    }


def _client_config() -> Config:
    # Since boto3 1.36 checksums are sent by default in a form that Yandex does not answer; "when_required" keeps
    # to the S3 that every server speaks.
    return Config(
        signature_version="s3v4",
        s3={"addressing_style": "path"},
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        connect_timeout=3,
        read_timeout=20,
        retries={"max_attempts": 3, "mode": "standard"},
    )
