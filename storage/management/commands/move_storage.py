from typing import Any

from boto3.exceptions import Boto3Error
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.files.storage import Storage, storages
from django.core.management.base import BaseCommand, CommandError, CommandParser

from hiring_platform import env
from hiring_platform.file_stores import local_store, s3_store
from storage.moving import CorruptCopy, move_files

_STORES = ("local", "s3")
_SWITCH = {
    "s3": "Now start the servers with YC_STORAGE_BUCKET set: keys are the same in both stores.",
    "local": "Now start the servers without YC_STORAGE_BUCKET: keys are the same in both stores.",
}


class Command(BaseCommand):
    help = (
        "Copies every stored file to another store and verifies each copy by its checksum. May be interrupted and run "
        "again; removes nothing. Which store is used is a setting: run once, switch, and run again for what came late."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--from", dest="source", choices=_STORES, required=True)
        parser.add_argument("--to", dest="target", choices=_STORES, required=True)

    def handle(self, *, source: str, target: str, **_: Any) -> None:
        if source == target:
            raise CommandError("The two stores are the same one.")
        counts = {"copied": 0, "present": 0}
        try:
            for moved in move_files(source=_store(source), target=_store(target)):
                counts[moved.outcome] += 1
                self.stdout.write(f"{moved.outcome}  {moved.file.key}  {moved.file.size} bytes")
        except CorruptCopy as error:
            raise CommandError(f"The copy of {error.key} is not what was sent. Run again.") from error
        except (OSError, BotoCoreError, ClientError, Boto3Error) as error:
            raise CommandError(f"A store failed ({type(error).__name__}). Run again; nothing was lost.") from error
        self.stdout.write(f"{counts['copied']} copied, {counts['present']} present already, all verified.")
        self.stdout.write(_SWITCH[target])


def _store(name: str) -> Storage:
    if name == "local":
        return storages.create_storage(local_store(settings.DATA_DIR / "files"))
    return storages.create_storage(s3_store(env.text("YC_STORAGE_BUCKET")))
