import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Peak memory in MB of a fresh process that reads an instance file and solves it. */
export async function measurePeak(file: string): Promise<number> {
  const program = join(import.meta.dirname, 'solve-once.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [program, file]);
  return (JSON.parse(stdout) as { peak_mb: number }).peak_mb;
}
