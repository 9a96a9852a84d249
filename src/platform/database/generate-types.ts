import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const TARGET = join(import.meta.dirname, 'generated.ts');

/**
 * Describes every table of a migrated database as TypeScript in `generated.ts`.
 * @param url an address of the owner role
 * @throws with `verify`, when the file on disk differs from what the database says
 */
export function generateTypes(url: string, options: { readonly verify: boolean }): void {
  const mapping = {
    timestamptz: 'Temporal.Instant',
    date: 'Temporal.PlainDate',
    int8: 'number',
    // Nothing else is varchar than the domain of sealed words (0060).
    varchar: 'import("../sealed/seal.ts").Sealed',
  };
  const args = [
    `--url=${url}`,
    '--dialect=postgres',
    `--out-file=${TARGET}`,
    '--exclude-pattern={graphile_worker,public}.*',
    `--type-mapping=${JSON.stringify(mapping)}`,
    '--log-level=error',
    ...(options.verify ? ['--verify'] : []),
  ];
  execFileSync('kysely-codegen', args, { stdio: ['ignore', 'inherit', 'inherit'] });
}
