// npm test: everything that proves the product, in one go. Installs what is missing first (a browser and CJK fonts, by
// apt where it may), then type check, lint, dead-code check, and all tests. Ends with `N passed, N failed`, and how many were skipped.
// Arguments go to vitest: `npm test -- src/modules/spot` runs only those files (and skips the checks).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser/find.ts';
import { buildServer } from './build.ts';

const root = join(import.meta.dirname, '..');
const wanted = process.argv.slice(2);
let [passed, failed] = [0, 0];

function count(name: string, status: number): void {
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
  if (status === 0) passed++;
  else failed++;
}

function run(command: string, args: readonly string[]): number {
  // Building for browsers leaves `production` behind, and tests are to hear of what production only logs.
  const env = { ...process.env, NODE_ENV: 'test' };
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env }).status ?? 1;
}

const browser = ensureBrowser();
if (browser.says) console.log(browser.says);
// Before any test: one that starts the program would build it under those that read it meanwhile.
await buildServer();

if (wanted.length === 0) {
  count('types (tsc)', run('tsc', []));
  count('lint and format (biome)', run('biome', ['check', '--error-on-warnings', '.']));
  count('dead code (knip)', run('knip', []));
}

const results = mkdtempSync(join(tmpdir(), 'otonari-results-'));
const report = join(results, 'report.json');
const code = run('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...wanted,
]);
const totals = readTotals();
passed += totals.passed;
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
failed += totals.failed + (code !== 0 && totals.failed === 0 ? 1 : 0);
rmSync(results, { recursive: true, force: true });

console.log(`\n${passed} passed, ${failed} failed${skipped}`);
process.exit(failed === 0 ? 0 : 1);

function readTotals(): { passed: number; failed: number; skipped: number } {
  try {
    const told = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
    };
    return {
      passed: told.numPassedTests,
      failed: told.numFailedTests,
      skipped: told.numPendingTests,
    };
  } catch {
    console.error('vitest left no report.');
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
