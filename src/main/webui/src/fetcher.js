// One request to the gateway beside this page. An observable, so that GraphiQL's stop button ends the request itself and
// with it what the gateway does for it.
import { byUse } from './order.js';
import { measuring } from './measures.jsx';

const ENDPOINT = '../graphql';

export function fetcher(operation, { headers } = {}) {
  return {
    subscribe(observer) {
      const call = new AbortController();
      ask(operation, headers, call.signal).then(
        answer => {
          observer.next(answer);
          observer.complete();
        },
        failure => call.signal.aborted || observer.error(failure),
      );
      return { unsubscribe: () => call.abort() };
    },
  };
}

async function ask(operation, typed, signal) {
  const headers = new Headers({
    accept: 'application/graphql-response+json, application/json;q=0.9',
    'content-type': 'application/json',
  });
  for (const [name, value] of Object.entries(typed ?? {})) headers.set(name, value);

  const ofTheSchema = operation.operationName === 'IntrospectionQuery';
  const body = JSON.stringify(ofTheSchema ? operation : { ...operation, ...measuring() });
  const response = await fetch(ENDPOINT, { method: 'POST', headers, body, signal });
  const text = await response.text();
  try {
    const answer = JSON.parse(text);
    return ofTheSchema ? byUse(answer) : answer;
  } catch {
    return { errors: [{ message: `The answer, with status ${response.status}, is no JSON: ${text.slice(0, 500)}` }] };
  }
}
