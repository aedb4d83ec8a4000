import { graphql, HttpResponse } from 'msw';
import recorded from './recorded.json' with { type: 'json' };

/** Handlers of Mock Service Worker that answer each operation as it was recorded in a scenario. */
export function replaying(scenario) {
  return [
    graphql.operation(({ operationName }) => {
      const answer = recorded[scenario][operationName];
      if (!answer) throw new Error(`${operationName} has not been recorded in ${scenario}`);
      return HttpResponse.json(answer);
    }),
  ];
}
