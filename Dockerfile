# One image, the whole coach. Build: docker build -t strongstride .
# Run: docker run -d --name strongstride --restart unless-stopped --env-file .env -v strongstride:/data strongstride
FROM python:3.12-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=/coach
WORKDIR /coach

COPY requirements.txt .
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.txt

COPY content content
COPY storage storage
COPY bot bot
RUN python -m content && python -m bot pictures \
    && useradd --create-home --uid 1000 coach && install -d -o coach /data

# The database file lies in the volume, wherever DATABASE_URL says nothing else.
USER coach
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --timeout=20s --start-period=30s CMD ["python", "-m", "bot", "health"]
CMD ["python", "-m", "bot"]
