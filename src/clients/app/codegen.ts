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
        persistedDocuments: { hashAlgorithm: 'sha256' },
      },
      config: { scalars, strictScalars: true, useTypeImports: true, enumsAsTypes: true },
    },
  },
} satisfies CodegenConfig;
