# One image for all of a cluster: the web application, the coordinator of an ingestion, dask's scheduler and workers.
# All machines then run the same program, rules and engine, which an ingestion on a cluster demands.
FROM python:3.12-slim-bookworm AS build
RUN pip install --no-cache-dir uv
WORKDIR /opt/kehoach
COPY pyproject.toml uv.lock README.md LICENSE ./
RUN uv sync --frozen --no-dev --no-install-project --extra cluster --extra objects --extra pdfa --extra postgres
COPY pipeline pipeline
RUN uv sync --frozen --no-dev --no-editable --extra cluster --extra objects --extra pdfa --extra postgres

FROM python:3.12-slim-bookworm
COPY scripts/system-packages /usr/local/bin/system-packages
RUN system-packages tesseract-ocr tesseract-ocr-vie tesseract-ocr-script-viet && rm -rf /var/lib/apt/lists/*
COPY --from=build /opt/kehoach/.venv /opt/kehoach/.venv
ENV PATH=/opt/kehoach/.venv/bin:$PATH OMP_THREAD_LIMIT=1 XDG_DATA_HOME=/archive
RUN useradd --uid 10001 --create-home kehoach && install -d -o kehoach -g kehoach /archive
USER kehoach
VOLUME /archive
EXPOSE 8321
ENTRYPOINT ["kehoach"]
CMD ["--help"]
