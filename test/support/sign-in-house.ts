import { pino } from 'pino';
import { h, type VNode } from 'preact';
import { findPersonId, proposeRemoval, registerPerson } from '../../src/modules/people/index.ts';
import { signInModule } from '../../src/modules/sign-in/module.ts';
import { createSignIn } from '../../src/modules/sign-in/sign-in.ts';
import type { SignIn } from '../../src/modules/sign-in/types.ts';
import { type SettableClock, settableClock } from '../../src/platform/clock.ts';
import type { Connection } from '../../src/platform/database/connect.ts';
import type { Task } from '../../src/platform/jobs/task.ts';
import type { KeyedMail, Mailer } from '../../src/platform/mail/mailer.ts';
import type { Role } from '../../src/platform/permissions.ts';
import { get, page, post as postRoute, redirect, type WebModule } from '../../src/platform/web/route.ts';
import { serve } from '../../src/platform/web/serve.ts';
import { FormErrors } from '../../src/ui/index.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export const ORIGIN = 'https://otonari.test';

/** A house with real sign-in, whose mails and clock a test holds in its hands. */
export interface SignInHouse extends TestDatabase {
  readonly clock: SettableClock;
  readonly signIn: SignIn;
  readonly mails: readonly KeyedMail[];
  /** Runs the jobs that wait, as the worker would. */
  work(): Promise<void>;
  /** A browser of its own, with its own cookies. */
  browser(userAgent?: string): Browser;
  /** Makes a person with roles; returns the id. */
  person(email: string, roles?: readonly Role[]): Promise<string>;
}

export interface Browser {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Seen>;
  head(path: string): Promise<Seen>;
  /** @param network the address that asks */
  post(
    path: string,
    fields?: Record<string, string>,
    headers?: Record<string, string>,
    network?: string,
  ): Promise<Seen>;
  /** Asks for a code, reads it from the mail and types it. */
  signIn(email: string, back?: string): Promise<Seen>;
}

export interface Seen {
  readonly status: number;
  readonly location: string | null;
  readonly html: string;
  readonly headers: Headers;
}

const whoRoute = get({
  path: '/who',
  access: 'everyone',
  audit: null,
  handle: ({ actor }) =>
    page('who', h('p', null, `${actor.personId ?? 'nobody'} ${actor.strong ? 'strong' : 'weak'}`)),
});
/** Hard to mend: for whoever has just shown who they are. */
const sharpRoute = postRoute({
  path: '/sharp',
  access: 'person',
  audit: null,
  proof: 'fresh',
  handle: () => redirect('/who'),
});
const deskRoute = get({
  path: '/desk',
  access: ['coordinator', 'treasurer', 'administrator'],
  audit: null,
  handle: () => page('desk', h('p', null, 'the desk')),
});

/**
 * @param options.demonstration offers one-click sign-in, as the house does in a demonstration
 * @param options.modules what stands around sign-in
 */
export async function signInHouse(
  options: { demonstration?: boolean; modules?: readonly WebModule[] } = {},
): Promise<SignInHouse> {
  const connection = await testDatabase();
  const clock = settableClock('2026-11-24T09:00:00+09:00');
  const mails: KeyedMail[] = [];
  const mailer: Mailer = { send: async (mail) => void mails.push(mail), close() {} };
  const signIn = createSignIn({
    connection,
    configuration: { publicUrl: ORIGIN, demonstration: options.demonstration ?? false },
    secret: 'a secret of at least thirty-two characters',
    mailer,
    people: {
      register: registerPerson,
      find: findPersonId,
      proposeRemoval,
      actorFunction: 'people.actor_named',
    },
  });
  const problems: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void problems.push(line) });
  const module = signInModule(signIn);
  const app = serve({
    ...connection,
    clock,
    log,
    modules: [
      { ...module, routes: [...module.routes, whoRoute, deskRoute, sharpRoute] },
      ...(options.modules ?? []),
    ],
    publicUrl: ORIGIN,
    trustProxy: false,
    findActor: signIn.findActor,
    frame: ({ title, body, flash }) =>
      h(
        'html',
        null,
        h('title', null, title),
        flash && h('p', { role: 'status' }, flash.text),
        body,
      ) as VNode,
    lastPage: '',
    refusalPage: (status, { form }) => ({
      title: () => String(status),
      body: h('div', null, h('h1', null, status), form && h(FormErrors, { refusals: form.refusals })),
    }),
    otherPersonPage: ({ name }) => ({ title: () => '409', body: h('h1', null, name) }),
    signInPath: signIn.signInPath,
    secondFactorPath: signIn.secondFactorPath,
  });
  const send: Way['send'] = async (request, network = '192.0.2.1') => {
    const answer = await app.fetch(request, { incoming: { socket: { remoteAddress: network } } });
    if (answer.status === 500) throw new Error(problems.at(-1) ?? 'status 500');
    return answer;
  };
  const work = () => runJobs(connection, signIn.tasks, clock);
  return {
    ...connection,
    clock,
    signIn,
    mails,
    work,
    browser: (userAgent) => makeBrowser({ send, work, mails }, userAgent),
    person: (email, roles = []) => addPerson(connection, email, roles),
  };
}

async function addPerson(connection: Connection, email: string, roles: readonly Role[]): Promise<string> {
  const at = Temporal.Instant.from('2026-01-05T00:00:00Z');
  const { id } = await connection.db
    .insertInto('people.persons')
    .values({ name: email.split('@')[0] ?? '', email, created_at: at, welcomed_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const role of roles) {
    const since_on = Temporal.PlainDate.from('2026-01-05');
    await connection.db.insertInto('people.roles').values({ person_id: id, role, since_on }).execute();
  }
  return id;
}

interface WaitingJob {
  readonly id: string;
  readonly task: string;
  readonly payload: unknown;
}

/** Runs each waiting job once, in order; a job that throws stays, as with the worker. */
async function runJobs(connection: Connection, tasks: readonly Task[], clock: SettableClock): Promise<void> {
  const { rows } = await connection.pool.query<WaitingJob>(
    `select j.id, t.identifier as task, j.payload from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
  );
  const context = { db: connection.db, clock, log: pino({ level: 'silent' }) };
  for (const job of rows) {
    const task = tasks.find(({ name }) => name === job.task);
    if (!task) continue;
    await task.run(job.payload, context);
    await connection.pool.query('delete from graphile_worker._private_jobs where id = $1', [job.id]);
  }
}

interface Way {
  send(request: Request, network?: string): Promise<Response>;
  work(): Promise<void>;
  readonly mails: readonly KeyedMail[];
}

function makeBrowser(way: Way, userAgent = 'Mozilla/5.0 (Linux; Android 15) Chrome/142.0 Mobile'): Browser {
  const cookies = new Map<string, string>();
  const ask = async (
    method: string,
    path: string,
    rest: { headers?: Record<string, string>; body?: URLSearchParams; network?: string | undefined },
  ) => {
    const headers = new Headers({ 'user-agent': userAgent, ...rest.headers });
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const url = `${ORIGIN}/en${path}`;
    const answer = await way.send(
      new Request(url, { method, headers, ...(rest.body && { body: rest.body }) }),
      rest.network,
    );
    keepCookies(cookies, answer.headers);
    const location = answer.headers.get('location')?.replace(/^\/en(?=\/|$)/, '') ?? null;
    return { status: answer.status, location, html: await answer.text(), headers: answer.headers };
  };
  const post: Browser['post'] = (path, fields = {}, headers = {}, network) =>
    ask('POST', path, {
      headers: { 'sec-fetch-site': 'same-origin', origin: ORIGIN, ...headers },
      body: new URLSearchParams({ idempotency_key: crypto.randomUUID(), ...fields }),
      network,
    });
  return {
    cookies,
    get: (path, headers = {}) => ask('GET', path, { headers }),
    head: (path) => ask('HEAD', path, {}),
    post,
    async signIn(email, back = '/') {
      await post('/sign-in', { email, back });
      await way.work();
      return post('/sign-in/code', { code: codeIn(way.mails.at(-1)) });
    },
  };
}

function keepCookies(cookies: Map<string, string>, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (/Max-Age=0(;|$)/.test(cookie)) cookies.delete(name);
    else cookies.set(name, value);
  }
}

/** The six digits in a mail. */
export function codeIn(mail: KeyedMail | undefined): string {
  return /^\d{6}$/m.exec(mail?.text ?? '')?.[0] ?? '';
}

/** A code of six digits that is not this one. */
export function otherThan(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}
