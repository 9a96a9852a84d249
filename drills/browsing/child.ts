import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Starts a program and waits until it says something.
 * @param says what it says once it is ready, on standard output or standard error
 * @returns the process and what was found
 * @throws with what it said when it ends before, or is silent for half a minute
 */
export async function startChild(
  path: string,
  args: readonly string[],
  says: RegExp,
): Promise<{ child: ChildProcess; found: RegExpExecArray }> {
  const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let said = '';
  const found = new Promise<RegExpExecArray>((done, failed) => {
    const hear = (piece: Buffer) => {
      said += piece.toString();
      const match = says.exec(said);
      if (match) done(match);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', failed);
    child.once('exit', () => failed(new Error(`${path} ended at once, and said: ${said.slice(-1000)}`)));
    void sleep(30_000, undefined, { ref: false }).then(() => {
      failed(new Error(`${path} is not ready after half a minute, and said: ${said.slice(-1000)}`));
    });
  });
  try {
    return { child, found: await found };
  } catch (problem) {
    await endChild(child);
    throw problem;
  }
}

/** Ends a program with all that it has started. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  const late = sleep(5_000, undefined, { ref: false }).then(() => child.kill('SIGKILL'));
  await Promise.race([gone, late]);
}
