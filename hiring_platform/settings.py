"""Django's settings. Every value from outside comes through `hiring_platform.env`; docs/settings.md lists them."""

from datetime import timedelta

from hiring_platform import env
from hiring_platform.file_stores import file_store
from hiring_platform.local import addresses
from hiring_platform.logs import logging_config
from hiring_platform.secret_key import signing_key

BASE_DIR = env.BASE_DIR
DATA_DIR = env.data_dir()

# `DEBUG` of the environment chooses development's comforts. Django's own DEBUG stays off in both: its error
# pages tell a stranger about our insides, and the log says the same to us.
DEVELOPMENT = env.flag("DEBUG", default=True)
DEBUG = False
SECRET_KEY = signing_key(configured=env.text("SECRET_KEY"), development=DEVELOPMENT, data_dir=DATA_DIR)

# Where clients reach us, when it is not what the request says (a proxy that rewrites the host).
PUBLIC_URL = env.text("PUBLIC_URL").rstrip("/")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "*")
ROOT_URLCONF = "hiring_platform.urls"
WSGI_APPLICATION = "hiring_platform.wsgi.application"
APPEND_SLASH = False

INSTALLED_APPS = [
    # DRF and SimpleJWT import the models of these two; with no SQL database they make no tables.
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.staticfiles",
    "corsheaders",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "hiring_platform.apps.HiringPlatformConfig",
    "storage",
    "accounts",
    "companies",
    "vacancies",
    "interviews",
    "privacy",
    "demo",
]

MIDDLEWARE = [
    "hiring_platform.api.middleware.RequestLogMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "hiring_platform.api.middleware.RequestSizeMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "hiring_platform" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

# --- The database -----------------------------------------------------------------------------------------
DATABASES: dict[str, dict[str, str]] = {}
# Unset, both neighbours are looked for where `make run` with this DATA_DIR has started them.
MONGO_URI = env.text("MONGO_URI") or addresses.find(DATA_DIR, addresses.DATABASE) or "mongodb://127.0.0.1:27017"
MONGO_DATABASE = env.text("MONGO_DATABASE", "hiring_platform")

# --- The neighbours ---------------------------------------------------------------------------------------
AI_HR_SERVICE_URL = (
    env.text("AI_HR_SERVICE_URL") or addresses.find(DATA_DIR, addresses.AI_HR) or "http://127.0.0.1:8002"
).rstrip("/")
AI_HR_TIMEOUT_SECONDS = env.integer("AI_HR_TIMEOUT_SECONDS", 60, least=1)

# --- Files ------------------------------------------------------------------------------------------------
STORAGES = {
    "default": file_store(DATA_DIR / "files"),
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
RESUME_MAX_BYTES = env.integer("RESUME_MAX_BYTES", 10 * 1024 * 1024, least=1)
AVATAR_MAX_BYTES = env.integer("AVATAR_MAX_BYTES", 5 * 1024 * 1024, least=1)
AVATAR_MAX_PIXELS = env.integer("AVATAR_MAX_PIXELS", 25_000_000, least=1)
EXTRACTION_SECONDS = env.integer("EXTRACTION_SECONDS", 20, least=1)
EXTRACTION_MEMORY_BYTES = env.integer("EXTRACTION_MEMORY_BYTES", 1024**3, least=1)
CLAMD_SOCKET = env.text("CLAMD_SOCKET")
DOWNLOAD_REDIRECT_SECONDS = env.integer("DOWNLOAD_REDIRECT_SECONDS", 0)

# --- The size of a request --------------------------------------------------------------------------------
JSON_MAX_BYTES = env.integer("JSON_MAX_BYTES", 1024 * 1024, least=1)
REQUEST_MAX_BYTES = RESUME_MAX_BYTES + AVATAR_MAX_BYTES + JSON_MAX_BYTES
DATA_UPLOAD_MAX_MEMORY_SIZE = JSON_MAX_BYTES
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
DATA_UPLOAD_MAX_NUMBER_FILES = 5

# --- Who signs in -----------------------------------------------------------------------------------------
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    # The platform this one follows stored bcrypt; such a hash is accepted once and replaced at login.
    "django.contrib.auth.hashers.BCryptPasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("MinimumLengthValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]
ACCESS_TOKEN_LIFETIME = timedelta(minutes=env.integer("ACCESS_TOKEN_MINUTES", 60, least=1))
REFRESH_TOKEN_LIFETIME = timedelta(days=env.integer("REFRESH_TOKEN_DAYS", 30, least=1))
SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": ACCESS_TOKEN_LIFETIME,
    "REFRESH_TOKEN_LIFETIME": REFRESH_TOKEN_LIFETIME,
    "ALGORITHM": "HS256",
    "SIGNING_KEY": SECRET_KEY,
    "USER_ID_CLAIM": "account_id",
}
REGISTRATIONS_PER_HOUR = env.integer("REGISTRATIONS_PER_HOUR", 600, least=1)
# How many of our own proxies stand before the server: the client's address is read that far from the right of
# X-Forwarded-For. With 0 the header is a stranger's word and is ignored.
TRUSTED_PROXIES = env.integer("TRUSTED_PROXIES", 0)

SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_NAME = "staff_session"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
COOKIES_SECURE = env.flag("COOKIES_SECURE", default=False)
SESSION_COOKIE_SECURE = COOKIES_SECURE
CSRF_COOKIE_SECURE = COOKIES_SECURE
CSRF_FAILURE_VIEW = "hiring_platform.api.django_errors.csrf_failure"
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    USE_X_FORWARDED_HOST = True

# Tokens travel in headers, never in cookies, so any origin may call; narrow it with CORS_ALLOWED_ORIGINS.
CORS_ALLOWED_ORIGINS = env.words("CORS_ALLOWED_ORIGINS")
CORS_ALLOW_ALL_ORIGINS = not CORS_ALLOWED_ORIGINS
CORS_ALLOW_HEADERS = [
    "accept", "accept-language", "authorization", "content-type", "if-none-match", "prefer", "range",
    "x-access-token", "x-request-id", "x-requested-with",
]  # fmt: skip
CORS_EXPOSE_HEADERS = [
    "accept-ranges", "content-disposition", "content-length", "content-range", "etag", "location", "retry-after",
    "www-authenticate", "x-request-id",
]  # fmt: skip

# --- Language and time ------------------------------------------------------------------------------------
LANGUAGE_CODE = "ru"
LANGUAGES = [("ru", "Русский"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "hiring_platform" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- The API ----------------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "accounts.authentication.TokenAuthentication",
        "accounts.authentication.StaffSessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_PARSER_CLASSES": ["hiring_platform.api.parsers.BoundedJSONParser"],
    "DEFAULT_RENDERER_CLASSES": [
        "hiring_platform.api.renderers.PlatformJSONRenderer",
        "rest_framework.renderers.BrowsableAPIRenderer",
    ],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "hiring_platform.api.negotiation.PagesForStaff",
    "DEFAULT_SCHEMA_CLASS": "hiring_platform.api.schema.PlatformSchema",
    "EXCEPTION_HANDLER": "hiring_platform.api.errors.problem_response",
    "UNAUTHENTICATED_USER": "hiring_platform.api.anonymous.Anonymous",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Hiring platform",
    "DESCRIPTION": "Vacancies, resumes, AI screening and interviews, from registration to the offer.",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SERVE_AUTHENTICATION": [],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
    # Without the default hook enumerations stay where they are used: names made up for shared ones would tell less.
    "POSTPROCESSING_HOOKS": ["hiring_platform.api.examples.add_missing_examples"],
    "PREPROCESSING_HOOKS": ["hiring_platform.api.schema.drop_api_prefix_twins"],
}

LOGGING_CONFIG = None
LOGGING = logging_config(level=env.text("LOG_LEVEL", "INFO").upper(), style=env.text("LOG_STYLE"))
