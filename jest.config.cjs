const common = {
  transform: { '\\.[jt]sx?$': '@swc/jest' },
  // Libraries that are ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!hyparquet)'],
  moduleNameMapper: {
    // The bundle: its parts are ES modules only.
    '^vega$': 'vega/build/vega.js',
    '^@elastic/eui$': '@opensearch-project/oui',
    '^@elastic/eui/(.*)$': '@opensearch-project/oui/$1',
    '^@osd/i18n$': '<rootDir>/dev/host/browser/shared_deps/i18n.ts',
    '^@osd/i18n/react$': '<rootDir>/dev/host/browser/shared_deps/i18n_react.tsx',
  },
  modulePathIgnorePatterns: ['<rootDir>/build', '<rootDir>/.cache'],
};

/** Three suites: pure parts, parts on real servers (started by dev/test), facts of the host that we rely on. */
module.exports = {
  // A machine that is busy with other things is no reason to fail.
  testTimeout: 30_000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testEnvironment: 'node',
      roots: [
        '<rootDir>/common',
        '<rootDir>/server',
        '<rootDir>/public',
        '<rootDir>/dev',
        '<rootDir>/test/unit',
      ],
      testMatch: ['**/*.test.ts', '**/*.test.tsx'],
    },
    {
      ...common,
      displayName: 'integration',
      testEnvironment: 'node',
      roots: ['<rootDir>/test/integration'],
      setupFilesAfterEnv: ['<rootDir>/test/integration/empty_before_file.ts'],
      testMatch: ['**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'contracts',
      testEnvironment: 'node',
      roots: ['<rootDir>/test/contracts'],
      testMatch: ['**/*.test.ts'],
    },
  ],
};
