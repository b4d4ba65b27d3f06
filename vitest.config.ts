import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['db/testing/global-setup.ts'],
    include: ['{src,db,tools,agents,graphs,evals}/**/*.test.{ts,tsx}'],
    // Two cores: the embedded server and Chromium want one of them.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
});
