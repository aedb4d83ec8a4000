// What the files here share: a line for each check, and a fetch that keeps what went over the wire.
let passed = 0;
let failed = 0;

/** Runs one check and says how it went; a failed one does not keep the next from running. */
export async function check(what, prove) {
  try {
    await prove();
    passed++;
    console.log(`  ok    ${what}`);
  } catch (error) {
    failed++;
    console.log(`  FAIL  ${what}\n${String(error?.stack ?? error?.message ?? JSON.stringify(error)).replace(/^/gm, '        ')}`);
  }
}

process.on('exit', code => {
  console.log(`  ${passed} passed, ${failed} failed`);
  process.exitCode = code || (failed > 0 || passed === 0 ? 1 : 0);
});

/** A fetch for a client to use, and in `sent` what it was used for: each request's parameters and the answer's status, type and body. */
export function recorder() {
  const sent = [];
  return {
    sent,
    async fetch(resource, init = {}) {
      const method = init.method ?? 'GET';
      const url = new URL(resource);
      const parameters = method === 'GET' ? fromAddress(url) : JSON.parse(init.body);
      const response = await fetch(resource, init);
      sent.push({
        method,
        url: url.href,
        ...parameters,
        hash: parameters.extensions?.persistedQuery?.sha256Hash,
        accept: new Headers(init.headers).get('accept'),
        status: response.status,
        type: response.headers.get('content-type'),
        answer: await response.clone().json().catch(() => undefined),
      });
      return response;
    },
  };
}

function fromAddress(url) {
  const parameters = Object.fromEntries(url.searchParams);
  for (const name of ['variables', 'extensions']) {
    if (name in parameters) parameters[name] = JSON.parse(parameters[name]);
  }
  return parameters;
}

/** What matters of a request where persisted documents are tried out, as one word each. */
export const shape = ({ method, query, hash, documentId }) =>
  [method, query && 'text', hash && 'hash', documentId && 'id'].filter(Boolean).join(' ');

/** A name no server has heard of, so that a check does not depend on what ran before it. */
export const unheard = prefix => `${prefix}${process.hrtime.bigint().toString(36)}`;

/** The simulator's first two contacts, known from the vendor's pages. */
export const FIRST = { full: 'April Jackson', creationTime: '2020-04-01T08:10:18+09:00' };
export const SECOND = { full: 'First Name Last Name', creationTime: '2020-04-05T19:30:04+09:00' };
