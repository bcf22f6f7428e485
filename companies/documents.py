"""The organisations that hire."""

from mongoengine import (
    BooleanField,
    DateTimeField,
    EmbeddedDocument,
    EmbeddedDocumentField,
    IntField,
    ListField,
    ObjectIdField,
    StringField,
)

from hiring_platform.documents import StoredDocument, now


class BasicInfo(EmbeddedDocument):
    """The company's name is the company's own field; here stands what describes it."""

    website = StringField(default="")
    industry = StringField(default="")
    is_it_accredited = BooleanField(default=False)
    logo_url = StringField(default="")


class DetailedDescription(EmbeddedDocument):
    about_company = StringField(default="")
    about_team = StringField(default="")
    team_size = StringField(default="")
    corporate_culture = StringField(default="")
    work_conditions = StringField(default="")


class ContactInfo(EmbeddedDocument):
    """E-mail and address are the company's own fields."""

    phone = StringField(default="")
    city = StringField(default="")
    country = StringField(default="")


class SocialLinks(EmbeddedDocument):
    linkedin = StringField(default="")
    telegram = StringField(default="")
    vk = StringField(default="")
    facebook = StringField(default="")


class AdditionalInfo(EmbeddedDocument):
    founded_year = IntField()
    employee_count = StringField(default="")
    specializations = ListField(StringField())
    office_photos = ListField(StringField())
    company_values = ListField(StringField())


class CompanyProfile(EmbeddedDocument):
    """What a company says of itself to candidates."""

    basic_info = EmbeddedDocumentField(BasicInfo, default=BasicInfo)
    detailed_description = EmbeddedDocumentField(DetailedDescription, default=DetailedDescription)
    contact_info = EmbeddedDocumentField(ContactInfo, default=ContactInfo)
    benefits = ListField(StringField())
    social_links = EmbeddedDocumentField(SocialLinks, default=SocialLinks)
    additional_info = EmbeddedDocumentField(AdditionalInfo, default=AdditionalInfo)


class Avatar(EmbeddedDocument):
    key = StringField(required=True)
    content_type = StringField(required=True)
    size = IntField(required=True)
    sha256 = StringField(required=True)


class Company(StoredDocument):
    """An organisation with its requisites. `name_key` is the name as it is compared: letter case and spaces apart."""

    company_name = StringField(required=True)
    name_key = StringField(required=True)
    inn = StringField(required=True)
    ogrn = StringField(required=True)
    legal_address = StringField(required=True)
    email = StringField(required=True)
    profile = EmbeddedDocumentField(CompanyProfile, default=CompanyProfile)
    avatar = EmbeddedDocumentField(Avatar)
    # The account that registers it, chosen before either is stored: a company whose account never came to be is a
    # registration that died half-way, and gives its name and INN back.
    registered_by = ObjectIdField(required=True)
    created_at = DateTimeField(default=now)
    updated_at = DateTimeField(default=now)

    meta = {
        "collection": "companies",
        "indexes": [
            {"fields": ["name_key"], "unique": True},
            {"fields": ["inn"], "unique": True},
            {"fields": ["avatar.key"], "sparse": True},
            ["-created_at", "-id"],
        ],
    }
