# The web application. ai-hr has an image of its own: ai_hr/Dockerfile.
FROM python:3.11-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1
WORKDIR /srv
RUN apt-get update \
 && apt-get install --yes --no-install-recommends tesseract-ocr tesseract-ocr-rus \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /srv app \
 && install -d -o app -g app /data
COPY requirements.txt ./
COPY ai_hr/requirements.txt ai_hr/
RUN pip install -r requirements.txt
COPY manage.py ./
COPY hiring_platform hiring_platform
COPY accounts accounts
COPY companies companies
COPY vacancies vacancies
COPY interviews interviews
COPY storage storage
COPY privacy privacy
COPY demo demo

USER app
ENV HOST=0.0.0.0 PORT=5000 DATA_DIR=/data DEBUG=0 LOG_STYLE=json
VOLUME /data
EXPOSE 5000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s \
  CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:5000/health/live', timeout=4)"]
CMD ["sh", "-c", "python manage.py ensure_indexes && exec gunicorn --config python:hiring_platform.gunicorn hiring_platform.wsgi"]
