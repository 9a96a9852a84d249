import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { recordAudit } from '../audit/record.ts';
import type { Database, Tx } from '../database/connect.ts';
import { inTransaction, isDatabaseAway } from '../database/transaction.ts';
import { isLocale, type Locale, localeFacts, negotiateLocale } from '../languages/locales.ts';
import { type Actor, actingRole, can, NOBODY, type Permission } from '../permissions.ts';
import { Refused, type SayRefusal } from '../refusal.ts';
import { type Body, checkBody, readBody, readQuery } from './body.ts';
import { rememberedLocale } from './cookies.ts';
import { FormState } from './form-state.ts';
import type { House } from './house.ts';
import { keepTypedFields } from './kept-form.ts';
import { findEarlierAnswer, keepAnswer } from './once.ts';
import { isWithinLimit } from './rate-limit.ts';
import { Replier } from './reply.ts';
import { missing, type Reply, type Route, redirect, type Visit, type WebModule } from './route.ts';
import { isFromOurPages, securityHeaders } from './security.ts';
import { sayRefusalIn } from './words.ts';

/** One request on its way through the kit. */
interface Passage {
  readonly house: House;
  readonly module: WebModule;
  readonly route: Route;
  readonly request: Request;
  readonly url: URL;
  readonly locale: Locale;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly params: Record<string, string>;
  readonly address: string;
  readonly reply: Replier;
  readonly say: SayRefusal;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The web application: every route of every module below `/<locale>`, with sign-in, permission, limits, forms,
 * idempotency, audit and refusal pages done the same way for all.
 */
export function serve(house: House): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    const file = house.files?.answer(context.req.path, context.req.raw.headers);
    if (file) context.res = file;
    else await next();
    for (const [name, value] of Object.entries(securityHeaders())) context.header(name, value);
  });
  for (const module of house.modules) {
    for (const route of module.routes) {
      app.on(route.method, [`/:locale${route.path === '/' ? '' : route.path}`], async (context, next) => {
        const { locale, ...params } = context.req.param() as Record<string, string>;
        if (!isLocale(locale)) return next();
        const address = addressOf(context.req.raw, context.env, house);
        return pass(house, { module, route }, { request: context.req.raw, locale, params, address });
      });
    }
  }
  app.get('*', (context) => withoutRoute(house, context.req.raw));
  app.all('*', (context) => withoutRoute(house, context.req.raw));
  app.onError((problem) => {
    house.log.error({ problem }, 'a request ended unexpectedly');
    return new Response('', { status: 500 });
  });
  return app;
}

async function pass(
  house: House,
  place: { module: WebModule; route: Route },
  ask: { request: Request; locale: Locale; params: Record<string, string>; address: string },
): Promise<Response> {
  const url = new URL(ask.request.url);
  const now = house.clock();
  let actor = NOBODY;
  const reply = new Replier(house, { locale: ask.locale, request: ask.request, url, actor: () => actor });
  try {
    for (const [name, value] of Object.entries(ask.params)) {
      if (/id$/i.test(name) && !UUID.test(value)) return reply.refusal(404);
    }
    actor = await house.findActor(ask.request.headers, now);
    const say = sayRefusalIn(place.module.messages, ask.locale);
    const passage: Passage = { house, ...place, ...ask, url, now, actor, reply, say };
    return place.route.method === 'GET' ? await answerGet(passage) : await answerPost(passage);
  } catch (problem) {
    if (isDatabaseAway(problem)) return reply.refusal(503);
    house.log.error(
      { problem: String(problem), stack: (problem as Error).stack, route: place.route.path },
      'a request failed',
    );
    return reply.refusal(500);
  }
}

async function answerGet(passage: Passage): Promise<Response> {
  const { house, route, reply, say } = passage;
  const staffLocale = staffOnly(route) && localeFacts[passage.locale].staff;
  const shown = passage.locale as string;
  if (staffLocale && staffLocale !== shown) {
    return Response.redirect(new URL(passage.url.href.replace(`/${shown}`, `/${staffLocale}`)), 302);
  }
  const stopped = await stopUnlessPermitted(passage, null);
  if (stopped) return stopped;
  const query = readQuery(passage.url);
  const { fields, refusals } = route.schema
    ? checkBody(route.schema, query)
    : { fields: undefined, refusals: [] };
  if (refusals.length > 0) return reply.refusal(422, new FormState(query.values, refusals, say));
  const handle = async (db: Database) => route.handle(visitOf(passage, { fields, db, body: query }) as never);
  const answer = route.audit ? await inTransaction(house.db, (tx) => handle(tx)) : await handle(house.db);
  return reply.send(answer.kind === 'refused' ? missing() : answer);
}

async function answerPost(passage: Passage): Promise<Response> {
  const { house, route, request, reply, say } = passage;
  const origin = house.publicUrl ?? passage.url.origin;
  if (!isFromOurPages(request.headers, origin)) return reply.refusal(403);
  const body = await readBody(request, route.maxBytes);
  if (!body) return reply.refusal(413);
  const stopped = await stopUnlessPermitted(passage, body);
  if (stopped) return stopped;
  if (route.limit && !(await isWithinLimit(house.db, limitOf(passage, route.limit), passage.now)))
    return reply.refusal(429);
  const { fields, refusals } = route.schema
    ? checkBody(route.schema, body)
    : { fields: undefined, refusals: [] };
  if (refusals.length > 0) return again(passage, body, new FormState(body.values, refusals, say));
  const key = keyOf(body);
  const actor = passage.actor.personId ?? passage.address;
  try {
    const answer = await inTransaction(house.db, async (tx): Promise<Reply> => {
      const earlier = await findEarlierAnswer(tx, { key, actor });
      if (earlier !== null) return redirect(earlier);
      const done = await route.handle(visitOf(passage, { fields, db: tx, body }) as never);
      if (done.kind === 'refused') throw new RefusedReply(done.refusals);
      if (done.kind === 'redirect')
        await keepAnswer(tx, { key, actor, route: route.path, location: done.path, now: passage.now });
      return done;
    });
    return await reply.send(answer);
  } catch (problem) {
    const refused =
      problem instanceof RefusedReply
        ? problem.refusals
        : problem instanceof Refused
          ? [problem.refusal]
          : null;
    if (!refused) throw problem;
    await recordRefusal(passage, refused[0]?.code ?? 'refused');
    return again(passage, body, new FormState(body.values, refused, say));
  }
}

class RefusedReply extends Error {
  readonly refusals;
  constructor(refusals: Extract<Reply, { kind: 'refused' }>['refusals']) {
    super('refused');
    this.refusals = refusals;
  }
}

async function again(passage: Passage, body: Body, form: FormState): Promise<Response> {
  const { route, house, reply } = passage;
  if (!route.again) return reply.refusal(422, form);
  const answer = await route.again(
    visitOf(passage, { fields: undefined, db: house.db, body }) as never,
    form,
  );
  return reply.send(answer.kind === 'page' ? { ...answer, status: 422 } : answer);
}

/** @returns the answer for somebody who may not, or null for somebody who may */
async function stopUnlessPermitted(passage: Passage, body: Body | null): Promise<Response | null> {
  const { house, route, actor, params, reply } = passage;
  const permission = await can(actor, route.access, params, house.db);
  if (permission === 'yes') return null;
  if (permission === 'sign-in-first' && body) {
    const kept = await keepTypedFields(house.db, { body, path: pathOf(passage), now: passage.now });
    return reply.send(redirect(house.signInPath(kept)));
  }
  if (permission === 'sign-in-first') return reply.send(redirect(house.signInPath(pathOf(passage))));
  if (permission === 'second-factor-first') {
    return reply.send(redirect(house.secondFactorPath(body ? '/' : pathOf(passage))));
  }
  await recordRefusal(passage, permission);
  return reply.refusal(permission === 'no' ? 403 : 404);
}

async function recordRefusal(passage: Passage, code: Permission | string): Promise<void> {
  const { house, actor, route, params } = passage;
  const id = params['id'];
  await house.db.transaction().execute((tx) =>
    recordAudit(
      tx,
      { personId: actor.personId, role: actingRole(actor) },
      {
        action: route.audit ?? `${route.method} ${route.path}`,
        outcome: 'refused',
        ...(id && { object: { kind: passage.module.name, id } }),
        detail: { code },
      },
      passage.now,
    ),
  );
}

function visitOf(
  passage: Passage,
  given: { fields: unknown; db: Database; body: Body },
): Visit<unknown, unknown, Database> {
  const { route, actor, now } = passage;
  return {
    params: passage.params,
    fields: given.fields,
    actor,
    locale: passage.locale,
    now,
    db: given.db,
    path: pathOf(passage),
    headers: passage.request.headers,
    address: passage.address,
    uploads: given.body.uploads,
    audit: async (about) => {
      if (!route.audit) throw new Error(`${route.path} declares no audit entry`);
      const outcome = route.method === 'GET' ? 'seen' : 'done';
      const who = { personId: actor.personId, role: actingRole(actor) };
      await recordAudit(given.db as Tx, who, { action: route.audit, outcome, ...about }, now);
    },
  };
}

/** A path without a route: without a language we add one; otherwise the thing doesn't exist. */
async function withoutRoute(house: House, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const first = url.pathname.split('/')[1];
  const locale = isLocale(first)
    ? first
    : (rememberedLocale(request.headers) ??
      negotiateLocale(request.headers.get('accept-language') ?? undefined));
  if (
    !isLocale(first) &&
    (request.method === 'GET' || request.method === 'HEAD') &&
    !/\.\w+$/.test(url.pathname)
  ) {
    const path = url.pathname === '/' ? '' : url.pathname;
    return new Response(null, {
      status: 302,
      headers: { location: `/${locale}${path}${url.search}`, vary: 'accept-language, cookie' },
    });
  }
  const actor = await house.findActor(request.headers, house.clock()).catch(() => NOBODY);
  return new Replier(house, { locale, request, url, actor: () => actor }).refusal(404);
}

function staffOnly(route: Route): boolean {
  return (
    typeof route.access !== 'string' &&
    route.access.every(
      (grant) => grant === 'coordinator' || grant === 'administrator' || grant === 'treasurer',
    )
  );
}

function keyOf(body: Body): string {
  const typed = body.values.get('idempotency_key')?.[0] ?? '';
  return UUID.test(typed) ? typed : randomUUID();
}

function limitOf(passage: Passage, limit: NonNullable<Route['limit']>) {
  const who = limit.by === 'person' ? passage.actor.personId : null;
  return {
    subject: `${passage.route.path} ${who ?? passage.address}`,
    tries: limit.tries,
    minutes: limit.minutes,
  };
}

function pathOf(passage: Passage): string {
  const path = passage.url.pathname.slice(passage.locale.length + 1) || '/';
  return path + passage.url.search;
}

function addressOf(request: Request, env: unknown, house: House): string {
  const forwarded = house.trustProxy
    ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined;
  const incoming = (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  return forwarded ?? incoming?.socket?.remoteAddress ?? 'unknown';
}
