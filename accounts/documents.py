"""Who signs in: one document an account, with a candidate's resume and the open sessions embedded."""

from typing import Any

from mongoengine import (
    BooleanField,
    DateTimeField,
    DictField,
    EmbeddedDocument,
    EmbeddedDocumentField,
    EmbeddedDocumentListField,
    EnumField,
    IntField,
    ListField,
    ObjectIdField,
    StringField,
)

from accounts.choices import Role
from hiring_platform.documents import StoredDocument, now


class Resume(EmbeddedDocument):
    """A stored resume file and what was read in it. `key` is the store's, `name` the candidate's own."""

    key = StringField(required=True)
    name = StringField(required=True)
    content_type = StringField(required=True)
    size = IntField(required=True)
    sha256 = StringField(required=True)
    text = StringField()
    extractor = StringField()
    quality = DictField()
    uploaded_at = DateTimeField(default=now)


class Session(EmbeddedDocument):
    """One sign-in. The access tokens of a session die with it; `refresh_id` is the only refresh token still good,
    so that an older one, used again, betrays a theft."""

    session_id = ObjectIdField(required=True)
    refresh_id = StringField(required=True)
    created_at = DateTimeField(default=now)
    expires_at = DateTimeField(required=True)


class Consent(EmbeddedDocument):
    """Which text on personal data the person agreed to, and when."""

    version = StringField(required=True)
    given_at = DateTimeField(default=now)


class Account(StoredDocument):
    """A person who signs in. `email` is stored in lower case: one index keeps it unique over all roles."""

    email = StringField(required=True)
    password_hash = StringField(required=True)
    role = EnumField(Role, required=True)

    name = StringField(default="")
    surname = StringField(default="")
    telegram_id = StringField(default="")
    resume = EmbeddedDocumentField(Resume)
    consent = EmbeddedDocumentField(Consent)

    company_id = ObjectIdField()

    is_active = BooleanField(default=True)
    deactivated_at = DateTimeField()
    deactivated_by = ObjectIdField()
    deactivation_reason = StringField()

    sessions = EmbeddedDocumentListField(Session)
    # Digests of the addresses this person has signed in from: a stranger's failures never lock these out.
    known_addresses = ListField(StringField())

    created_at = DateTimeField(default=now)
    updated_at = DateTimeField(default=now)

    meta = {
        "collection": "accounts",
        "indexes": [
            {"fields": ["email"], "unique": True},
            {"fields": ["company_id"], "sparse": True},
            {"fields": ["resume.key"], "sparse": True},
            ["role", "is_active", "-created_at"],
            ["role", "-created_at"],
            ["is_active", "-created_at"],
            ["-created_at"],
        ],
    }

    # What Django and DRF ask of a user.
    is_authenticated = True
    is_anonymous = False

    def __str__(self) -> str:
        return f"{self.role.value} {self.id}"  # no e-mail: this may end up in a log

    @property
    def is_staff(self) -> bool:
        return bool(self.role == Role.STAFF)

    @property
    def full_name(self) -> str:
        return f"{self.name} {self.surname}".strip()

    def get_username(self) -> Any:
        return self.email


class ResumeAccess(StoredDocument):
    """One reading of a candidate's resume by somebody else."""

    candidate_id = ObjectIdField(required=True)
    reader_id = ObjectIdField(required=True)
    reader_role = EnumField(Role, required=True)
    company_id = ObjectIdField()
    read_at = DateTimeField(default=now)

    meta = {"collection": "resume_accesses", "indexes": [["candidate_id", "-read_at"]]}


class Attempts(StoredDocument):
    """How many times since the window opened. The id is a digest: whose attempts these are cannot be read here."""

    id = StringField(primary_key=True)
    count = IntField(required=True)
    expires_at = DateTimeField(required=True)

    meta = {"collection": "attempts", "indexes": [{"fields": ["expires_at"], "expireAfterSeconds": 0}]}
