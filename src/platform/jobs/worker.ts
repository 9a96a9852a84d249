import { Logger as JobLogger, type Runner, run, type TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Connection, Database } from '../database/connect.ts';
import type { HeardEvent } from './publish.ts';

export interface JobContext {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Hears of an event after its transaction. Must be idempotent: it is called at least once. */
export interface Listener {
  readonly event: string;
  /** Unique among the listeners of the event, so that each is retried by itself: `notifications.inform-volunteer`. */
  readonly name: string;
  handle(event: HeardEvent, context: JobContext): Promise<void>;
}

/** A job of a module, by name; idempotent. */
export interface Task {
  readonly name: string;
  /** When it runs by itself, as a crontab line's five fields (UTC). */
  readonly cron?: string;
  run(payload: unknown, context: JobContext): Promise<void>;
}

/**
 * Starts the worker that delivers events and runs the modules' jobs.
 * @returns the runner; `stop()` lets jobs under way finish
 */
export async function startWorker(
  connection: Connection,
  parts: { readonly tasks: readonly Task[]; readonly listeners: readonly Listener[] },
  context: JobContext,
): Promise<Runner> {
  return run({
    pgPool: connection.pool,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: new JobLogger(() => (level, message, meta) => {
      if (level === 'error' || level === 'warning')
        context.log.warn({ meta: String(meta?.['error'] ?? '') }, message);
    }),
    taskList: taskListOf(parts, context),
    crontab: parts.tasks.flatMap((task) => (task.cron ? [`${task.cron} ${task.name}`] : [])).join('\n'),
  });
}

/** The modules' tasks and listeners in the worker's form; also used by tests that run jobs one by one. */
export function taskListOf(
  parts: { readonly tasks: readonly Task[]; readonly listeners: readonly Listener[] },
  context: JobContext,
): TaskList {
  const tasks: TaskList = {
    // One job an event fans out to one job a listener, so that a failing listener is tried again alone.
    'tell-listeners': async (payload, helpers) => {
      const event = payload as HeardEvent;
      for (const listener of parts.listeners) {
        if (listener.event === event.type)
          await helpers.addJob('tell-listener', { listener: listener.name, event });
      }
    },
    'tell-listener': async (payload) => {
      const { listener: name, event } = payload as { listener: string; event: HeardEvent };
      const listener = parts.listeners.find((one) => one.name === name && one.event === event.type);
      if (listener) await listener.handle(event, context);
    },
  };
  for (const task of parts.tasks) tasks[task.name] = (payload) => task.run(payload, context);
  return tasks;
}
