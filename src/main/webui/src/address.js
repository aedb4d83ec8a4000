// What a page's address says of a query: `query`, `variables` in JSON and `operationName`, as the parameters of a GET have
// it. Headers are neither read from an address nor written into one: they may be credentials.

// Proxies commonly take a request line of 8 KiB.
const LONGEST = 8000;

const readable = json => {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
};

/** The query in the page's address, null if there is none. The address is then the page's own again. */
export function takeShared() {
  const parameters = new URLSearchParams(location.search);
  const query = parameters.get('query');
  if (location.search) history.replaceState(null, '', location.pathname + location.hash);
  if (!query) return null;
  return { query, variables: readable(parameters.get('variables') ?? ''), operationName: parameters.get('operationName') };
}

/** An address of this page that opens a query; null if it would be too long for the proxies on the way. */
export function sharing({ query, variables, operationName }) {
  const address = new URL(location.pathname, location.origin);
  address.searchParams.set('query', query);
  if (variables?.trim()) address.searchParams.set('variables', variables);
  if (operationName) address.searchParams.set('operationName', operationName);
  return address.href.length > LONGEST ? null : address.href;
}
