# docker build -t ice-contracts . && docker run -p 3000:3000 -v contracts:/contracts ice-contracts
FROM node:22-bookworm-slim

WORKDIR /app
RUN mkdir /contracts && chown node:node /app /contracts
USER node

COPY --chown=node:node package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --include=optional

COPY --chown=node:node . .
RUN node --input-type=module --eval 'await (await import("./lib/setup/prepare.mjs")).build()'

ENV HOST=0.0.0.0 PORT=3000 CONTRACTS_HOME=/contracts
VOLUME /contracts
EXPOSE 3000
# Imports data/ if it has changed, then serves.
CMD ["npm", "start"]
