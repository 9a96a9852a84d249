import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } } as const;

// `unit` needs nothing; `database` gets a PostgreSQL with templates to clone, and its files share the processes that have read the
// house; `alone` are those whose subject is such a process, and that bring what else they need; `journeys` get a browser too (bin/test.ts).
const ALONE = 'src/**/*.alone.test.ts';

/** Journeys over every page take minutes: on a machine that knows no times yet they would come last, one core with nothing to do. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => moduleId.includes('/journeys/90-');
    const inOrder = await super.sort(files);
    return [...inOrder.filter(isLong), ...inOrder.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Vitest would leave one core to itself, which it hardly uses; tests wait for their database or browser now and then.
    maxWorkers: 2,
    projects: [
      {
        ...jsx,
        test: {
          name: 'unit',
          include: [
            'src/{matching,japanese,ui}/**/*.test.{ts,tsx}',
            'src/kits/{acts,bank-files,papers,plots,scenes}/**/*.test.{ts,tsx}',
            'src/kits/forms/*.test.tsx',
            'src/**/{rules,types,views}.test.{ts,tsx}',
            'src/**/rules/**/*.test.{ts,tsx}',
            'src/platform/languages/**/*.test.{ts,tsx}',
            'test/*.test.ts',
            'test/made-up/*.test.ts',
          ],
          isolate: false,
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
            'src/kits/{acts,bank-files,papers,plots,scenes}/**',
            'src/kits/forms/*.test.tsx',
            ALONE,
          ],
          globalSetup: ['test/support/postgres.ts'],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...jsx,
        test: { name: 'alone', include: [ALONE], testTimeout: 60_000, hookTimeout: 120_000 },
      },
      {
        ...jsx,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/support/postgres.ts'],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
