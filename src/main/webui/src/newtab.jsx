import { useEffect, useRef } from 'react';
import { pick, useGraphiQL } from '@graphiql/react';
import { newTab } from './examples.js';

/** Puts places to start from into a tab that was added and is empty: GraphiQL does so for its very first one alone. */
export function NewTab() {
  const { tabs, queryEditor } = useGraphiQL(pick('tabs', 'queryEditor'));
  const before = useRef(tabs.length);

  useEffect(() => {
    if (tabs.length > before.current && queryEditor?.getValue() === '') queryEditor.setValue(newTab);
    before.current = tabs.length;
  }, [tabs.length, queryEditor]);

  return null;
}
