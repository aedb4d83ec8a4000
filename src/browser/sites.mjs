// Pages of other sites, in a real browser and over plain HTTP, where it sends no Sec-Fetch-Site: none makes a call to LINE
// WORKS, and one whose own name leads to the gateway (DNS rebinding) reads nothing.
// usage: node sites.mjs <port of a gateway that also answers for meishi.corp> <chromium>
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const [port, executablePath] = process.argv.slice(2);
const gateway = `http://meishi.corp:${port}`;
const QUERY = 'query=%7Bcontacts(first:1)%7Bnodes%7Bid%7D%7D%7D';
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    // Newest Chromiums ask the person before a page reaches this machine; what is tried is a gateway in an office's network.
    '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests,HttpsUpgrades',
    '--host-resolver-rules=MAP meishi.corp 127.0.0.1, MAP rebound.example 127.0.0.1, MAP evil.example 127.0.0.1'],
});
try {
  const page = await browser.newPage();
  await page.route('http://evil.example/**', route => route.fulfill({ contentType: 'text/html', body: '<title>another site</title>' }));
  await page.route('http://rebound.example/', route => route.fulfill({ contentType: 'text/html', body: '<title>rebound</title>' }));
  const sent = [];
  const answers = [];
  page.on('request', async request => request.url().startsWith(gateway) && sent.push(await request.allHeaders()));
  page.on('response', response => response.url().startsWith(gateway) && answers.push([response.url(), response.status()]));
  const calls = async () => (await (await fetch(`http://localhost:${port}/sandbox/calls`)).json()).listContacts;
  const before = await calls();

  // Images, frames, scripts and links, with and without the page's address.
  await page.goto('http://evil.example/');
  const count = await page.evaluate(async ({ gateway, QUERY }) => {
    const paths = [`/graphql?${QUERY}&a=`, '/export/contacts.ndjson?keyword='];
    let count = 0;
    for (const path of paths) {
      for (const policy of ['', 'no-referrer', 'unsafe-url']) {
        for (const [name, attribute] of [['img', 'src'], ['script', 'src'], ['iframe', 'src']]) {
          const element = document.createElement(name);
          element.referrerPolicy = policy;
          element[attribute] = gateway + path + count++;
          document.body.append(element);
        }
        await fetch(gateway + path + count++, { mode: 'no-cors', referrerPolicy: policy }).catch(() => {});
        await fetch(gateway + path + count++, { referrerPolicy: policy }).catch(() => {});
      }
    }
    for (const type of ['text/plain', 'application/json']) {
      await fetch(`${gateway}/sandbox/changes`, { method: 'POST', mode: 'no-cors', headers: { 'content-type': type }, body: '{}' }).catch(() => {});
    }
    return count;
  }, { gateway, QUERY });
  await page.waitForTimeout(1500);
  // The browser itself keeps most answers from the page, and from this script.
  assert.ok(answers.length > 5 && answers.every(([, status]) => status === 403 || status === 415), JSON.stringify(answers));
  assert.ok(sent.length >= count, `${sent.length} of ${count} were sent`);
  assert.ok(sent.every(headers => !('sec-fetch-site' in headers)), 'over plain HTTP a browser says nothing of sites');
  assert.ok(sent.some(headers => !('referer' in headers) && !('origin' in headers)), 'none came without a word of its origin');
  assert.equal(await calls(), before, 'a call was made for another site');

  // A page whose name leads to the gateway from now on.
  await page.goto('http://rebound.example/');
  const read = await page.evaluate(async port => {
    const results = [];
    for (const path of ['/graphql/schema.graphql', '/sandbox/contacts', '/export/contacts.ndjson', '/graphiql/']) {
      results.push(await fetch(`http://rebound.example:${port}${path}`, { mode: 'no-cors' }).then(answer => answer.status, String));
    }
    location.href = `http://rebound.example:${port}/sandbox/contacts`;
    return results;
  }, port);
  await page.waitForTimeout(1500);
  assert.match(await page.textContent('body'), /MISDIRECTED_REQUEST/);
  assert.equal(read.length, 4);

  // Its own page asks as ever, by POST and over plain HTTP.
  const own = await browser.newPage();
  await own.goto(`${gateway}/graphiql/`);
  const answer = await own.evaluate(async () => (await fetch('../graphql', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{contacts(first:1){nodes{id}}}"}' })).json());
  assert.equal(answer.data.contacts.nodes.length, 1);
  console.log(`Other sites: ${sent.length} requests of one page over plain HTTP, 0 calls; a rebound name reads nothing`);
} finally {
  await browser.close();
}
