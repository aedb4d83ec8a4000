// Looks at each story of the built Storybook in a browser: no gateway runs, every answer is a recorded one.
// usage: node stories.mjs <folder of the build> <port> <chromium>
import assert from 'node:assert/strict';
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from '@playwright/test';

const [folder, port, executablePath] = process.argv.slice(2);
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml' };
const server = createServer((request, response) => {
  const file = join(folder, normalize(new URL(request.url, 'http://localhost').pathname));
  if (!existsSync(file) || !extname(file)) return response.writeHead(404).end();
  response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}).listen(port);

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  for (const [story, text] of Object.entries({
    default: 'April Jackson',
    empty: 'No contacts',
    nameless: 'No name',
    nulls: 'No name',
    'tags-down': 'UPSTREAM_UNAVAILABLE',
    down: 'UPSTREAM_UNAVAILABLE',
  })) {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${port}/iframe.html?id=contactlist--${story}&viewMode=story`);
    await page.getByText(text).first().waitFor({ timeout: 20_000 });
    assert.equal(await page.getByRole('listitem').count(), ['empty', 'down'].includes(story) ? 0 : 5, story);
    await page.close();
    console.log(`story ${story}: ${text}`);
  }
} finally {
  await browser.close();
  server.close();
}
