"""Examples that `/schema` and `/docs` show."""

from typing import Any

from hiring_platform.api.schema import example

_COMPANY_ID = "65f1c0ffee65f1c0ffee0002"
_AVATAR_URL = f"https://hiring.example/company-avatars/{_COMPANY_ID}/" + "0f" * 32
_REQUISITES = {
    "company_name": "ООО «Ромашка»",
    "inn": "7707083893",
    "ogrn": "1027700132195",
    "legal_address": "Москва, ул. Ленина, 1",
}
_COMPANY = {
    "_id": _COMPANY_ID,
    **_REQUISITES,
    "email": "hr@romashka.example",
    "role": "company",
    "avatar_url": _AVATAR_URL,
}
_PROFILE: dict[str, Any] = {
    "basic_info": {
        "company_name": "ООО «Ромашка»",
        "website": "https://romashka.example",
        "industry": "Информационные технологии",
        "is_it_accredited": True,
        "logo_url": "https://romashka.example/logo.png",
    },
    "detailed_description": {
        "about_company": "Делаем сервисы для найма.",
        "about_team": "Двенадцать человек.",
        "team_size": "12",
        "corporate_culture": "Пишем письма вместо встреч.",
        "work_conditions": "Удалённо или в офисе.",
    },
    "contact_info": {
        "email": "hr@romashka.example",
        "address": "Москва, ул. Ленина, 1",
        "phone": "+7 495 000-00-00",
        "city": "Москва",
        "country": "Россия",
    },
    "benefits": ["ДМС", "Обучение"],
    "social_links": {"linkedin": "", "telegram": "https://t.me/romashka", "vk": "", "facebook": ""},
    "additional_info": {
        "founded_year": 2015,
        "employee_count": "50–100",
        "specializations": ["HR tech"],
        "office_photos": [],
        "company_values": ["Честность"],
    },
}
_PASSWORD = "correct horse battery staple"  # noqa: S105  (an example)

REGISTRATION = example("A company", _REQUISITES | {"email": "hr@romashka.example", "password": _PASSWORD})
REGISTERED = example(
    "Registered",
    {
        "message": "Компания зарегистрирована.",
        "token": "eyJhbGciOi…",
        "refresh": "eyJhbGciOi…",
        "expires_in": 3600,
        "role": "company",
        "account_id": "65f1c0ffee65f1c0ffee0001",
        "company_id": _COMPANY_ID,
    },
    status=201,
)
COMPANY = example("A company", _COMPANY, status=200)
COMPANY_PAGE = example(
    "A page", {"total": 1, "page": 1, "per_page": 10, "total_pages": 1, "companies": [_COMPANY]}, status=200
)
REQUISITES = example("A new address", {"legal_address": "Казань, ул. Баумана, 2"})
AVATAR = example("Replaced", {"message": "Аватар обновлён.", "avatar_url": _AVATAR_URL}, status=200)
PROFILE = example("A profile", _PROFILE, status=200)
PROFILE_CHANGES = example("Some values", {"basic_info": {"website": "https://romashka.example"}, "benefits": ["ДМС"]})
