import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig(({ command }) => {
  // Whoever builds first builds for everybody: under a test runner it would be the slow React for developers.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: fileURLToPath(new URL('src/web', import.meta.url)),
    plugins: [react(), tailwindcss()],
    build: {
      outDir: fileURLToPath(new URL('src/web/dist', import.meta.url)),
      emptyOutDir: true,
      // The page's policy forbids inline scripts, styles and data URLs.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  };
});
