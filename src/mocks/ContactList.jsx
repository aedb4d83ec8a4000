import { useEffect, useState } from 'react';
import { operations } from './operations.js';

const endpoint = import.meta.env.VITE_GRAPHQL ?? '/graphql';

/** A list of contacts: loading, empty, with what there is of each, and with what failed. */
export function ContactList() {
  const [result, setResult] = useState(null);
  useEffect(() => {
    const { signal, abort } = aborting();
    fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ operationName: 'Contacts', ...operations.Contacts }),
      signal,
    }).then(response => response.json()).then(setResult, error => signal.aborted || setResult({ errors: [error] }));
    return abort;
  }, []);

  if (!result) return <p role="status">Loading…</p>;
  const nodes = result.data?.contacts?.nodes;
  return (
    <>
      {result.errors && <p role="alert">{result.errors[0].extensions?.code ?? result.errors[0].message}</p>}
      {nodes?.length === 0 && <p>No contacts</p>}
      <ul>
        {nodes?.map(contact => (
          <li key={contact.id}>
            {contact.name.full ?? contact.primaryOrganization?.name ?? 'No name'}
            {contact.tags?.map(tag => <em key={tag.name}> #{tag.name}</em>)}
          </li>
        ))}
      </ul>
    </>
  );
}

function aborting() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
