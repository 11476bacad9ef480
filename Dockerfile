# netglot as a container: docker build -t netglot . && docker run --rm -i netglot render - -t ifupdown <host.yaml
FROM node:22-slim AS build
WORKDIR /src
COPY . .
RUN npm ci --ignore-scripts && npm run build

FROM node:22-slim
COPY --from=build /src/dist/netglot.cjs /src/dist/program.* /src/dist/layout.js /src/dist/prettier.cjs /usr/local/lib/netglot/
COPY --from=build /src/dist/web /usr/local/lib/netglot/web
RUN ln -s /usr/local/lib/netglot/netglot.cjs /usr/local/bin/netglot
USER node
WORKDIR /work
ENTRYPOINT ["netglot"]
CMD ["--help"]
