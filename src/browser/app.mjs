// Uses the app of src/clients/app as a person would, from another origin than the gateway's, on both APIs of LINE WORKS: while
// contacts come and go, typing fast, with faults at LINE WORKS, offline and back. Fails on any complaint of the browser.
// usage: node app.mjs <chromium> <folder of the built app> <folder for screenshots> <port> <gateway on API 1.0> <gateway on API 2.0>
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';

const [executablePath, built, screenshots, port, ...gateways] = process.argv.slice(2);
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const SIZE = 40;

/** Serves the app below /0/ and /1/, each with the address of one gateway. */
const server = createServer(async ({ url }, answer) => {
  const [, number, ...path] = new URL(url, 'http://app').pathname.split('/');
  const file = path.join('/') || 'index.html';
  const body = await readFile(join(built, file)).catch(() => undefined);
  answer.writeHead(body ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
  answer.end(file === 'index.html' ? String(body).replace('content="/graphql"', `content="${gateways[number]}/graphql"`) : body);
}).listen(port);

const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  for (const [number, gateway] of gateways.entries()) await use(number, gateway, ['API 1.0', 'API 2.0'][number]);
} finally {
  await browser.close();
  server.close();
}

async function use(number, gateway, api) {
  const complaints = [];
  const aborted = [];
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  // Whether a contact has a photo is known once it was asked for: the browser logs each 404.
  const isMissingPhoto = message => message.location().url.endsWith('/photo') && message.text().includes('status of 404');
  page.on('console', message => ['error', 'warning'].includes(message.type()) && !isMissingPhoto(message) && complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('requestfailed', request => request.failure().errorText === 'net::ERR_ABORTED' && aborted.push(request.postData()));

  const sandbox = async (method, path, body) => {
    const answer = await fetch(`${gateway}/sandbox/${path}`, {
      method, headers: { 'content-type': 'application/json' }, body: body && JSON.stringify(body),
    });
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${await answer.clone().text()}`);
    return answer.json();
  };
  const truth = async query => (await sandbox('GET', `contacts?${new URLSearchParams(query)}`)).resourceIds;
  const shown = () => page.locator('.list li[data-id]').evaluateAll(rows => rows.map(row => row.dataset.id))
    .then(ids => ids.map(id => Buffer.from(id, 'base64url').toString().split(':').at(-1)));
  /** Waits until the list is loaded and begins with these contacts, or has these and no others. */
  const shows = async (expected, whole) => {
    const end = Date.now() + 10_000;
    for (;;) {
      const rows = await page.locator('.list').getAttribute('aria-busy') === 'false' ? await shown() : [];
      const found = whole ? rows : rows.slice(0, expected.length);
      if (found.join() === expected.join()) return;
      if (Date.now() > end) assert.deepEqual(found, expected);
      await page.waitForTimeout(50);
    }
  };
  const problem = page.locator('.list .problem');
  const open = async () => {
    await page.goto(`http://localhost:${port}/${number}/`);
  };
  const settled = () => page.locator('.list[aria-busy=false] li[data-id]').first().waitFor();
  const fresh = async (faults, scenario = 'default') => {
    await page.goto('about:blank');
    await sandbox('POST', 'reset', { scenario });
    for (const [operation, fault] of Object.entries(faults ?? {})) await sandbox('PUT', `faults/${operation}`, fault);
    await open();
  };
  const picture = name => page.screenshot({ path: join(screenshots, `${api.replace(/\W/g, '').toLowerCase()}-${name}.png`) });
  /** Scrolls until a condition holds. */
  const scroll = async enough => {
    for (let i = 0; i < 600 && !(await enough()); i++) {
      await page.locator('.list').evaluate(list => list.scrollTo(0, list.scrollHeight));
      await page.waitForTimeout(50);
    }
    assert.ok(await enough(), 'scrolled to no end');
  };
  const check = async (what, prove) => {
    try {
      await prove();
      assert.deepEqual(complaints.splice(0), []);
      console.log(`  ok    ${what}`);
    } catch (error) {
      await picture('failed').catch(() => {});
      throw new Error(`${api}: ${what}`, { cause: error });
    }
  };
  console.log(`The app on ${api}`);

  await check('the first page, and one contact', async () => {
    await fresh();
    await shows((await truth({})).slice(0, SIZE));
    assert.match(await page.locator('.row', { has: page.locator('.furigana') }).first().innerText(), /\p{sc=Kana}|\p{sc=Hira}/u);
    await picture('list');
    await page.getByRole('button', { name: /First Name Last Name/ }).click();
    await page.locator('.detail h2', { hasText: 'Last Name' }).waitFor();
    await page.locator('.detail dt', { hasText: 'Phone' }).waitFor();
    await picture('detail');
  });

  await check('a photo where there is one, else initials', async () => {
    const hasPhoto = async () => page.locator('.detail .avatar img').evaluateAll(photos => photos.some(photo => photo.naturalWidth > 0));
    const found = new Set();
    for (let row = 0; row < 12 && found.size < 2; row++) {
      await page.locator('.row').nth(row).click();
      await page.locator('.detail dt', { hasText: 'Created' }).waitFor();
      await page.waitForTimeout(300);
      const has = await hasPhoto();
      if (has && !found.has(true)) await picture('photo');
      if (!has) assert.match(await page.locator('.detail .avatar').innerText(), /\S/);
      found.add(has);
    }
    assert.deepEqual([...found].sort(), api.includes('2') ? [false, true] : [false]);
  });

  await check('numbers and websites that can be opened are links', async () => {
    const links = [/^tel:\+\d+/, /^https?:/];
    for (let row = 0; row < 12 && links.length > 0; row++) {
      await page.locator('.row').nth(row).click();
      await page.locator('.detail[aria-busy=false] dt', { hasText: 'Created' }).waitFor();
      const found = await page.locator('.detail dd a').evaluateAll(all => all.map(link => link.getAttribute('href')));
      for (const link of [...links]) if (found.some(href => link.test(href))) links.splice(links.indexOf(link), 1);
    }
    assert.deepEqual(links, []);
  });

  await check('contacts without a name are called by what they have', async () => {
    await fresh({}, 'nameless');
    await settled();
    const names = await page.locator('.row .name').allTextContents();
    assert.ok(names.length >= SIZE && names.every(name => name.trim()), names.join());
    await picture('nameless');
    await fresh();
    await settled();
  });

  await check('the total, when it is asked for', async () => {
    await page.getByRole('button', { name: 'Count' }).click();
    await page.locator('.count', { hasText: '1,000 contacts' }).waitFor();
    assert.equal(new Set(await shown()).size, (await shown()).length);
  });

  await check('1,000 contacts scrolled while others come and go: each that stays is there once', async () => {
    await fresh();
    await settled();
    const before = await truth({});
    await sandbox('PUT', 'changes', { insertsPerSecond: 5, updatesPerSecond: 3, deletesPerSecond: 5 });
    await scroll(async () => (await page.locator('.sentinel, .more, .problem').count()) === 0 && (await shown()).length > 500);
    await sandbox('PUT', 'changes', {});
    const rows = await shown();
    const after = new Set(await truth({}));
    const stayed = before.filter(id => after.has(id));
    assert.equal(new Set(rows).size, rows.length, 'shown twice');
    assert.deepEqual(stayed.filter(id => !rows.includes(id)), [], 'not shown');
    console.log(`        ${rows.length} rows, ${stayed.length} of them stayed`);
  });

  await check('read from the end, and before that by a button', async () => {
    await fresh();
    await settled();
    await page.getByLabel('From the end').check();
    const all = await truth({});
    for (const size of [SIZE, 2 * SIZE, 3 * SIZE]) {
      await shows(all.slice(-size), true);
      if (size < 3 * SIZE) await page.getByRole('button', { name: 'Load previous' }).click();
    }
    await page.getByLabel('From the end').uncheck();
    await shows(all.slice(0, SIZE));
  });

  await check('orders and filters are lists of their own', async () => {
    const first = async query => shows((await truth(query)).slice(0, 20));
    await page.getByLabel('Order').selectOption('newest');
    await first({ orderBy: 'CREATION_TIME', sortOrder: 'DESC' });
    await page.getByLabel('Order').selectOption('name');
    await first({ orderBy: 'NAME' });
    await page.getByLabel('Order').selectOption('oldest');
    await first({});
    await page.getByLabel('Tag').selectOption({ label: 'VIP' });
    await page.waitForFunction(() => [...document.querySelectorAll('.list[aria-busy=false] .row')].every(row => row.innerText.includes('VIP')));
    await picture('tag');
    await page.getByLabel('External').check();
    await page.waitForFunction(() => [...document.querySelectorAll('.list[aria-busy=false] .row')].every(row => row.innerText.includes('External')));
  });

  await check('typing fast: only the last answer shows, and the calls for the others are given up', async () => {
    await fresh({ listContacts: { latency: 400 } });
    await settled();
    await sandbox('DELETE', 'calls');
    aborted.length = 0;
    for (const text of ['j', 'ja', 'jac', 'jack', 'jackso', 'jackson']) {
      await page.getByLabel('Search').fill(text);
      await page.waitForTimeout(330);
    }
    await shows(await truth({ keyword: 'jackson' }), true);
    assert.ok(aborted.length >= 3, `${aborted.length} requests given up`);
    const { abandoned = 0 } = (await sandbox('GET', 'calls')).results.listContacts;
    // With API 2.0 all texts are looked for in the same pages, so a call for one is of use to the next.
    assert.ok(abandoned >= [3, 1][number], `${abandoned} calls to LINE WORKS given up`);
    console.log(`        ${aborted.length} requests and ${abandoned} calls to LINE WORKS given up`);
    await picture('search');
    await page.getByLabel('Search').fill(' ');
    await shows((await truth({})).slice(0, SIZE));
  });

  await check('offline and back', async () => {
    await fresh();
    await settled();
    await context.setOffline(true);
    await page.locator('.offline').waitFor();
    const had = (await shown()).length;
    await page.locator('.list').evaluate(list => list.scrollTo(0, list.scrollHeight));
    await page.locator('.problem[data-code=OFFLINE]').waitFor();
    assert.ok((await shown()).length >= had);
    await picture('offline');
    // What the browser itself says of a request without a network.
    assert.ok(complaints.splice(0).every(text => text.includes('net::ERR_INTERNET_DISCONNECTED')));
    await context.setOffline(false);
    await page.waitForFunction(had => Number(document.querySelector('.list').dataset.shown) > had, had);
    assert.equal(await page.locator('.offline, .problem').count(), 0);
  });

  for (const [code, fault] of [
    ['UPSTREAM_UNAVAILABLE', { errors: { 503: 1 } }],
    ['UPSTREAM_INVALID', { malformed: 1 }],
    ['UPSTREAM_UNAVAILABLE', { cut: 1 }],
    ['UPSTREAM_TIMEOUT', { hang: 1 }],
    ['UPSTREAM_FORBIDDEN', { errors: { 403: 1 } }],
    ['UPSTREAM_RATE_LIMITED', { errors: { 429: 1 } }],
  ]) {
    await check(`${code} instead of the list, by ${JSON.stringify(fault)}`, async () => {
      await fresh({ listContacts: fault });
      await problem.waitFor();
      assert.equal(await problem.getAttribute('data-code'), code);
      assert.equal(await page.locator('.list li[data-id]').count(), 0);
      if (code === 'UPSTREAM_RATE_LIMITED') await page.locator('.countdown', { hasText: /in \d+ s/ }).waitFor();
      await picture(code.toLowerCase());
      const again = page.getByRole('button', { name: 'Try again' });
      if (code === 'UPSTREAM_FORBIDDEN') return assert.equal(await again.count(), 0);
      await sandbox('DELETE', 'faults');
      await again.click();
      await settled();
      assert.equal(await problem.count(), 0);
    });
  }

  await check('a next page that fails is fetched again, and the rows before it stay', async () => {
    await fresh();
    await settled();
    await sandbox('PUT', 'faults/listContacts', { errors: { 503: 1 } });
    await scroll(() => problem.count());
    const had = (await shown()).length;
    assert.ok(had >= SIZE);
    await sandbox('DELETE', 'faults');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForFunction(had => Number(document.querySelector('.list').dataset.shown) > had, had);
  });

  /** The first page by name, the last contact of which goes when it is shown. */
  const loseLast = async () => {
    await fresh();
    await settled();
    await page.getByLabel('Order').selectOption('name');
    const before = (await truth({ orderBy: 'NAME' })).slice(0, SIZE);
    await shows(before, true);
    await sandbox('DELETE', `contacts/${before.at(-1)}`);
    return before;
  };
  if (api === 'API 1.0') {
    await check('a list that cannot go on, as the contact of its cursor is gone, is started over', async () => {
      const before = await loseLast();
      await scroll(() => problem.count());
      assert.equal(await problem.getAttribute('data-code'), 'CURSOR_STALE');
      assert.deepEqual(await shown(), before);
      assert.equal(await page.getByRole('button', { name: 'Try again' }).count(), 0);
      await problem.scrollIntoViewIfNeeded();
      await picture('cursor_stale');
      await page.getByRole('button', { name: 'Start over' }).click();
      await shows((await truth({ orderBy: 'NAME' })).slice(0, SIZE), true);
      assert.equal(await problem.count(), 0);
    });
  } else {
    await check('a list goes on, though the contact of its cursor is gone: the cursor of the API has its place', async () => {
      const before = await loseLast();
      await scroll(async () => (await shown()).length > SIZE);
      const found = await shown();
      const left = await truth({ orderBy: 'NAME' });
      assert.deepEqual(found, [...before, ...left.slice(SIZE - 1)].slice(0, found.length));
      assert.equal(await problem.count(), 0);
    });
  }

  await check('without its tags the list is there', async () => {
    await fresh({ listTags: { errors: { 503: 1 } }, getTag: { errors: { 503: 1 } } });
    await settled();
    await problem.waitFor();
    assert.ok((await shown()).length >= SIZE);
    await picture('no-tags');
  });

  await check('one contact that cannot be had is told where it would stand', async () => {
    await fresh({ getContact: { errors: { 503: 1 } } });
    await settled();
    await page.locator('.row').nth(4).click();
    await page.locator('.detail .problem').waitFor();
    await picture('detail-failed');
  });

  await check('on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await fresh();
    await settled();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    await picture('phone-list');
    await page.locator('.row').nth(3).click();
    await page.locator('.detail dt', { hasText: 'Phone' }).waitFor();
    await picture('phone-detail');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.locator('.row').nth(3).waitFor();
  });

  await context.close();
}
