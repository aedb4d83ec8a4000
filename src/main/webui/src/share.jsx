import { useEffect, useState } from 'react';
import { ToolbarButton, pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { sharing } from './address.js';

const LABEL = 'Share query by a link';

/** Makes an address that opens the query and its variables; it goes to the clipboard, and into the address bar. */
export function ShareButton({ shared }) {
  const { queryEditor, variableEditor, operationName, operations } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'operationName', 'operations'),
  );
  const { setOperationName } = useGraphiQLActions();
  const [label, setLabel] = useState(LABEL);
  const [wanted, setWanted] = useState(shared?.operationName);

  useEffect(() => {
    if (!wanted || !operations?.some(operation => operation.name?.value === wanted)) return;
    setOperationName(wanted);
    setWanted(null);
  }, [wanted, operations, setOperationName]);

  async function share() {
    const address = sharing({
      query: queryEditor.getValue(),
      variables: variableEditor?.getValue(),
      operationName: operations?.length > 1 ? operationName : null,
    });
    if (!address) {
      setLabel('The query is too long for a link');
      return;
    }
    history.replaceState(null, '', address);
    try {
      // There is no clipboard over plain HTTP.
      await navigator.clipboard.writeText(address);
      setLabel('Copied: the link is in the clipboard and in the address bar');
    } catch {
      setLabel('The link is in the address bar');
    }
  }

  return (
    <ToolbarButton label={label} onClick={share} onPointerLeave={() => setLabel(LABEL)}>
      <svg className="graphiql-toolbar-icon" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
        <circle cx="5" cy="10" r="2.5" />
        <circle cx="15" cy="4.5" r="2.5" />
        <circle cx="15" cy="15.5" r="2.5" />
        <path d="M7.2 8.8l5.6-3.1M7.2 11.2l5.6 3.1" />
      </svg>
    </ToolbarButton>
  );
}
