import './nonce.js';
import './workers.js';
import { createRoot } from 'react-dom/client';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { takeShared } from './address.js';
import { examples, newTab } from './examples.js';
import { fetcher } from './fetcher.js';
import { MeasuresButton } from './measures.jsx';
import { NewTab } from './newtab.jsx';
import { ShareButton } from './share.jsx';
import { storage } from './storage.js';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import '@graphiql/plugin-explorer/style.css';
import 'graphiql/graphiql.css';
import './page.css';

const plugins = [HISTORY_PLUGIN, explorerPlugin({ showAttribution: false })];
const shared = takeShared();

createRoot(document.getElementById('graphiql')).render(
  <GraphiQL
    fetcher={fetcher}
    storage={storage}
    plugins={plugins}
    // A visitor's first page has a shared query before the examples, any other adds it to the tabs there are.
    defaultTabs={shared ? [shared, ...examples] : examples}
    initialQuery={shared?.query}
    initialVariables={shared?.variables}
    defaultQuery={newTab}
    defaultEditorToolsVisibility="variables"
    shouldPersistHeaders={false}
    inputValueDeprecation
    schemaDescription
  >
    <GraphiQL.Logo>Meishi</GraphiQL.Logo>
    <GraphiQL.Toolbar>
      {({ prettify, merge, copy }) => (
        <>
          {prettify}
          {merge}
          {copy}
          <ShareButton shared={shared} />
          <MeasuresButton />
          <NewTab />
        </>
      )}
    </GraphiQL.Toolbar>
  </GraphiQL>,
);
