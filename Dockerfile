# Two stages: one with all tools builds the pages, the other holds what the server needs to run.
FROM node:24-slim AS build
RUN npm install --global pnpm@12.21.0
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml tsconfig.base.json ./
COPY apps apps
COPY packages packages
RUN pnpm install --frozen-lockfile --ignore-scripts \
 && pnpm --dir apps/web exec vite build
# The server's packages alone; apps/web leaves only its built pages behind. What only developers and other systems read goes too.
RUN rm -rf node_modules apps/*/node_modules packages/*/node_modules \
 && pnpm install --prod --frozen-lockfile --ignore-scripts --filter '@reportback/server...' \
 && find apps packages -name '*.test.ts' -not -path '*/node_modules/*' -delete \
 && find apps/web -mindepth 1 -maxdepth 1 -not -name dist -exec rm -rf {} + \
 && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete \
 && find node_modules/.pnpm -type f -path '*/better-sqlite3/*' \
      \( -path '*/deps/*' -o -path '*/prebuilds/*' -not -name 'linux-*' \) -delete

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json ./package.json
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/apps apps
COPY --from=build /app/packages packages
RUN ln -s /app/apps/server/bin/reportback /usr/local/bin/reportback \
 && mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# The server itself is process 1 and hears SIGTERM.
CMD ["node", "apps/server/src/main.ts", "serve"]
