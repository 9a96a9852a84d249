import { setTimeout as sleep } from 'node:timers/promises';
import { Logger as JobLogger, type Runner, run, type TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Connection, Database } from '../database/connect.ts';
import { isDatabaseAway } from '../database/transaction.ts';
import type { HeardEvent } from './publish.ts';
import { listUnknownTasks } from './unknown.ts';
import { unlockAbandoned } from './unlock.ts';

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

/** A job of a module, by name; idempotent, and done within five minutes. */
export interface Task {
  readonly name: string;
  /** When it runs by itself, as a crontab line's five fields (UTC). */
  readonly cron?: string;
  run(payload: unknown, context: JobContext): Promise<void>;
}

/** A worker that works until it is stopped, whatever the database does meanwhile. */
export interface Worker {
  /** Lets jobs under way finish. */
  stop(): Promise<void>;
}

type Parts = { readonly tasks: readonly Task[]; readonly listeners: readonly Listener[] };

/** Starts the worker that delivers events and runs the modules' jobs; it comes back by itself when the database does. */
export async function startWorker(
  connection: Connection,
  parts: Parts,
  context: JobContext,
): Promise<Worker> {
  let stopped = false;
  let runner: Runner | undefined;
  process.on('unhandledRejection', outliveDatabase);
  const work = async (): Promise<void> => {
    while (!stopped) {
      try {
        runner = await runOnce(connection, parts, context);
        // Who stopped the worker meanwhile found no runner to stop.
        if (stopped) await runner.stop();
        stopWhenStuck(runner);
        await runner.promise;
      } catch (problem) {
        if (!stopped) context.log.warn({ err: problem }, 'the worker ended and is started again');
      }
      if (!stopped) await sleep(1_000, undefined, { ref: false });
    }
  };
  const sweep = () => void unlockAbandoned(context.db).catch(() => {});
  sweep();
  void logUnknownTasks(parts, context).catch(() => {});
  const sweeping = setInterval(sweep, 60_000).unref();
  const working = work();
  return {
    async stop() {
      stopped = true;
      clearInterval(sweeping);
      await runner?.stop().catch(() => {});
      await working;
      process.off('unhandledRejection', outliveDatabase);
    },
  };
}

/** Jobs of an old name stay in the queue, where a version that knows them would take them; whoever runs the house is told. */
async function logUnknownTasks(parts: Parts, context: JobContext): Promise<void> {
  const unknown = await listUnknownTasks(context.db, Object.keys(taskListOf(parts, context)));
  for (const { task, jobs } of unknown)
    context.log.error({ task, jobs }, 'no task has the name of these jobs');
}

/** Refusals in a row, of four workers asking once a second, after which a runner is given up. */
const MOST_REFUSALS = 12;

/**
 * The queue's library keeps the answer to its first question, and asks no more when that was a failure: a runner whose
 * database died in that moment never finds a job again. It is stopped, and a new one started.
 */
function stopWhenStuck(runner: Runner): void {
  let refusals = 0;
  const reset = () => {
    refusals = 0;
  };
  runner.events.on('worker:getJob:empty', reset);
  runner.events.on('job:start', reset);
  runner.events.on('worker:getJob:error', () => {
    refusals++;
    if (refusals === MOST_REFUSALS) void runner.stop().catch(() => {});
  });
}

/**
 * The queue's library marks jobs as done or failed without waiting for the answer, so that the database's death in
 * that moment is nobody's to handle. Such a job is given back by `unlockAbandoned`. Anything else still ends the process.
 */
function outliveDatabase(problem: unknown): void {
  if (!isDatabaseAway(problem)) throw problem;
}

function runOnce(connection: Connection, parts: Parts, context: JobContext): Promise<Runner> {
  return run({
    pgPool: connection.pool,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 1_000,
    // Its own sentences hold the message of what a job has thrown, and with it what people have typed.
    logger: new JobLogger(({ taskIdentifier, jobId }) => (level, _message, meta) => {
      if (level === 'error' || level === 'warning')
        context.log.warn(
          { task: taskIdentifier, job: jobId, err: meta?.['error'] },
          'a job or its worker failed',
        );
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
  const unheard = new Set<string>();
  const tasks: TaskList = {
    // One job an event fans out to one job a listener, so that a failing listener is tried again alone.
    'tell-listeners': async (payload, helpers) => {
      const event = payload as HeardEvent;
      const hearing = parts.listeners.filter((listener) => listener.event === event.type);
      for (const { name } of hearing) await helpers.addJob('tell-listener', { listener: name, event });
      if (hearing.length > 0 || unheard.has(event.type)) return;
      unheard.add(event.type);
      context.log.info({ event: event.type }, 'nobody listens to these events');
    },
    'tell-listener': async (payload) => {
      const { listener: name, event } = payload as { listener: string; event: HeardEvent };
      const listener = parts.listeners.find((one) => one.name === name && one.event === event.type);
      // Another version of the program may know it: the job is tried again for two days, and then kept with this reason.
      if (!listener) throw new Error(`no listener to ${event.type} is called ${name}`);
      await listener.handle(event, context);
    },
  };
  for (const task of parts.tasks) tasks[task.name] = (payload) => task.run(payload, context);
  return tasks;
}
