import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [react()],
  // Where the gateway is in development: its answers seem to come from the page's own origin, so nothing has to be allowed.
  server: { proxy: { '^/(graphql|contacts/[^/]+/photo)': process.env.MEISHI ?? 'http://localhost:8080' } },
  build: { outDir: '../../../target/clients/app', emptyOutDir: true },
});
