import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  // Replaced by the gateway in every page it sends: styles that scripts add need a nonce under its policy.
  html: { cspNonce: '{nonce}' },
  worker: { format: 'es' },
  build: {
    outDir: '../resources/META-INF/resources/graphiql',
    emptyOutDir: true,
    target: 'es2023',
    // Nothing as data: URL but what the stylesheets bring along, so that the policy can stay narrow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    chunkSizeWarningLimit: 5000,
    // Libraries mark what may only run in a browser; here everything does.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});
