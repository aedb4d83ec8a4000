import { useMemo, useState } from 'react';
import { ContactDetail } from './ContactDetail';
import { ContactList } from './ContactList';
import { Controls, DEFAULTS, orderBy } from './Controls';
import { useDebounced } from './useDebounced';
import { useOnline } from './useOnline';
import type { ContactFilter } from './graphql/graphql';

export function App() {
  const [controls, setControls] = useState(DEFAULTS);
  const [selected, setSelected] = useState<string>();
  const online = useOnline();
  const keyword = useDebounced(controls.keyword.trim(), 250);
  // The same conditions are the same object and the same list: what is not set is left out.
  const filter = useMemo<ContactFilter>(
    () => ({
      ...(keyword && { keyword }),
      ...(controls.tag && { tagResourceId: controls.tag }),
      ...(controls.externalOnly && { externalOnly: true }),
    }),
    [keyword, controls.tag, controls.externalOnly],
  );

  return (
    <div className={selected ? 'app detailed' : 'app'}>
      {!online && <div className="offline" role="status">Offline. What is shown may be out of date.</div>}
      <header>
        <h1>Contacts</h1>
        <Controls value={controls} change={setControls} />
      </header>
      <ContactList
        filter={filter}
        orderBy={orderBy(controls.order)}
        fromEnd={controls.fromEnd}
        typing={keyword !== controls.keyword.trim()}
        selected={selected}
        select={setSelected}
      />
      <ContactDetail id={selected} close={() => setSelected(undefined)} />
    </div>
  );
}
