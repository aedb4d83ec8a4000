import { createContext } from 'react';

/** The URL of the gateway's endpoint, which paths in its answers are to be resolved against. */
export const GatewayContext = createContext('');
