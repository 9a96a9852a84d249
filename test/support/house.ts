import { pino } from 'pino';
import { h, type VNode } from 'preact';
import { easyWriting } from '../../src/kits/easy-writing/index.ts';
import { type SettableClock, settableClock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import { type Locale, localeFacts } from '../../src/platform/languages/locales.ts';
import { type Actor, NOBODY, type Role } from '../../src/platform/permissions.ts';
import type { FormState } from '../../src/platform/web/form-state.ts';
import type { Framed, House } from '../../src/platform/web/house.ts';
import type { WebModule } from '../../src/platform/web/route.ts';
import { serve } from '../../src/platform/web/serve.ts';
import { FormErrors } from '../../src/ui/index.ts';
import { testDatabase } from './database.ts';

/** A house with some modules, a database of its own and a clock that stands still. */
export interface TestHouse {
  /** With its connection, for what follows the database itself. */
  readonly database: Awaited<ReturnType<typeof testDatabase>>;
  readonly db: Database;
  readonly clock: SettableClock;
  /** Acts as somebody, in one language; without anybody, as a visitor. */
  as(actor?: Actor, locale?: Locale): Visitor;
}

export type Fields = Readonly<Record<string, string | readonly string[] | File>>;

/** Somebody at the browser. Paths are without the language. */
export interface Visitor {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Sends a form from one of our pages, with an idempotency key of its own unless the fields hold one. */
  post(path: string, fields?: Fields): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  /** Where a redirect leads, without the language; null for a page. */
  readonly location: string | null;
  /** The sentence that the next page will show. */
  readonly flash: string | null;
  readonly html: string;
  /** What a reader sees: no tags, no readings above characters, single spaces. */
  readonly text: string;
  /** The sentences beside the fields of a form that came back, by field. */
  readonly refusals: Readonly<Record<string, string>>;
  readonly headers: Headers;
}

const ORIGIN = 'https://otonari.test';

/**
 * Serves modules as the program does, with the web kit and a real database, but without sign-in: a test says who acts.
 * Call it at the top of a test file.
 * @param at the instant at which the clock stands, as ISO; a Tuesday morning in November unless said
 */
export async function testHouse(
  modules: readonly WebModule[],
  at = '2026-11-24T09:00:00+09:00',
): Promise<TestHouse> {
  const database = await testDatabase();
  const { db } = database;
  const clock = settableClock(at);
  const problems: string[] = [];
  const app = (actor: Actor) => serve(makeHouse({ db, clock, modules, actor, problems }));
  const send = async (actor: Actor, request: Request): Promise<Answer> => {
    const answer = await read(await app(actor).fetch(request));
    // A test should see what went wrong, not the page that hides it from a reader.
    if (answer.status === 500) throw new Error(problems.at(-1) ?? 'status 500');
    return answer;
  };
  return {
    db,
    database,
    clock,
    as: (actor = NOBODY, locale = 'en') => ({
      get: (path, headers = {}) => send(actor, new Request(`${ORIGIN}/${locale}${path}`, { headers })),
      post: (path, fields = {}) => send(actor, postRequest(`${ORIGIN}/${locale}${path}`, fields)),
    }),
  };
}

/** Somebody with some roles, signed in with a second factor unless said otherwise. */
export function actorOf(
  person: { id: string; name?: string; locale?: Locale },
  roles: readonly Role[] = ['resident'],
  strength: 'strong' | 'weak' = 'strong',
): Actor {
  return {
    personId: person.id,
    sessionId: null,
    name: person.name ?? '',
    roles: new Set(roles),
    locale: person.locale ?? null,
    strong: strength === 'strong',
  };
}

interface Parts {
  readonly db: Database;
  readonly clock: SettableClock;
  readonly modules: readonly WebModule[];
  readonly actor: Actor;
  readonly problems: string[];
}

function makeHouse(parts: Parts): House {
  return {
    db: parts.db,
    clock: parts.clock,
    log: pino({ level: 'error' }, { write: (line: string) => void parts.problems.push(line) }),
    modules: parts.modules,
    publicUrl: ORIGIN,
    trustProxy: false,
    findActor: async () => ({
      ...parts.actor,
      provedAt: parts.actor.strong ? parts.clock() : null,
      signedInAt: parts.clock(),
    }),
    frame,
    refusalPage: (status, { form }) => ({
      title: () => `${status}`,
      body: refusalBody(status, form ?? null),
    }),
    writingAid: easyWriting,
    lastPage: '',
    otherPersonPage: ({ name }) => ({ title: () => '409', body: h('h1', null, name) }),
    signInPath: (back) => `/sign-in?back=${encodeURIComponent(back)}`,
    secondFactorPath: (back) => `/second-factor?back=${encodeURIComponent(back)}`,
  };
}

function frame(page: Framed): VNode {
  const head = h('head', null, h('title', null, page.title));
  const flash = page.flash && h('p', { role: 'status' }, page.flash.text);
  return h(
    'html',
    { lang: localeFacts[page.locale].tag },
    head,
    h('body', null, flash, h('main', null, page.body)),
  ) as VNode;
}

function refusalBody(status: number, form: FormState | null): VNode {
  return h('div', null, h('h1', null, status), form && h(FormErrors, { refusals: form.refusals }));
}

function postRequest(url: string, fields: Fields): Request {
  const headers = { 'sec-fetch-site': 'same-origin' };
  const all: Fields = { idempotency_key: crypto.randomUUID(), ...fields };
  const hasFiles = Object.values(all).some((value) => value instanceof File);
  const body = hasFiles ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries(all)) {
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one as string);
  }
  return new Request(url, { method: 'POST', headers, body });
}

async function read(response: Response): Promise<Answer> {
  const html = await response.text();
  const flash = /__Host-flash=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1];
  return {
    status: response.status,
    location: response.headers.get('location')?.replace(/^\/(ja-easy|ja|en|zh-Hans)(?=\/|$)/, '') ?? null,
    flash: flash ? decodeURIComponent(flash).replace(/^\w+\|/, '') : null,
    html,
    text: textOf(html),
    refusals: refusalsOf(html),
    headers: response.headers,
  };
}

function textOf(html: string): string {
  return html
    .replaceAll(/<(rt|rp|script|style|title)\b[^>]*>.*?<\/\1>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function refusalsOf(html: string): Record<string, string> {
  const found = html.matchAll(/<p class="field-refusal" id="([^"]+)-refusal">(.*?)<\/p>/gs);
  return Object.fromEntries([...found].map(([, field = '', words = '']) => [field, textOf(words)]));
}
