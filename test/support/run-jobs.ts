import { Logger, runOnce } from 'graphile-worker';
import { pino } from 'pino';
import type { JobContext } from '../../src/platform/jobs/task.ts';
import { taskListOf } from '../../src/platform/jobs/worker.ts';
import type { Product } from './product.ts';

/** What the product's jobs stand on; what they log is kept in `lines`. */
export function jobContext(product: Product, lines: string[] = []): JobContext {
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  return { db: product.database.db, clock: product.clock, log };
}

const silent = new Logger(() => () => {});

/** Does every job that waits, and what they bring about. */
export async function runJobs(product: Product, context: JobContext): Promise<void> {
  const taskList = taskListOf(product.house.parts, context);
  await runOnce({ pgPool: product.database.pool, taskList, noHandleSignals: true, logger: silent });
}

/** Runs one task by its name, as its cron line would. @throws when no task has this name */
export async function runTask(product: Product, name: string, context: JobContext): Promise<void> {
  const task = product.house.parts.tasks.find((one) => one.name === name);
  if (!task) throw new Error(`no task is called ${name}`);
  await task.run({}, context);
}
