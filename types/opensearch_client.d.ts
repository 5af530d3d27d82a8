// The client's package.json hides its own type declarations from a bundler's module resolution ("exports" without
// "types"), so they are named here by path.
declare module '@opensearch-project/opensearch' {
  type Declared = typeof import('../node_modules/@opensearch-project/opensearch/index');
  export const Client: Declared['Client'];
  export type Client = InstanceType<Declared['Client']>;
  export const errors: Declared['errors'];
  export type ResponseError = InstanceType<Declared['errors']['ResponseError']>;
}
