import { useState } from 'react';
import { ToolbarButton } from '@graphiql/react';

let isWanted = false;

/** What a request has beside its query: that its answer is to tell the cost and the calls, if that is wanted. */
export const measuring = () => (isWanted ? { extensions: { cost: true, plan: true } } : {});

/** Whether answers tell their cost and their calls to LINE WORKS, in their extensions. */
export function MeasuresButton() {
  const [isPressed, setPressed] = useState(isWanted);

  function press() {
    isWanted = !isWanted;
    setPressed(isWanted);
  }

  return (
    <ToolbarButton label={isPressed ? 'Without cost and calls' : 'With cost and calls'} onClick={press} aria-pressed={isPressed}>
      <svg className="graphiql-toolbar-icon" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
        <path d="M3 15a8 8 0 1 1 14 0" />
        <path d="M10 12l3.5-5" />
        <circle cx="10" cy="12" r="1.5" />
      </svg>
    </ToolbarButton>
  );
}
