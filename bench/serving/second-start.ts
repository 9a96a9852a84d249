import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { take } from './load.ts';

const root = join(import.meta.dirname, '../..');

/**
 * Starts the product as `npm start` does, on data that is there, and stops it again.
 * @returns milliseconds from the command to the first page, the better of two
 */
export async function measureSecondStart(directory: string, port: number): Promise<number> {
  return Math.min(await startOnce(directory, port), await startOnce(directory, port));
}

async function startOnce(directory: string, port: number): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'bin/bootstrap.mjs'), 'bin/start.ts'], {
    cwd: root,
    stdio: 'ignore',
    env: {
      ...process.env,
      DATA_DIRECTORY: directory,
      PORT: String(port),
      DEMONSTRATION: 'false',
      LOG_LEVEL: 'silent',
    },
  });
  try {
    for (let tries = 0; tries < 1_500; tries++) {
      const page = await take(`http://127.0.0.1:${port}/ja`).catch(() => null);
      if (page?.status === 200) return Math.round(performance.now() - began);
      await sleep(20);
    }
    throw new Error('npm start did not come to its first page within 30 seconds');
  } finally {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }
}
