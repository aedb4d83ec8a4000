// Opens GraphiQL with nothing reachable but the gateway, runs each example, and fails on any console error, foreign
// request or error in an answer. usage: node graphiql.mjs <gateway> <chromium> <screenshot>
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const [gateway, executablePath, screenshot] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const complaints = [];
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(String(error)));
  await page.route('**/*', route => {
    if (new URL(route.request().url()).origin === gateway) return route.continue();
    complaints.push(`asked for ${route.request().url()}`);
    return route.abort();
  });

  await page.goto(`${gateway}/graphiql`);
  const tabs = page.locator('button.graphiql-tab-button');
  await tabs.first().waitFor({ timeout: 15000 });
  const names = await tabs.allTextContents();
  assert.deepEqual(names, ['FirstPage', 'Search', 'TagsAndExternals']);

  for (let i = 0; i < names.length; i++) {
    await tabs.nth(i).click();
    await page.waitForTimeout(500); // GraphiQL reads the operation's name a moment after the tab has changed
    const answer = page.waitForResponse(response => response.url() === `${gateway}/graphql` && response.request().postData()?.includes(names[i]));
    await page.locator('.graphiql-execute-button').click();
    const { data, errors } = await (await answer).json();
    assert.equal(errors, undefined, `${names[i]}: ${JSON.stringify(errors)}`);
    assert.ok(data.contacts, names[i]);
    if (names[i] === 'FirstPage') {
      const found = data.contacts.nodes;
      assert.equal(found.length, 20);
      assert.ok(found.some(contact => contact.tags.some(tag => tag.name)), 'tag names');
      assert.ok(found.some(contact => contact.worksAt.length > 0), 'external contacts');
      await page.locator('.result-window').getByText('April Jackson').waitFor({ timeout: 5000 });
      await page.screenshot({ path: screenshot });
    }
  }
  assert.equal(new URL(page.url()).search, '', 'what is typed must not get into the address');
  assert.deepEqual(complaints, []);
  console.log(`GraphiQL: ${names.length} examples ran, 0 complaints, screenshot ${screenshot}`);
} finally {
  await browser.close();
}
