// What GraphiQL keeps between visits: tabs, queries, variables, history. Headers may be credentials and are not kept.
// `shouldPersistHeaders` keeps them out of the tabs, but the history stores each query with its headers all the same.
const withHeaders = new Set(['graphiql:queries', 'graphiql:favorites']);
const withoutHeaders = text => JSON.stringify(JSON.parse(text), (key, value) => (key === 'headers' ? undefined : value));

const ownKeys = () => Object.keys(localStorage).filter(key => key.startsWith('graphiql:'));

export const storage = {
  get length() {
    return ownKeys().length;
  },
  getItem: key => localStorage.getItem(key),
  setItem: (key, value) => {
    if (key === 'graphiql:headers') return;
    localStorage.setItem(key, withHeaders.has(key) ? withoutHeaders(value) : value);
  },
  removeItem: key => localStorage.removeItem(key),
  clear: () => ownKeys().forEach(key => localStorage.removeItem(key)),
};
