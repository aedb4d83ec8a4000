import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApolloProvider } from '@apollo/client/react';
import { App } from './App';
import { createClient } from './client';
import { GatewayContext } from './gateway';
import './style.css';

const gateway = document.querySelector<HTMLMetaElement>('meta[name=gateway]')!.content;

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ApolloProvider client={createClient(gateway)}>
      <GatewayContext value={gateway}>
        <App />
      </GatewayContext>
    </ApolloProvider>
  </StrictMode>,
);
