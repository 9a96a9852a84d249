import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const SOURCE = join(import.meta.dirname, '..', 'lemon.cpp');
const HEADER = '/usr/include/lemon/network_simplex.h';

export interface ReferenceRun {
  readonly solve_ms: number;
  readonly pairs: number;
  readonly fit: number;
}

/** Builds the reference into `folder`; a sentence instead where the machine lacks what it takes. */
export async function buildReference(folder: string): Promise<{ program: string } | { missing: string }> {
  if (!existsSync(HEADER)) return { missing: 'LEMON is not here: install liblemon-dev.' };
  const program = join(folder, 'lemon');
  try {
    await execute('g++', ['-O3', '-march=native', '-DNDEBUG', '-w', '-o', program, SOURCE, '-llemon']);
    return { program };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    return { missing: `The reference could not be built: ${reason}. Install g++ and liblemon-dev.` };
  }
}

/** Solves an instance file with LEMON's network simplex; `solve_ms` is processor time, without reading and building. */
export async function runReference(program: string, file: string): Promise<ReferenceRun> {
  const { stdout } = await execute(program, [file]);
  return JSON.parse(stdout) as ReferenceRun;
}
