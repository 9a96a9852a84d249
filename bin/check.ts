// npm run check: the quick proofs while working — types, lint, dead code, and the unit tests that need no database.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const steps: [string, string[]][] = [
  ['tsc', []],
  ['biome', ['check', '--error-on-warnings', '.']],
  ['knip', []],
  ['vitest', ['run', '--project', 'unit']],
];
for (const [command, args] of steps) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
