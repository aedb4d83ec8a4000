// Uses GraphiQL as a person would, with nothing reachable but the gateway, and fails on any complaint of the browser.
// usage: node graphiql.mjs <gateway> <chromium> <screenshot>
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const [gateway, executablePath, screenshot] = process.argv.slice(2);
const SECRET = 'typed-in-a-browser';
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const complaints = [];
  const workers = [];
  page.on('console', message => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('worker', worker => workers.push(worker.url()));
  await page.exposeFunction('complain', text => complaints.push(text));
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', violation =>
    complain(`${violation.effectiveDirective} forbids ${violation.blockedURI} ${violation.sample}`)));
  await page.route('**/*', route => {
    if (new URL(route.request().url()).origin === gateway) return route.continue();
    complaints.push(`asked for ${route.request().url()}`);
    return route.abort();
  });

  const tabs = page.locator('button.graphiql-tab-button');
  const query = page.locator('.graphiql-query-editor .view-lines');
  const result = page.locator('.result-window');

  /** Presses play and gives the request and the answer. */
  async function run(text) {
    const answered = page.waitForResponse(response =>
      response.url() === `${gateway}/graphql` && response.request().postDataJSON().query.includes(text));
    await page.locator('.graphiql-execute-button').click();
    const response = await answered;
    const { data, errors } = await response.json();
    assert.equal(errors, undefined, `${text}: ${JSON.stringify(errors)}`);
    return { data, headers: await response.request().allHeaders() };
  }

  /** Waits for a tab to be there with its editors, and a moment longer: GraphiQL reads the operation's name that late. */
  async function choose(tab, name) {
    await tab.click();
    await query.getByText(name).waitFor({ timeout: 15000 });
    await result.locator('.view-lines').waitFor({ state: 'attached', timeout: 15000 });
    await page.waitForTimeout(1000);
  }

  async function open(title) {
    await page.getByLabel(`Show ${title}`).click();
    return page.locator('.graphiql-plugin');
  }

  // The page comes under its policy.
  const policy = (await page.goto(`${gateway}/graphiql`)).headers()['content-security-policy'];
  assert.match(policy, /^default-src 'none'; script-src 'self';/);
  await tabs.first().waitFor({ timeout: 15000 });
  const names = await tabs.allTextContents();
  assert.deepEqual(names, ['FirstPage', 'Search', 'TagsAndExternals']);

  // Each example runs.
  for (let i = 0; i < names.length; i++) {
    await choose(tabs.nth(i), names[i]);
    const { data, headers } = await run(`query ${names[i]}`);
    assert.ok(data.contacts, names[i]);
    assert.equal(headers.accept, 'application/graphql-response+json, application/json;q=0.9');
    assert.equal(headers['content-type'], 'application/json');
    if (names[i] === 'FirstPage') {
      const found = data.contacts.nodes;
      assert.equal(found.length, 20);
      assert.ok(found.some(contact => contact.tags.some(tag => tag.name)), 'tag names');
      assert.ok(found.some(contact => contact.worksAt.length > 0), 'external contacts');
      await result.getByText('April Jackson').waitFor({ timeout: 5000 });
    }
  }

  // The history has them.
  const history = await open('History');
  assert.deepEqual(await history.locator('.graphiql-history-item-label').allTextContents(), [...names].reverse());

  // A click in the explorer adds a field to the query, which is answered.
  await choose(tabs.first(), names[0]);
  const explorer = await open('GraphiQL Explorer');
  assert.doesNotMatch(await query.textContent(), /creationTime/);
  await explorer.getByText('creationTime', { exact: true }).click();
  await query.getByText('creationTime').waitFor({ timeout: 5000 });
  const { data } = await run('creationTime');
  assert.match(data.contacts.nodes[0].creationTime, /^\d{4}-\d\d-\d\dT/);
  await result.getByText('creationTime').first().waitFor({ timeout: 5000 });
  await page.locator('h1, .doc-explorer-title').first().click(); // takes the caret out of the explorer's fields
  await page.screenshot({ path: screenshot });

  // The editor knows the schema: it completes a field and marks one that does not exist.
  await choose(tabs.nth(1), names[1]);
  await query.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('{ contac');
  await page.locator('.suggest-widget').getByText('contacts').first().waitFor({ timeout: 5000 });
  await page.keyboard.press('Escape');
  await page.locator('.graphiql-query-editor .squiggly-error').first().waitFor({ timeout: 5000 });

  // Typed headers are sent, and kept nowhere.
  await choose(tabs.nth(2), names[2]);
  await page.getByRole('button', { name: 'Headers' }).click();
  await page.locator('.graphiql-editor-tool .graphiql-editor:not(.hidden)').click();
  await page.keyboard.type(`{"x-secret": "${SECRET}"`);
  await page.waitForTimeout(1000); // longer than GraphiQL waits before it stores what is typed
  assert.equal((await run('query TagsAndExternals')).headers['x-secret'], SECRET);
  await page.waitForTimeout(1000);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]));
  assert.match(kept, /TagsAndExternals/);
  assert.ok(!kept.includes(SECRET), `a typed header is kept: ${kept}`);
  assert.equal(page.url(), `${gateway}/graphiql/`, 'nothing typed gets into the address');

  // What is kept is there after a reload, without the headers.
  await page.reload();
  await choose(tabs.nth(2), names[2]);
  assert.equal(await tabs.count(), names.length);
  assert.equal((await run('query TagsAndExternals')).headers['x-secret'], undefined);

  // A query is shared by a link, which has no headers, and opens it in a tab of its own: beside those of who has been
  // here, and before the examples for who has not.
  const SHARED = 'query Shared($first: Int) { contacts(first: $first) { totalCount } } query Other { tags { id } }';
  const link = `${gateway}/graphiql/?${new URLSearchParams({ query: SHARED, variables: '{"first":1}', operationName: 'Shared', headers: `{"x-secret":"${SECRET}"}` })}`;
  for (const [visitor, tabsBefore] of [[page, names.length], [await (await browser.newContext()).newPage(), names.length]]) {
    await visitor.goto(link);
    const editor = visitor.locator('.graphiql-query-editor .view-lines');
    await editor.getByText('totalCount').waitFor({ timeout: 15000 });
    assert.equal(await visitor.locator('button.graphiql-tab-button').count(), tabsBefore + 1);
    assert.equal(visitor.url(), `${gateway}/graphiql/`, 'the address is the page\'s own again');
    await visitor.waitForTimeout(1000);
    await visitor.getByLabel('Share query by a link').click();
    const shared = new URL(visitor.url()).searchParams;
    assert.equal(shared.get('query'), SHARED);
    assert.deepEqual(JSON.parse(shared.get('variables')), { first: 1 });
    assert.equal(shared.get('operationName'), 'Shared');
    assert.deepEqual([...shared.keys()], ['query', 'variables', 'operationName']);
    if (visitor !== page) await visitor.context().close();
  }
  await page.screenshot({ path: screenshot.replace('.png', '-shared.png') });
  const storedAfter = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  assert.ok(!storedAfter.includes(SECRET), 'headers of an address are taken');

  assert.ok(workers.length >= 3 && workers.every(url => url.startsWith(`${gateway}/graphiql/assets/`)), `workers: ${workers}`);
  assert.deepEqual(complaints, []);
  console.log(`GraphiQL: ${names.length} examples, explorer, history, headers and a shared link, 0 complaints, screenshot ${screenshot}`);
} finally {
  await browser.close();
}
