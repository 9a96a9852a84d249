import { sql } from 'kysely';
import { pino } from 'pino';
import { h } from 'preact';
import { z } from 'zod';
import { notificationsModule } from '../../src/modules/notifications/index.ts';
import { frameOf } from '../../src/pages/frame/frame.tsx';
import { keptFormRoute } from '../../src/pages/kept-form.tsx';
import { otherPersonPage } from '../../src/pages/other-person-page.tsx';
import { refusalPage } from '../../src/pages/refusal-page.tsx';
import { drawLastPage } from '../../src/pages/refusals/last-page.tsx';
import { type SettableClock, settableClock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import type { Noted } from '../../src/platform/languages/messages.tsx';
import { type Actor, NOBODY } from '../../src/platform/permissions.ts';
import { organizationSetting } from '../../src/platform/settings/organization.ts';
import { requiredText, wholeNumber } from '../../src/platform/web/form-fields.ts';
import type { FormState } from '../../src/platform/web/form-state.ts';
import type { House } from '../../src/platform/web/house.ts';
import { get, missing, page, post, type Route, redirect, refusedBy } from '../../src/platform/web/route.ts';
import { serve } from '../../src/platform/web/serve.ts';
import { webMessages } from '../../src/platform/web/words.ts';

const notifications = notificationsModule({
  secret: 'a secret of at least thirty-two characters',
  publicUrl: '',
  news: [],
});

export const ORIGIN = 'https://otonari.test';

/** A house with one small module, for tests of the web kit itself: its pages look as they do in the product. */
export interface Kit {
  readonly app: ReturnType<typeof serve>;
  readonly clock: SettableClock;
  readonly house: House;
  /** Lines of the log, as JSON. */
  readonly log: string[];
  /** Who asks from now on. */
  actor: Actor;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends a form from one of our pages unless the headers say otherwise. */
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
}

/** @param routes further routes than those of the small module */
export function makeKit(db: Database, routes: readonly Route[] = []): Kit {
  const clock = settableClock('2026-11-24T09:00:00+09:00');
  const log: string[] = [];
  const kit: { actor: Actor } = { actor: NOBODY };
  const around = { organization: organizationSetting.value, assets: ASSETS };
  const house: House = {
    db,
    clock,
    log: pino({ level: 'warn' }, { write: (line: string) => void log.push(line) }),
    modules: [{ name: 'notes', messages: webMessages, routes: [...noteRoutes, keptFormRoute, ...routes] }],
    publicUrl: ORIGIN,
    trustProxy: false,
    findActor: async () => kit.actor,
    frame: frameOf(notifications.navigation ?? [], around),
    refusalPage,
    otherPersonPage,
    lastPage: drawLastPage(),
    signInPath: (back) => `/sign-in?back=${encodeURIComponent(back)}`,
    secondFactorPath: (back) => `/second-factor?back=${encodeURIComponent(back)}`,
  };
  const app = serve(house);
  return Object.assign(kit, {
    app,
    house,
    clock,
    log,
    get: async (path: string, headers: Record<string, string> = {}) =>
      app.fetch(new Request(ORIGIN + path, { headers })),
    post: async (path: string, fields: Record<string, string>, headers: Record<string, string> = FROM_US) =>
      app.fetch(new Request(ORIGIN + path, { method: 'POST', headers, body: new URLSearchParams(fields) })),
  });
}

/** What a browser says when one of our own pages sends a form. */
export const FROM_US = { 'sec-fetch-site': 'same-origin' };

const ASSETS = {
  css: '/assets/styles.css',
  script: '/assets/main.js',
  keys: '/assets/keys.js',
  door: '/assets/door.js',
  blind: '/assets/blind.js',
};

const shown = (text: string) => page('Note', h('main', null, h('p', { id: 'note' }, text)));
const form = z.object({ note: requiredText(20), count: wholeNumber(1, 9) });
const withForm = (state: FormState) =>
  page(
    'Note',
    h('form', null, [
      h('textarea', { name: 'note' }, state.value('note')),
      h('p', { id: 'why' }, state.refusalOf('note')),
      h('p', { id: 'why-count' }, state.refusalOf('count')),
    ]),
  );

/** How often a note was kept; what a transaction rolled back is counted too, so tests ask the database. */
const keep = async (db: Database, note: string) => {
  await db
    .insertInto('platform.settings')
    .values({ subject: `note ${crypto.randomUUID()}`, value: JSON.stringify(note) })
    .execute();
};

/** The notes that were kept. */
export async function keptNotes(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('platform.settings')
    .select('value')
    .where('subject', 'like', 'note %')
    .execute();
  return rows.map(({ value }) => String(value));
}

const noteRoutes: readonly Route[] = [
  get({ path: '/', access: 'everyone', audit: null, handle: () => shown('home') }),
  get({ path: '/notes', access: 'everyone', audit: null, handle: ({ path }) => shown(`at ${path}`) }),
  get({ path: '/notes/:id', access: 'everyone', audit: null, handle: ({ params }) => shown(params.id) }),
  get({ path: '/words/:word', access: 'everyone', audit: null, handle: ({ params }) => shown(params.word) }),
  get({
    path: '/search',
    access: 'everyone',
    audit: null,
    query: z.object({ most: wholeNumber(1, 9) }),
    handle: ({ fields }) => shown(String(fields.most)),
  }),
  get({ path: '/own', access: 'person', audit: null, handle: () => shown('own') }),
  get({ path: '/staff', access: ['coordinator'], audit: null, handle: () => shown('staff') }),
  get({
    path: '/limited',
    access: 'everyone',
    audit: null,
    limit: { by: 'address', tries: 2, minutes: 10 },
    handle: () => shown('few'),
  }),
  get({ path: '/broken', access: 'everyone', audit: null, handle: () => Promise.reject(new Error('a bug')) }),
  get({ path: '/gone', access: 'everyone', audit: null, handle: () => missing() }),
  get({ path: '/forgetful', access: 'everyone', audit: 'notes.note.viewed', handle: () => shown('seen') }),
  post({
    path: '/forgetful',
    access: 'everyone',
    audit: 'notes.note.kept',
    async handle({ db }) {
      await keep(db, 'unrecorded');
      return redirect('/notes');
    },
  }),
  post({
    path: '/notes',
    access: 'person',
    audit: 'notes.note.kept',
    form,
    async handle({ db, fields, audit }) {
      await keep(db, fields.note);
      if (fields.count === 9) return refusedBy({ code: 'choose_one', field: 'note' });
      await audit({ detail: { count: fields.count } });
      return redirect('/notes', { tone: 'done', text: `kept ${fields.note}` as Noted });
    },
    again: (_call, state) => withForm(state),
  }),
  post({
    path: '/questions',
    access: 'person',
    audit: null,
    form,
    keep: 'nothing',
    handle: () => shown('fine'),
  }),
  post({
    path: '/full',
    access: 'everyone',
    audit: null,
    async handle({ db }) {
      await sql`do $$ begin raise exception 'no space left on device' using errcode = '53100'; end $$`.execute(
        db,
      );
      return redirect('/notes');
    },
  }),
  post({
    path: '/slow',
    access: 'everyone',
    audit: null,
    seconds: 0.2,
    async handle({ db }) {
      await sql`select pg_sleep(5)`.execute(db);
      return redirect('/notes');
    },
  }),
  post({
    path: '/public-notes',
    access: 'everyone',
    audit: null,
    form,
    limit: { by: 'address', tries: 40, minutes: 10 },
    async handle({ db, fields }) {
      await keep(db, fields.note);
      return redirect('/notes');
    },
  }),
  post({
    path: '/staff',
    access: ['coordinator'],
    audit: null,
    form,
    handle: () => redirect('/staff'),
  }),
  post({
    path: '/from-elsewhere',
    access: 'everyone',
    audit: null,
    csrf: 'none',
    handle: ({ actor }) => shown(actor.personId ?? 'nobody'),
  }),
];
