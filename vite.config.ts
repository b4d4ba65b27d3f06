import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('src/web', import.meta.url)),
  plugins: [react(), tailwindcss()],
  build: {
    outDir: fileURLToPath(new URL('src/web/dist', import.meta.url)),
    emptyOutDir: true,
    // The page's policy forbids inline scripts, styles and data URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
