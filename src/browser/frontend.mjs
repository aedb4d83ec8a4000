// Does what src/docs/frontend.md says, by the code that stands there: a dev server with a proxy, a page of another port, cancelling and
// retrying in a real browser, types, documents by a manifest, and the settings of production.
// usage: node frontend.mjs <packaged jar> <chromium> <folder for files>
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, createServer as createRelay } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { block, blocks } from './pages.mjs';
import { freePort, start, startGateway } from './processes.mjs';

const [jar, executablePath, folder] = process.argv.slice(2).map(path => resolve(path));
const bin = name => resolve('node_modules', '.bin', name);
const LIST = '{ contacts(first: 2) { nodes { id name { full } } pageInfo { hasNextPage endCursor } } }';

/** A page of nothing on a port of its own: http://localhost:…, which another port is another origin for. */
async function emptySite() {
  const server = createServer((request, response) => response.setHeader('content-type', 'text/html').end('<!doctype html><title>frontend</title>'));
  await new Promise(listening => server.listen(0, 'localhost', listening));
  server.unref();
  return `http://localhost:${server.address().port}`;
}

/** Opens a page that has the functions of the page for frontends, which ask the gateway at an address. */
async function open(browser, site, gateway) {
  const page = await (await browser.newContext()).newPage();
  const complaints = [];
  page.on('console', message => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(String(error)));
  await page.goto(site);
  const code = blocks('js').filter(text => !text.includes('vite.config')).join('\n');
  await page.addScriptTag({ content: code.replaceAll('http://localhost:8080', gateway) });
  return { page, complaints };
}

/** A gateway by an address of its own, and the methods of what comes there: a page sees nothing of the browser's preflights. */
async function watched(gateway) {
  const methods = [];
  const relay = createRelay(client => {
    const upstream = connect(Number(new URL(gateway).port), 'localhost');
    client.on('data', data => methods.push(data.toString('latin1').split(' ', 1)[0]));
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    for (const end of [client, upstream]) end.on('error', () => end.destroy());
    client.pipe(upstream).pipe(client);
  });
  await new Promise(listening => relay.listen(0, 'localhost', listening));
  relay.unref();
  return { address: `http://localhost:${relay.address().port}`, methods };
}

const sandbox = async (gateway, method, path, body) => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${gateway}/sandbox/${path}`, { method, headers, body: body && JSON.stringify(body) });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
  return answer.text().then(text => text && JSON.parse(text));
};

/** The path of a photo that there is: not every contact has one. */
async function somePhoto(gateway) {
  const answer = await fetch(`${gateway}/graphql?query=${encodeURIComponent('{ contacts(first: 20) { nodes { photoUrl } } }')}`);
  for (const { photoUrl } of (await answer.json()).data.contacts.nodes) {
    if ((await fetch(gateway + photoUrl, { method: 'HEAD' })).ok) return photoUrl;
  }
  throw new Error('none of 20 contacts has a photo');
}

/** By a dev server's proxy: one origin, no setting of the gateway. */
async function proxied(browser, gateway) {
  const root = join(folder, 'vite');
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>vite</title><link rel="icon" href="data:,">');
  writeFileSync(join(root, 'vite.config.mjs'), block('js', 'vite.config').replaceAll('http://localhost:8080', gateway));
  const port = await freePort();
  const site = `http://localhost:${port}`;
  await start(bin('vite'), ['--port', port, '--strictPort', '--host', 'localhost'], { cwd: root, log: join(folder, 'vite.log'), ready: `${site}/` });
  const { page, complaints } = await open(browser, site, '');
  assert.equal((await page.evaluate(query => ask(query), LIST)).data.contacts.nodes.length, 2);
  const got = await page.evaluate(async query => (await fetch(`/graphql?query=${encodeURIComponent(query)}`)).json(), LIST);
  assert.equal(got.data.contacts.nodes.length, 2);
  const photo = await somePhoto(gateway);
  const width = await page.evaluate(async src => { const image = Object.assign(new Image(), { src }); await image.decode(); return image.naturalWidth; }, photo);
  assert.ok(width > 0, photo);
  assert.deepEqual(complaints, []);
}

/** From another origin: one preflight for many requests, the headers readable, and no other origin let in. */
async function shared(browser, gateway, site) {
  const { address, methods } = await watched(gateway);
  const { page, complaints } = await open(browser, site, address);
  for (let i = 0; i < 3; i++) {
    assert.equal((await page.evaluate(query => ask(query), LIST)).data.contacts.nodes.length, 2);
    await pause(3000); // what says for how long a preflight holds says it; without, browsers hold it for 5 seconds
  }
  assert.equal(methods.filter(method => method === 'POST').length, 3);
  assert.equal(methods.filter(method => method === 'OPTIONS').length, 1, 'one preflight for three requests in nine seconds');
  const headers = await page.evaluate(async ({ address, query }) => {
    const answer = await fetch(`${address}/graphql?query=${encodeURIComponent(query)}`);
    return Object.fromEntries(['age', 'etag', 'x-request-id'].map(name => [name, answer.headers.get(name)]));
  }, { address, query: LIST });
  assert.match(headers.age, /^\d+$/);
  assert.ok(headers.etag && headers['x-request-id'], JSON.stringify(headers));
  assert.deepEqual(complaints, []);

  const other = await open(browser, await emptySite(), gateway);
  const refused = await other.page.evaluate(query => ask(query).then(() => 'answered', error => error.name), LIST);
  assert.equal(refused, 'TypeError', 'the browser lets a page of no listed origin read nothing');
  return page;
}

/** Pages, restarts, refreshes, cancels and retries by the code of the page. */
async function behaviours(page, gateway) {
  const query = 'query($after: String) { contacts(first: 2, after: $after, orderBy: { field: NAME }) { nodes { id resourceId } pageInfo { hasNextPage endCursor } } }';
  let list = await page.evaluate(query => nextPage({ nodes: [], endCursor: null }, query), query);
  list = await page.evaluate(({ list, query }) => nextPage(list, query), { list, query });
  assert.equal(new Set(list.nodes.map(({ id }) => id)).size, 4);
  await sandbox(gateway, 'DELETE', `contacts/${list.nodes[3].resourceId}`);
  list = await page.evaluate(({ list, query }) => nextPage(list, query), { list, query });
  assert.equal(list.nodes.length, 2, 'the list starts again where the contact of its cursor is gone');
  await sandbox(gateway, 'POST', 'reset');

  await page.evaluate(query => ask(query), LIST);
  const cached = await page.evaluate(query => ask(query), LIST);
  assert.equal(cached.extensions.cache.stale, false);
  const fresh = await page.evaluate(query => refresh(query), LIST);
  assert.equal(fresh.extensions, undefined);

  await sandbox(gateway, 'PUT', 'faults/listContacts', { latency: 'PT1S' });
  const found = await page.evaluate(async () => {
    const all = ['山', '山本', '山本恵'].map(async keyword => { await new Promise(typed => setTimeout(typed, 150 * keyword.length)); return search(keyword); });
    return (await Promise.allSettled(all)).map(({ status, reason, value }) => (status === 'fulfilled' ? value.data.contacts : reason.name));
  });
  assert.deepEqual(found.slice(0, 2), ['AbortError', 'AbortError']);
  assert.ok(Array.isArray(found[2].nodes), JSON.stringify(found));
  await sandbox(gateway, 'POST', 'reset');

  await sandbox(gateway, 'DELETE', 'calls');
  await sandbox(gateway, 'PUT', 'faults/listContacts', { latency: 'PT5S' });
  const alone = await page.evaluate(async () => { const lost = search('恵子').catch(error => error.name); setTimeout(() => running.abort(), 500); return lost; });
  assert.equal(alone, 'AbortError');
  await pause(1000);
  assert.ok((await sandbox(gateway, 'GET', 'calls')).results.listContacts.abandoned > 0, 'the call to LINE WORKS is given up too');
  await sandbox(gateway, 'POST', 'reset');

  await sandbox(gateway, 'PUT', 'faults/listContacts', { errors: { 503: 1 } });
  const patient = page.evaluate(query => askPatiently(query), '{ contacts(first: 5) { nodes { id } } }');
  await pause(1000);
  await sandbox(gateway, 'DELETE', 'faults');
  assert.equal((await patient).data.contacts.nodes.length, 5, 'the second try is answered');
}

/** Types and the manifest of documents, made of the configuration on the page. */
function generate(gateway) {
  const root = join(folder, 'types');
  mkdirSync(join(root, 'src'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'codegen.ts'), block('ts', 'codegen.ts').replaceAll('http://localhost:8080', gateway));
  writeFileSync(join(root, 'src', 'list.ts'), `
import { graphql } from './gql';
import type { ListQuery } from './gql/graphql';
export const document = graphql(\`query List { contacts(first: 2) { nodes { id creationTime worksAt { type } } } }\`);
export const firstTime = (data: ListQuery): string | null | undefined => data.contacts?.nodes[0]?.creationTime;
`);
  execFileSync(bin('graphql-codegen'), ['--config', 'codegen.ts'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], timeout: 120000 });
  execFileSync(bin('tsc'), ['--noEmit', '--strict', '--skipLibCheck', '--module', 'esnext', '--moduleResolution', 'bundler', '--target', 'es2022', 'src/list.ts'], { cwd: root, timeout: 120000 });
  return join(root, 'src', 'gql', 'persisted-documents.json');
}

/** The settings of production, from a file as the page has them; only the addresses are of here. */
async function inProduction(browser, manifest, site) {
  const root = join(folder, 'production');
  mkdirSync(join(root, 'config'), { recursive: true });
  writeFileSync(join(root, 'persisted-documents.json'), readFileSync(manifest));
  writeFileSync(join(root, 'config', 'application.properties'), block('properties', 'cors.origins').replace('https://app.example.com', site));
  const gateway = await startGateway(jar, { 'meishi.graphiql.enabled': false }, { cwd: root, log: join(folder, 'production.log') });
  const { page, complaints } = await open(browser, site, gateway);
  const [id] = Object.keys(JSON.parse(readFileSync(manifest, 'utf8')));
  assert.match(id, /^[0-9a-f]{64}$/);
  assert.equal((await page.evaluate(id => askById(id), id)).data.contacts.nodes.length, 2);
  assert.deepEqual(complaints, []);
  const strange = await page.evaluate(query => ask(query), LIST);
  assert.equal(strange.errors[0].extensions.code, 'DOCUMENT_NOT_TRUSTED');
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const site = await emptySite();
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
});
try {
  const plain = await startGateway(jar, {}, { log: join(folder, 'plain.log') });
  await proxied(browser, plain);
  const manifest = generate(plain);
  const sharing = await startGateway(
    jar, { 'quarkus.http.cors.enabled': true, 'quarkus.http.cors.origins': site }, { log: join(folder, 'sharing.log') });
  await behaviours(await shared(browser, sharing, site), sharing);
  await inProduction(browser, manifest, site);
  console.log('The page for frontends: proxy, CORS with one preflight, restart, refresh, cancel, retry, types, manifest and production work');
} finally {
  await browser.close();
}
process.exit(0);
