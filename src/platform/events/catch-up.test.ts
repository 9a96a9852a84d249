import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { runAs } from '../../../test/support/clusters.ts';
import { testDatabase, testSeal } from '../../../test/support/database.ts';
import { until } from '../../../test/support/until.ts';
import { settableClock } from '../clock.ts';
import { connect } from '../database/connect.ts';
import { catchUp } from './catch-up.ts';
import { defineEvents } from './define.ts';
import type { From, Listener } from './listener.ts';
import { registerListeners } from './positions.ts';

const database = await testDatabase();
const { db, pool } = database;
const clock = settableClock('2026-11-24T09:00:00+09:00');
const context = { db, clock, log: pino({ level: 'silent' }) };
const events = defineEvents({ 'test.opened': ['what'], 'test.closed': ['what'] });
const going = new AbortController().signal;

let heard: string[] = [];
let count = 0;

/** A listener to both, which nobody has known before. */
function newcomer(from: From, handle: (what: string) => Promise<void> = async () => {}): Listener[] {
  const name = `test.newcomer_${count++}`;
  return (['test.opened', 'test.closed'] as const).map((event) =>
    events.hear({
      event,
      name,
      from,
      async handle({ ids: { what } }) {
        await handle(what);
        heard.push(`${event.slice(5)} ${what}`);
      },
    }),
  );
}

const happen = (event: 'opened' | 'closed', what: string) =>
  db.transaction().execute((tx) => events.publish(tx, { type: `test.${event}`, ids: { what } }));

async function past(): Promise<string[]> {
  for (const what of ['a', 'b']) {
    await happen('opened', what);
    await happen('closed', what);
  }
  return ['opened a', 'closed a', 'opened b', 'closed b'];
}

const jobsOf = async ([listener]: Listener[]) => {
  const { rows } = await pool.query<{ n: number }>(
    'select count(*)::int as n from graphile_worker.jobs where task_identifier like $1',
    [`hear:${listener?.name}:%`],
  );
  return rows[0]?.n;
};

beforeEach(async () => {
  heard = [];
  await runAs(database.ownerUrl, 'truncate platform.events');
});

describe('a listener that comes later', () => {
  test('hears the past in the order in which it happened, whatever its events, and nothing twice', async () => {
    const all = await past();
    const late = newcomer('beginning');
    await registerListeners(db, late);
    await catchUp(late, context, going);
    await catchUp(late, context, going);
    expect(heard).toEqual(all);
  });

  test('hears what happens meanwhile after the past, and from then on by a job', async () => {
    const all = await past();
    const late = newcomer('beginning', async (what) => {
      if (heard.length === 1) await happen('opened', `${what} again`);
    });
    await registerListeners(db, late);
    await happen('closed', 'before it began');
    await catchUp(late, context, going);
    expect(heard).toEqual([...all, 'closed before it began', 'opened a again']);
    expect(await jobsOf(late)).toBe(0);
    await happen('closed', 'afterwards');
    expect([heard.length, await jobsOf(late)]).toEqual([6, 1]);
  });

  test('hears nothing of the past when it says so, and all from then on', async () => {
    await past();
    const late = newcomer('now');
    await registerListeners(db, late);
    await happen('opened', 'c');
    await catchUp(late, context, going);
    expect([heard, await jobsOf(late)]).toEqual([[], 1]);
  });

  test('hears nothing of what was rolled back', async () => {
    const undone = db.transaction().execute(async (tx) => {
      await events.publish(tx, { type: 'test.opened', ids: { what: 'undone' } });
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    const late = newcomer('beginning');
    await registerListeners(db, late);
    await catchUp(late, context, going);
    expect(heard).toEqual([]);
  });
});

describe('what commits after something younger', () => {
  const waiting = `select from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`;

  /** Publishes two in transactions that overlap, the elder of which commits once `work` waits for it or is done. */
  async function overlapping(work: () => Promise<unknown>): Promise<void> {
    let working: Promise<unknown> = Promise.resolve();
    await db.transaction().execute(async (elder) => {
      await events.publish(elder, { type: 'test.opened', ids: { what: 'elder' } });
      await happen('opened', 'younger');
      let isDone = false;
      working = work().finally(() => {
        isDone = true;
      });
      await until(async () => isDone || ((await pool.query(waiting)).rowCount ?? 0) > 0);
    });
    await working;
  }

  test('is heard by one that is catching up just then', async () => {
    const late = newcomer('beginning');
    await registerListeners(db, late);
    await overlapping(() => catchUp(late, context, going));
    expect(heard).toEqual(['opened elder', 'opened younger']);
  });

  test.each(['beginning', 'now'] as const)(
    'is heard or past for one that comes just then (%s)',
    async (from) => {
      const late = newcomer(from);
      await overlapping(() => registerListeners(db, late));
      await happen('opened', 'next');
      await catchUp(late, context, going);
      const all = ['opened elder', 'opened younger', 'opened next'];
      expect([heard, await jobsOf(late)]).toEqual(from === 'beginning' ? [all, 0] : [[], 1]);
    },
  );

  test('is heard by one that has long been there', async () => {
    const early = newcomer('now');
    await registerListeners(db, early);
    await overlapping(async () => {});
    expect(await jobsOf(early)).toBe(2);
  });
});

describe('whatever happens to it', () => {
  test('one event that fails is tried again by itself, and those behind it are heard', async () => {
    const all = await past();
    const late = newcomer('beginning', async (what) => {
      if (what === 'a' && heard.length === 1) throw new Error('not today');
    });
    await registerListeners(db, late);
    await catchUp(late, context, going);
    expect([heard, await jobsOf(late)]).toEqual([all.filter((one) => one !== 'closed a'), 1]);
  });

  test('a process that dies goes on where it was, with the event that it was at', async () => {
    const all = await past();
    const url = Object.assign(new URL(database.appUrl), { search: '?application_name=mortal' });
    const mortal = connect(url.href, { seal: testSeal });
    let dies = true;
    const late = newcomer('beginning', async () => {
      if (heard.length !== 2 || !dies) return;
      dies = false;
      await runAs(
        database.appUrl,
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name = 'mortal'`,
      );
    });
    await registerListeners(db, late);
    await expect(catchUp(late, { ...context, db: mortal.db }, going)).rejects.toThrow();
    await mortal.close();
    // Its transaction ends with its process, which says goodbye before.
    const alive = "select from pg_stat_activity where application_name = 'mortal'";
    await until(async () => (await pool.query(alive)).rowCount === 0);
    expect(heard).toEqual(all.slice(0, 3));
    await catchUp(late, context, going);
    expect(heard).toEqual([...all.slice(0, 3), ...all.slice(2)]);
  });

  test('of two processes one lets it hear', async () => {
    const all = await past();
    const other = connect(database.appUrl, { seal: testSeal });
    let isFirst = true;
    const late = newcomer('beginning', async () => {
      if (!isFirst) return;
      isFirst = false;
      await catchUp(late, { ...context, db: other.db }, going);
    });
    await registerListeners(db, late);
    await catchUp(late, context, going);
    await other.close();
    expect(heard).toEqual(all);
  });
});
