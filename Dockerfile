# The command in a container: docker run --rm -v "$PWD:/drafts" numerate check .
FROM rust:1.89-bookworm AS build
WORKDIR /source
COPY . .
RUN cargo build --release --locked

# With git, which `--diff` asks.
FROM buildpack-deps:bookworm-scm
COPY --from=build /source/target/release/numerate /usr/local/bin/numerate
# Drafts are mounted, and belong to whoever mounts them: git would not read their repository.
RUN git config --system --add safe.directory '*'
WORKDIR /drafts
ENTRYPOINT ["numerate"]
CMD ["--help"]
