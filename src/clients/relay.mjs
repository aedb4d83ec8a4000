// Uses the gateway with Relay: what its compiler made of relay/contacts.js, as texts and as trusted documents.
// usage: node relay.mjs <gateway> <gateway that trusts only stored documents>
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import relay from 'relay-runtime';
import { check, recorder, shape } from './check.mjs';

const {
  Environment, Network, RecordSource, Store, createOperationDescriptor, fetchQuery, getPaginationMetadata, getPaginationVariables,
  getSelector, getValueAtPath,
} = relay;
const [open, trusting] = process.argv.slice(2);
const GENERATED = new URL('../../target/clients/', import.meta.url);
const compiled = name => createRequire(GENERATED)(`./relay/${name}.graphql.js`);
const manifest = JSON.parse(await readFile(new URL('relay.json', GENERATED)));
const LIST = compiled('contacts_list');
const PAGE = compiled('contactsPageQuery');
const NODE = compiled('contactsNodeQuery');

/** The two ways to name a query, and where each is understood. */
const BY_TEXT = { gateway: open, body: ({ text }) => ({ query: text }), sent: 'POST text' };
const BY_ID = { gateway: trusting, body: ({ id }) => ({ documentId: id }), sent: 'POST id' };

/** An environment as an application has it, with an empty store. */
function connect({ gateway, body }) {
  const { fetch, sent } = recorder();
  const network = Network.create(async (params, variables) => {
    const response = await fetch(`${gateway}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ ...body(params), variables }),
    });
    return response.json();
  });
  return { environment: new Environment({ network, store: new Store(new RecordSource()) }), sent };
}

/** The list as a component that pages through it has it: loads the first page, then the next ones by the fragment's own query. */
async function walk(environment, count, pages) {
  const operation = createOperationDescriptor(PAGE, { count });
  environment.retain(operation);
  await fetchQuery(environment, PAGE, { count }).toPromise();
  const read = () => {
    const root = environment.lookup(operation.fragment).data;
    return environment.lookup(getSelector(LIST, root)).data;
  };
  const { connectionPathInFragmentData, paginationRequest, paginationMetadata } = getPaginationMetadata(LIST, 'walk');
  for (let page = 2; page <= pages; page++) {
    const { pageInfo } = getValueAtPath(read(), connectionPathInFragmentData);
    assert.equal(pageInfo.hasNextPage, true);
    const variables = getPaginationVariables('forward', count, pageInfo.endCursor, { count }, {}, paginationMetadata);
    await fetchQuery(environment, paginationRequest, variables).toPromise();
  }
  return read().contacts;
}

await check('the compiler stored every query under its id', () => {
  for (const { params } of [PAGE, NODE, compiled('contactsNextPageQuery')]) {
    assert.match(params.id, /^[0-9a-f]{32}$/);
    assert.equal(manifest[params.id], params.text);
  }
});

for (const [way, by] of [['text', BY_TEXT], ['trusted document', BY_ID]]) {
  await check(`three pages of a connection by ${way} are one page of their size`, async () => {
    const { environment, sent } = connect(by);
    const paged = await walk(environment, 20, 3);
    assert.deepEqual(sent.map(shape), [by.sent, by.sent, by.sent]);
    assert.deepEqual(sent.map(({ status }) => status), [200, 200, 200]);
    const whole = await walk(connect(by).environment, 60, 1);
    const contactsOf = ({ edges }) => edges.map(({ node }) => ({ id: node.id, full: node.name.full }));
    assert.equal(new Set(whole.edges.map(({ node }) => node.id)).size, 60);
    assert.deepEqual(contactsOf(paged), contactsOf(whole));
    assert.deepEqual(paged.pageInfo, whole.pageInfo);
  });

  await check(`a node by ${way}`, async () => {
    const { environment } = connect(by);
    const { edges: [{ node: { id } }] } = await walk(environment, 1, 1);
    const { node } = await fetchQuery(environment, NODE, { id }).toPromise();
    assert.equal(node.__typename, 'Contact');
    assert.equal(node.id, id);
    assert.ok(node.resourceId);
  });
}

await check('a root field that fails is null, as Relay shows it', async () => {
  const { environment, sent } = connect(BY_TEXT);
  await fetchQuery(environment, PAGE, { count: 501 }).toPromise();
  assert.deepEqual(sent[0].answer.data, { contacts: null });
  assert.equal(sent[0].answer.errors[0].extensions.code, 'INVALID_ARGUMENT');
});

await check('a text is refused where only documents of the manifest are trusted, and so is an unknown id', async () => {
  for (const [body, code] of [
    [({ text }) => ({ query: text.replace('count', 'count ') }), 'DOCUMENT_NOT_TRUSTED'],
    [({ id }) => ({ documentId: [...id].reverse().join('') }), 'PERSISTED_QUERY_NOT_FOUND'],
  ]) {
    const { environment, sent } = connect({ gateway: trusting, body });
    await assert.rejects(fetchQuery(environment, PAGE, { count: 1 }).toPromise());
    assert.deepEqual(sent[0].answer.errors.map(({ extensions }) => extensions.code), [code]);
  }
});
