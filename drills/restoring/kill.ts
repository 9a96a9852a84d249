import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../../test/support/until.ts';

/** Kills the PostgreSQL of a cluster by kill -9, with all of its children, and waits until none of them is left to hold its port or memory. */
export async function killCluster(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const postmaster = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
  if (!listLiving().some(({ pid }) => pid === postmaster)) return;
  // Held first, so that it has no more children than those that are listed.
  process.kill(postmaster, 'SIGSTOP');
  const pids = listLiving().flatMap(({ pid, parent }) =>
    pid === postmaster || parent === postmaster ? [pid] : [],
  );
  for (const pid of pids) kill(pid);
  await until(() => !listLiving().some(({ pid }) => pids.includes(pid)));
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has come to its own end.
  }
}

/** Processes that run; those that only wait for somebody to ask how they ended hold nothing any more. */
function listLiving(): { pid: number; parent: number }[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .flatMap(([pid, parent, state = 'Z']) =>
      state.startsWith('Z') ? [] : [{ pid: Number(pid), parent: Number(parent) }],
    );
}
