"""The connection to MongoDB: any server that speaks its protocol, known by one URI."""

from urllib.parse import urlsplit

import mongoengine
from django.conf import settings
from mongoengine.connection import get_connection, get_db


def connect() -> None:
    """Open the default connection (lazily: the first command meets the server).

    A write is acknowledged once a majority holds it in its journal, because an answer that was acknowledged
    must survive a crash; a URI that says otherwise has the last word.
    """
    named_in_uri = urlsplit(settings.MONGO_URI).path.strip("/")
    mongoengine.connect(
        db=named_in_uri or settings.MONGO_DATABASE,
        host=settings.MONGO_URI,
        tz_aware=True,
        uuidRepresentation="standard",
        serverSelectionTimeoutMS=3000,
        connectTimeoutMS=3000,
        socketTimeoutMS=20000,
        appname="hiring_platform",
        **_durable_unless_said(settings.MONGO_URI),
    )


def _durable_unless_said(uri: str) -> dict[str, object]:
    asked = uri.lower()
    durable: dict[str, object] = {"w": "majority", "journal": True}
    return {name: value for name, value in durable.items() if f"{name}=" not in asked}


def disconnect() -> None:
    mongoengine.disconnect_all()


def ping() -> None:
    """Raise what pymongo raises when the server does not answer."""
    get_connection().admin.command("ping")


def database_name() -> str:
    return str(get_db().name)
