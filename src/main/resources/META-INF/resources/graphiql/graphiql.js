// GraphiQL on this gateway: one tab for each example, the address never changed by what is typed.
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: new URL('../graphql', window.location.href).href }),
    defaultTabs: EXAMPLES,
    defaultEditorToolsVisibility: 'variables',
    shouldPersistHeaders: false,
  })
);
