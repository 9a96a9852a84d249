import { inTransaction } from '../database/transaction.ts';
import type { JobContext, Task } from '../jobs/task.ts';
import { type HeardEvent, type Listener, taskOf } from './listener.ts';
import { findEvent, keepEvents } from './store.ts';

/** A task for each listener, so that a failing one is tried again alone, and no program takes what it does not know. */
export function hearingTasks(listeners: readonly Listener[]): readonly Task[] {
  return [...listeners.flatMap(tasksOfListener), ...tasksOfFormerVersions(listeners)];
}

/** One under its name, and one under each that it had. */
function tasksOfListener(listener: Listener): Task[] {
  const { name, event, formerly = [] } = listener;
  return [name, ...formerly].map((each) => hearingTask(taskOf({ name: each, event }), listener));
}

function hearingTask(name: string, listener: Listener): Task {
  return {
    name,
    async run(payload, context) {
      const event = await findEvent(context.db, (payload as { sequence: number }).sequence);
      if (event) await listener.handle(event, context);
    },
  };
}

/** What a version that kept no events has put into the queue, before this one came or beside it. */
function tasksOfFormerVersions(listeners: readonly Listener[]): readonly Task[] {
  return [
    {
      name: 'tell-listeners',
      run: (payload, { db }) => inTransaction(db, (tx) => keepEvents(tx, [payload as HeardEvent])),
    },
    {
      name: 'tell-listener',
      async run(payload, context: JobContext) {
        const { listener: name, event } = payload as { listener: string; event: HeardEvent };
        const listener = listeners.find((one) => one.name === name && one.event === event.type);
        // Another version of the program may know it: the job is tried again for two days, and then kept with this reason.
        if (!listener) throw new Error(`no listener to ${event.type} is called ${name}`);
        await listener.handle(event, context);
      },
    },
  ];
}
