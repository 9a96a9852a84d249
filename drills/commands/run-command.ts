import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The folder of this version. */
export const HERE = join(import.meta.dirname, '../..');

/**
 * Runs a command of whoever runs the house, in a process of its own that knows nothing but what it is told.
 * @param script such as `bin/operate/backup.ts`
 * @param root the folder of the version whose command it is
 * @returns what it said
 * @throws with what it said when it fails
 */
export async function command(
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  root: string = HERE,
): Promise<string> {
  const env = { PATH: process.env['PATH'], NODE_ENV: 'production', LOG_LEVEL: 'error', ...environment };
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--import', 'tsx', join(root, script), ...args], {
    env,
    cwd: root,
  }).catch((problem: { stderr?: string }) => {
    throw new Error(`${script} failed: ${problem.stderr || String(problem)}`);
  });
  return stdout.trim();
}
