# cleanup with LanguageTool in it: docker run --rm -v "$PWD/articles:/articles:ro" cleanup check /articles
FROM python:3.12-slim AS build
COPY . /source
RUN python -m venv /opt/cleanup && /opt/cleanup/bin/pip install --no-cache-dir /source

FROM python:3.12-slim
COPY --from=build /opt/cleanup /opt/cleanup
ENV PATH=/opt/cleanup/bin:$PATH LTP_PATH=/opt/languagetool
# LanguageTool is fetched, and each of its files verified, while the image is made; nothing is fetched when it runs.
RUN cleanup setup --quiet && useradd --create-home --uid 1000 editor
USER editor
WORKDIR /articles
ENTRYPOINT ["cleanup"]
CMD ["check", "."]
