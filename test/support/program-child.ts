// The product in a process of its own, for drills and benches: node test/support/program-child.ts BUNDLE
import { pathToFileURL } from 'node:url';

/** What the child tells its parent. */
export type Told =
  | { readonly ready: { readonly owner: string; readonly app: string } }
  | { readonly cpuMicros: number };

const { start } = (await import(
  pathToFileURL(process.argv[2] ?? '').href
)) as typeof import('../../src/main.ts');
const running = await start(process.env);
const tell = (told: Told) => process.send?.(told);

// The parent asks for what this process has used so far, in microseconds of CPU.
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  tell({ cpuMicros: user + system });
});
process.on('disconnect', () => void stop());
process.on('SIGTERM', () => void stop());
tell({ ready: running.databaseUrls });

async function stop(): Promise<void> {
  await running.stop();
  process.exit(0);
}
