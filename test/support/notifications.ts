import { sql } from 'kysely';
import { pino } from 'pino';
import { conversationsModule } from '../../src/modules/conversations/index.ts';
import { conversationNews } from '../../src/modules/conversations/news.ts';
import { notificationsModule } from '../../src/modules/notifications/index.ts';
import { gatherNews } from '../../src/modules/notifications/rules/all-news.ts';
import { peopleNews } from '../../src/modules/people/news.ts';
import { signInNews } from '../../src/modules/sign-in/news.ts';
import { spotNews } from '../../src/modules/spot/news/kinds.ts';
import { requestThing } from '../../src/modules/spot/request/thing.ts';
import { trustNews } from '../../src/modules/trust/news.ts';
import { volunteeringThing } from '../../src/modules/trust/volunteering/thing.ts';
import { type SettableClock, settableClock } from '../../src/platform/clock.ts';
import type { Connection, Database } from '../../src/platform/database/connect.ts';
import type { HeardEvent } from '../../src/platform/events/listener.ts';
import type { JobContext } from '../../src/platform/jobs/task.ts';
import type { KeyedMail } from '../../src/platform/mail/mailer.ts';
import type { NewsKind } from '../../src/platform/news.ts';

export const SECRET = 'a secret of at least thirty-two characters';
export const ORIGIN = 'https://otonari.test';

/** What the modules of the house have to tell. */
const news = [...peopleNews, ...trustNews, ...spotNews, ...conversationNews(() => undefined), ...signInNews];
export const allNews = gatherNews(news);

/** Notifications as the house takes them in, of all modules. */
export const notifications = notificationsModule({ publicUrl: ORIGIN, secret: SECRET, news });

/** A kind of the house by its name. @throws when there is none */
export function kindNamed(name: string): NewsKind {
  const kind = allNews.named(name);
  if (!kind) throw new Error(`Nobody tells ${name}.`);
  return kind;
}

/** The post of a test: hears events, sends what is due, and shows who was told what. */
export interface Post {
  readonly clock: SettableClock;
  readonly context: JobContext;
  /** Delivers every event that waits, each so many times. @returns the events */
  hear(times?: number): Promise<HeardEvent[]>;
  /** Forgets the events that wait, and everything told so far. */
  forget(): Promise<void>;
  /** Who was told what since the last `forget`: `person id kind`, in order of kinds. */
  told(channel?: 'inbox' | 'mail'): Promise<Told[]>;
  /** Runs the mail jobs that are due by the clock. @returns the mails handed over since the last call */
  send(): Promise<KeyedMail[]>;
}

export interface Told {
  readonly personId: string;
  readonly kind: string;
  readonly dueAt: Temporal.Instant | null;
}

/** @param connection a test's own database */
export function postOf({ db, pool }: Pick<Connection, 'db' | 'pool'>, at: Temporal.Instant): Post {
  const clock = settableClock(at.toString());
  const context: JobContext = { db, clock, log: pino({ level: 'silent' }) };
  const conversations = conversationsModule([requestThing, volunteeringThing]);
  const listeners = [...(conversations.listeners ?? []), ...(notifications.listeners ?? [])];
  const task = notifications.tasks?.find(({ name }) => name === 'notifications-send');

  let heardTo = 0;

  async function take<T>(name: string, until?: Temporal.Instant): Promise<T[]> {
    const due = until ? `and run_at <= '${until}'` : '';
    const { rows } = await pool.query<{ payload: T }>(
      `with taken as (delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
         where t.id = j.task_id and t.identifier = $1 ${due} returning j.id, j.payload)
       select payload from taken order by id`,
      [name],
    );
    return rows.map(({ payload }) => payload);
  }

  async function hear(times = 1): Promise<HeardEvent[]> {
    const { rows: events } = await pool.query<HeardEvent & { sequence: number }>(
      'select sequence, id, type, ids from platform.events where sequence > $1 order by sequence',
      [heardTo],
    );
    heardTo = events.at(-1)?.sequence ?? heardTo;
    for (let time = 0; time < times; time++) {
      for (const event of events) {
        for (const listener of listeners) {
          if (listener.event === event.type) await listener.handle(event, context);
        }
      }
    }
    return events;
  }

  return {
    clock,
    context,
    hear,
    async forget() {
      const { rows } = await pool.query('select max(sequence) as last from platform.events');
      heardTo = rows[0]?.last ?? 0;
      await take('notifications-send');
      await db.deleteFrom('notifications.notifications').execute();
    },
    told: (channel = 'inbox') =>
      db
        .selectFrom('notifications.notifications')
        .select(['person_id as personId', 'kind', 'due_at as dueAt'])
        .where('channel', '=', channel)
        .orderBy('kind')
        .orderBy('person_id')
        .execute(),
    async send() {
      for (const job of await take('notifications-send', clock())) await task?.run(job, context);
      return take<KeyedMail>('send-mail');
    },
  };
}

/** How many lines of somebody's inbox they have not read, as every page counts them. */
export async function countUnread(db: Database, personId: string): Promise<number> {
  const { rows } = await sql<{
    unread: number;
  }>`select notifications.unread(${personId}::uuid) as unread`.execute(db);
  return rows[0]?.unread ?? 0;
}
