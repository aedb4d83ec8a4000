import { createHash } from 'node:crypto';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { scalars } from 'meishi-schema';

export default {
  schema: '../../../target/npm/schema.graphql',
  documents: ['src/**/*.ts', 'src/**/*.tsx', '!src/graphql/**'],
  ignoreNoDocuments: true,
  generates: {
    'src/graphql/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: { unmaskFunctionName: 'readFragment' },
        // Each document under the hash that automatic persisted queries have too.
        persistedDocuments: { hashAlgorithm: text => createHash('sha256').update(text).digest('hex') },
      },
      config: { scalars, strictScalars: true, useTypeImports: true, enumsAsTypes: true },
    },
  },
} satisfies CodegenConfig;
