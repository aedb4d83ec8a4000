// Uses GraphiQL as a person would, with nothing reachable but the gateway, and fails on any complaint of the browser.
// usage: node graphiql.mjs <gateway> <chromium> <screenshot>
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { examples, newTab } from '../main/webui/src/examples.js';

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
    const { data, errors, extensions } = await response.json();
    return { data, errors, extensions, sent: response.request().postDataJSON(), headers: await response.request().allHeaders() };
  }

  /** Waits for a tab to be there with its editors, and a moment longer: GraphiQL reads the operation's name that late. */
  async function choose(tab, name) {
    await tab.click();
    await query.getByText(name, { exact: true }).waitFor({ timeout: 15000 });
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
  assert.deepEqual(names, ['FirstPage', 'PageBack', 'Search', 'TagsAndExternals', 'Changes', 'Errors', 'CostAndPlan']);
  for (const text of [...examples.map(example => example.query), newTab]) {
    assert.deepEqual(text.split('\n').filter(line => line.startsWith('#') && line.length > 50), [], 'long lines of comments');
  }
  const at = name => tabs.nth(names.indexOf(name));

  // Each example runs.
  for (let i = 0; i < names.length; i++) {
    await choose(tabs.nth(i), names[i]);
    const { data, errors, headers } = await run(`query ${names[i]}`);
    if (names[i] === 'Errors') {
      assert.equal(data.wrong, null);
      assert.ok(data.tags.length > 0);
      assert.deepEqual(errors.map(error => error.extensions.code), ['INVALID_ID']);
    } else {
      assert.equal(errors, undefined, `${names[i]}: ${JSON.stringify(errors)}`);
      assert.ok((data.changes ?? data.contacts).nodes?.length > 0 || data.contacts.edges.length > 0, names[i]);
    }
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

  // The documentation begins with what is used most.
  const documentation = await open('Documentation Explorer');
  await documentation.getByText('Query', { exact: true }).click();
  const fields = documentation.locator('.graphiql-doc-explorer-field-name');
  await fields.first().waitFor({ timeout: 5000 });
  assert.deepEqual((await fields.allTextContents()).slice(0, 3), ['contacts', 'contact', 'contactsByPhone']);
  assert.ok((await fields.allTextContents()).includes('changes'));

  // Cost and calls are told while their button is pressed.
  await choose(at('CostAndPlan'), 'CostAndPlan');
  assert.equal((await run('query CostAndPlan')).extensions?.plan, undefined);
  await page.getByLabel('With cost and calls').click();
  const measured = await run('query CostAndPlan');
  assert.ok(measured.extensions.cost.asked > 0 && measured.extensions.plan.calls.allowed > 0, JSON.stringify(measured.extensions));
  await page.getByLabel('Without cost and calls').click();
  assert.equal((await run('query CostAndPlan')).sent.extensions, undefined);

  // The editor knows the schema: it completes a field and marks one that does not exist.
  await choose(at('Search'), 'Search');
  await query.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('{ contac');
  await page.locator('.suggest-widget').getByText('contacts').first().waitFor({ timeout: 5000 });
  await page.keyboard.press('Escape');
  await page.locator('.graphiql-query-editor .squiggly-error').first().waitFor({ timeout: 5000 });

  // Typed headers are sent, and kept nowhere.
  await choose(at('TagsAndExternals'), 'TagsAndExternals');
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
  await choose(at('TagsAndExternals'), 'TagsAndExternals');
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

  // A tab that is added has places to start from; one with a query keeps it.
  await page.locator('button.graphiql-tab-add').click();
  await query.getByText('Ctrl-Space completes').waitFor({ timeout: 5000 });
  await page.waitForTimeout(1000);
  await tabs.nth(1).click();
  await query.getByText(names[1], { exact: true }).waitFor({ timeout: 5000 });

  // On a phone each pane has the width of the screen, and a plugin has it too while it is open.
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })).newPage();
  phone.on('console', message => ['error', 'warning'].includes(message.type()) && complaints.push(`phone: ${message.text()}`));
  await phone.goto(`${gateway}/graphiql/`);
  await phone.locator('.graphiql-query-editor .view-lines').getByText('FirstPage').waitFor({ timeout: 15000 });
  await phone.waitForTimeout(1000);
  await phone.locator('.graphiql-execute-button').tap();
  await phone.locator('.result-window').getByText('April Jackson').waitFor({ timeout: 5000 });
  const [editor, answer] = [await phone.locator('.graphiql-query-editor .monaco-editor').first().boundingBox(), await phone.locator('.result-window').boundingBox()];
  assert.ok(editor.width >= 290 && editor.height >= 120, `editor ${JSON.stringify(editor)}`);
  assert.ok(answer.width >= 340 && answer.height >= 250 && answer.y >= editor.y + editor.height, `answer ${JSON.stringify(answer)}`);
  assert.ok(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight), 'the page itself scrolls');
  await phone.screenshot({ path: screenshot.replace('.png', '-phone.png') });
  await phone.getByLabel('Show Documentation Explorer').tap();
  const plugin = await phone.locator('.graphiql-plugin').boundingBox();
  assert.ok(plugin.width >= 380 && plugin.height >= 600, `plugin ${JSON.stringify(plugin)}`);
  await phone.screenshot({ path: screenshot.replace('.png', '-phone-docs.png') });
  await phone.getByLabel('Hide Documentation Explorer').tap();
  await phone.waitForFunction(() => document.querySelector('.graphiql-plugin').getBoundingClientRect().right <= 0);
  await phone.context().close();

  assert.ok(workers.length >= 3 && workers.every(url => url.startsWith(`${gateway}/graphiql/assets/`)), `workers: ${workers}`);
  assert.deepEqual(complaints, []);
  console.log(`GraphiQL: ${names.length} examples, explorer, documentation, history, headers, cost and calls, a shared link and a phone, 0 complaints, screenshot ${screenshot}`);
} finally {
  await browser.close();
}
