import { defineConfig } from 'vitest/config';

const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } } as const;

// `unit` needs nothing; `database` gets a PostgreSQL with a template to clone; `journeys` also a browser (bin/test.ts).
export default defineConfig({
  test: {
    projects: [
      {
        ...jsx,
        test: {
          name: 'unit',
          include: [
            'src/{matching,japanese,ui}/**/*.test.{ts,tsx}',
            'src/kits/{acts,forms,papers,plots,scenes}/**/*.test.{ts,tsx}',
            'src/**/{rules,types,views}.test.{ts,tsx}',
            'src/**/rules/**/*.test.{ts,tsx}',
            'src/platform/languages/**/*.test.{ts,tsx}',
            'test/*.test.ts',
            'test/made-up/*.test.ts',
          ],
          testTimeout: 60_000,
        },
      },
      {
        ...jsx,
        test: {
          name: 'database',
          include: [
            'src/{kits,modules,pages,platform,demonstration}/**/*.test.{ts,tsx}',
            'test/routes/**/*.test.{ts,tsx}',
          ],
          exclude: [
            'src/**/{rules,types,views}.test.{ts,tsx}',
            'src/**/rules/**/*.test.{ts,tsx}',
            'src/platform/languages/**/*.test.{ts,tsx}',
            'src/kits/{acts,forms,papers,plots,scenes}/**',
          ],
          globalSetup: ['test/support/postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...jsx,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/support/postgres.ts'],
          // One browser at a time: the machine that runs this may have two cores.
          fileParallelism: false,
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
