import js from '@eslint/js';
import globals from 'globals';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Use a named export: it keeps one name in every file.',
};

export default tseslint.config(
  { ignores: ['build/', '.cache/', 'coverage/', 'test-results/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', defaultExport],
      'max-lines': ['error', { max: 300 }],
    },
  },
  {
    files: ['public/**', 'dev/host/browser/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  // Playwright reads which fixtures a function wants from its pattern, even an empty one.
  { files: ['test/e2e/**'], rules: { 'no-empty-pattern': 'off' } },
  // What the host declares is as long as it is.
  {
    files: ['types/**'],
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  // Tools that read a configuration file want a default export or CommonJS.
  { files: ['*.config.*', '**/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.cjs', '**/*.js'],
    languageOptions: { sourceType: 'commonjs' },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
