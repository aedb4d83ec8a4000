// Uses the gateway with urql's normalised cache, as meishi-schema/urql sets it up. It says nothing in the console, in development either.
// usage: node graphcache.mjs <gateway>
import assert from 'node:assert/strict';
import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { keys, resolvers, schema } from 'meishi-schema/urql';
import { check, recorder } from './check.mjs';

const [gateway] = process.argv.slice(2);
const said = [];
for (const level of ['warn', 'error']) console[level] = (...words) => said.push(words.join(' '));

function connect(cache = { keys, schema, resolvers: resolvers(relayPagination) }) {
  const { fetch, sent } = recorder();
  const client = new Client({ url: `${gateway}/graphql`, exchanges: [cacheExchange(cache), fetchExchange], fetch, preferGetMethod: false });
  const ask = async (query, variables, context) => {
    const { data, error } = await client.query(query, variables, context).toPromise();
    if (error) throw error;
    return data;
  };
  return { client, ask, sent };
}

const EVERYTHING = gql`
  query Everything($first: Int!, $after: String) {
    contacts(first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          name { full lastName firstName }
          emails { address represent }
          phones { value type represent }
          organizations { name department title represent }
          locations { value zipcode }
          events { type value }
          messengers { accountId type }
          websites { value }
          photos { path }
          sharedMembers { memberId type }
          worksAt { type buddyUserIds }
          customProperties { name values { text } }
          primaryPhone { value }
          primaryEmail { address }
          primaryOrganization { name }
          tags { id name }
        }
      }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`;

const DETAIL = gql`
  query Detail($id: ID!) {
    node(id: $id) { __typename id ... on Contact { resourceId name { full } detailedName { full prefix } phones { value e164 } } }
  }
`;

await check('three pages are one list, and parts stay with their contact', async () => {
  const { client, ask, sent } = connect();
  let after;
  let data;
  for (let page = 1; page <= 3; page++) {
    data = await ask(EVERYTHING, { first: 20, after });
    after = data.contacts.pageInfo.endCursor;
  }
  assert.equal(sent.length, 3);
  const whole = client.readQuery(EVERYTHING, { first: 20 }).data.contacts;
  assert.equal(whole.edges.length, 60);
  assert.equal(new Set(whole.edges.map(({ node }) => node.id)).size, 60);
  const fresh = await connect().ask(EVERYTHING, { first: 60 });
  assert.deepEqual(whole.edges.map(({ node }) => node), fresh.contacts.edges.map(({ node }) => node));
});

await check('a contact read alone is the one of the list', async () => {
  const { client, ask } = connect();
  const { contacts } = await ask(EVERYTHING, { first: 5 });
  const { node } = contacts.edges[1];
  const detail = await ask(DETAIL, { id: node.id });
  assert.equal(detail.node.name.full, node.name.full);
  assert.deepEqual(client.readQuery(EVERYTHING, { first: 5 }).data.contacts.edges[1].node, node);
});

await check('nothing is said in the console', () => assert.deepEqual(said, []));

await check('without the keys it is', async () => {
  await connect({ schema }).ask(EVERYTHING, { first: 3 });
  assert.match(said.join('\n'), /Invalid key/);
});
