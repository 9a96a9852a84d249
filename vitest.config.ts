import { defineConfig } from 'vitest/config';

const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } } as const;

// `unit` needs nothing; `database` gets a PostgreSQL with a template to clone; `journeys` also a browser (bin/test.ts).
// On a busy machine a browser or a database can miss its moment: continuous integration asks twice more before it says no.
const retry = process.env['CI'] ? 2 : 0;

// All journeys together take longer than continuous integration should; it walks two that cross most of the house.
const journeys = process.env['CI'] ? ['test/journeys/{06,10}-*.test.ts'] : ['test/journeys/**/*.test.ts'];

export default defineConfig({
  test: {
    retry,
    projects: [
      {
        ...jsx,
        test: {
          name: 'unit',
          include: [
            'src/{matching,japanese,ui}/**/*.test.{ts,tsx}',
            'src/**/{rules,types,views}.test.{ts,tsx}',
            'src/platform/languages/**/*.test.{ts,tsx}',
            'test/*.test.ts',
          ],
          retry,
          testTimeout: 60_000,
        },
      },
      {
        ...jsx,
        test: {
          name: 'database',
          include: [
            'src/{modules,pages,platform,demonstration}/**/*.test.{ts,tsx}',
            'test/routes/**/*.test.{ts,tsx}',
          ],
          exclude: ['src/**/{rules,types,views}.test.{ts,tsx}', 'src/platform/languages/**/*.test.{ts,tsx}'],
          globalSetup: ['test/support/postgres.ts'],
          retry,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...jsx,
        test: {
          name: 'journeys',
          include: journeys,
          globalSetup: ['test/support/postgres.ts'],
          // One browser at a time: the machine that runs this may have two cores.
          fileParallelism: false,
          isolate: false,
          retry,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
