import { setTimeout as sleep } from 'node:timers/promises';
import { Logger as JobLogger, type Runner, run, type TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Connection } from '../database/connect.ts';
import { isDatabaseAway } from '../database/transaction.ts';
import { catchUp } from '../events/catch-up.ts';
import type { Listener } from '../events/listener.ts';
import { noteSeen, restUnknown } from '../events/positions.ts';
import { hearingTasks } from '../events/tasks.ts';
import type { JobContext, Task } from './task.ts';
import { listUnknownTasks } from './unknown.ts';
import { unlockAbandoned } from './unlock.ts';

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
        tellGivenUp(runner, context.log);
        await runner.promise;
      } catch (problem) {
        if (!stopped) context.log.warn({ err: problem }, 'the worker ended and is started again');
      }
      if (!stopped) await sleep(1_000, undefined, { ref: false });
    }
  };
  void logUnknownTasks(parts, context).catch(() => {});
  const sweeping = startSweeping(parts, context);
  const working = work();
  return {
    async stop() {
      stopped = true;
      await runner?.stop().catch(() => {});
      await working;
      await sweeping.stop();
      process.off('unhandledRejection', outliveDatabase);
    },
  };
}

/** Gives back abandoned jobs and lets listeners catch up, now and every minute; tells every hour which listeners are known. */
function startSweeping({ listeners }: Parts, context: JobContext): Worker {
  const stopping = new AbortController();
  let sweeping = Promise.resolve();
  const sweep = async () => {
    await unlockAbandoned(context.db);
    await catchUp(listeners, context, stopping.signal);
  };
  const tellKnown = async () => {
    await noteSeen(context.db, listeners);
    await restUnknown(context.db);
  };
  // What fails is tried at the next round. One after the other, so that a long catching up is not begun twice.
  const inTurn = (work: () => Promise<void>) => () => {
    sweeping = sweeping.then(work).catch((problem) => {
      if (!isDatabaseAway(problem)) context.log.warn({ err: problem }, 'listeners could not catch up');
    });
  };
  inTurn(sweep)();
  inTurn(tellKnown)();
  const timers = [setInterval(inTurn(sweep), 60_000), setInterval(inTurn(tellKnown), 3_600_000)];
  for (const timer of timers) timer.unref();
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      stopping.abort();
      await sweeping;
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

/** A job that failed for the last time is kept for a month with the reason, and counted (`otonari_jobs_failed`). */
function tellGivenUp(runner: Runner, log: Logger): void {
  runner.events.on('job:failed', ({ job, error }) =>
    log.error({ task: job.task_identifier, job: job.id, err: error }, 'a job is given up after its last try'),
  );
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
  const tasks: TaskList = {};
  for (const task of [...parts.tasks, ...hearingTasks(parts.listeners)])
    tasks[task.name] = (payload) => task.run(payload, context);
  return tasks;
}
