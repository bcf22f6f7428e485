"""Hashes that tie a record to what it was made from."""

import hashlib

import orjson
from pydantic import BaseModel


def input_hash(request: BaseModel, as_of: str = "") -> str:
    """sha256 of everything that can change the answer: the same hash and versions mean the same answer."""
    body = {"as_of": as_of, "request": request.model_dump(mode="json", exclude={"as_of"})}
    return hashlib.sha256(orjson.dumps(body, option=orjson.OPT_SORT_KEYS)).hexdigest()
