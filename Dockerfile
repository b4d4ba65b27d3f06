FROM node:24-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY . .
ENV HOST=0.0.0.0
EXPOSE 3000
ENTRYPOINT ["node", "src/cli/bin.mjs"]
CMD ["start"]
