import { defineConfig } from '@playwright/test';

const port = process.env.PORT ?? 5173;

export default defineConfig({
  testMatch: '*.spec.js',
  // The simulator is one for all tests.
  workers: 1,
  outputDir: process.env.RESULTS ?? 'test-results',
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: { executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] },
  },
  webServer: { command: `npx vite --port ${port} --strictPort`, port: Number(port), reuseExistingServer: false },
});
