import { Hono } from 'hono';
import type { Database } from '../database/connect.ts';
import { isLocale, type Locale, negotiateLocale } from '../languages/locales.ts';
import { type Actor, NOBODY } from '../permissions.ts';
import { rememberedLocale } from './cookies.ts';
import type { House } from './house.ts';
import { answerGet } from './passage/answer-get.ts';
import { answerPost, receive } from './passage/answer-post.ts';
import { NotOpenYet, secondsFor, within } from './passage/deadline.ts';
import { failed } from './passage/failed.ts';
import type { Passage } from './passage/passage.ts';
import { plainCookies } from './passage/plain-cookies.ts';
import { isUse } from './passage/use.ts';
import { stepsToPages } from './passage/way-back.ts';
import { Replier } from './reply.ts';
import type { Route, WebModule } from './route.ts';
import { SECURITY_HEADERS, secure } from './security.ts';
import { RequestCounts } from './vitals/requests.ts';
import { answerVitals } from './vitals/vitals.ts';
import { sayRefusalIn } from './words.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The web application: every route of every module below `/<locale>`, with sign-in, permission, limits, forms,
 * idempotency, audit and refusal pages done the same way for all.
 */
export function serve(house: House): Hono {
  const app = new Hono();
  const counts = new RequestCounts();
  if (house.hasPlainCookies) app.use(plainCookies);
  app.use(async (context, next) => {
    const file = house.files?.answer(context.req.path, context.req.raw.headers);
    const address = addressOf(context.req.raw, context.env, house);
    const vitals = file ? null : await answerVitals(house, context.req.raw, { address, counts });
    if (file ?? vitals) context.res = (file ?? vitals) as Response;
    else await next();
    secure(context.res);
  });
  for (const module of house.modules) {
    for (const route of module.routes) {
      app.on(route.method, [`/:locale${route.path === '/' ? '' : route.path}`], async (context, next) => {
        const { locale, ...params } = context.req.param() as Record<string, string>;
        if (!isLocale(locale)) return next();
        const address = addressOf(context.req.raw, context.env, house);
        const began = performance.now();
        const ask = { request: context.req.raw, locale, params, address };
        const answer = await pass(house, { module, route }, ask);
        const { method, path } = route;
        const ms = Math.round(performance.now() - began);
        counts.count(method, path, { status: answer.status, seconds: ms / 1000 });
        house.log.info({ method, route: path, status: answer.status, ms }, 'request');
        return answer;
      });
    }
  }
  for (const [path, steps] of stepsToPages(house.modules.flatMap(({ routes }) => routes)))
    app.get(`/:locale${path}`, async (context, next) =>
      isLocale(context.req.param('locale'))
        ? lead(context.req.path.split('/').slice(0, -steps).join('/'), { search: '' })
        : next(),
    );
  app.all('*', (context) => withoutRoute(house, context.req.raw));
  app.onError((problem) => {
    house.log.error({ err: problem }, 'a page could not be drawn');
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...SECURITY_HEADERS,
    };
    return new Response(house.lastPage, { status: 500, headers });
  });
  return app;
}

async function pass(
  house: House,
  place: { module: WebModule; route: Route },
  ask: { request: Request; locale: Locale; params: Record<string, string>; address: string },
): Promise<Response> {
  const url = new URL(ask.request.url);
  const { method } = place.route;
  const body = method === 'POST' ? await receive(house, place.route, ask.request) : null;
  // Who asks, and when, is found when all of a form is here: it comes slowly, and meanwhile a session may end.
  const now = house.clock();
  let actor = NOBODY;
  const { locale, request } = ask;
  const reply = new Replier(house, { locale, request, url, route: place.route, actor: () => actor });
  const say = sayRefusalIn(place.module.messages, locale);
  const passage: Omit<Passage, 'actor'> = {
    ...{ house, ...place, ...ask, url, now, reply, say },
    noteSeen: async (db) => {
      actor = await seenBy(passage, actor, db);
    },
  };
  const answer = async (): Promise<Response> => {
    if (house.isOpen?.() === false) throw new NotOpenYet();
    if (place.route.csrf !== 'none') actor = await house.findActor(ask.request.headers, now);
    if (!Object.entries(ask.params).every(isUsableParam)) return reply.refusal(404);
    if (typeof body === 'number') return reply.refusal(body);
    return body ? answerPost({ ...passage, actor }, body) : answerGet({ ...passage, actor });
  };
  try {
    return await within(secondsFor(place.route), answer());
  } catch (problem) {
    return typeof body === 'number' ? reply.refusal(body) : failed({ ...passage, actor }, problem, body);
  }
}

/** Who asks, with what waits for them beside the page that they open. What is sent from a page stands one step below it. */
async function seenBy(
  { house, route, url, locale, now, request }: Omit<Passage, 'actor'>,
  actor: Actor,
  db: Database,
): Promise<Actor> {
  const { personId, unread } = actor;
  if (personId === null || unread === 0 || !isUse(request.headers)) return actor;
  const own = url.pathname.slice(locale.length + 1);
  const path = route.method === 'POST' ? own.slice(0, own.lastIndexOf('/')) : own;
  const noted = house.modules.map(async ({ noteSeen }) => noteSeen?.(db, { personId, path, now }) ?? 0);
  const fewer = (await Promise.all(noted)).reduce((sum, count) => sum + count, 0);
  return unread === undefined ? actor : { ...actor, unread: unread - fewer };
}

/** What cannot be the name of anything never reaches the database, which would refuse NUL and words in place of ids. */
function isUsableParam([name, value]: [string, string]): boolean {
  return !value.includes('\0') && value.isWellFormed() && (!/id$/i.test(name) || UUID.test(value));
}

/** A path without a route: without a language we add one; otherwise the thing doesn't exist. */
async function withoutRoute(house: House, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const first = url.pathname.split('/')[1];
  const named = isLocale(first) ? first : null;
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (isReading && named && url.pathname.endsWith('/')) return lead(withoutEnd(url.pathname), url);
  const locale = named ?? localeFor(request.headers);
  if (isReading && !named && !/\.\w+$/.test(url.pathname))
    return lead(`/${locale}${withoutEnd(url.pathname)}`, url);
  // The page names its own place for the switch of languages; what has no language has no place either.
  if (!named) url.pathname = `/${locale}`;
  const found = house.findActor(request.headers, house.clock());
  const actor = await within(secondsFor({}), found).catch(() => NOBODY);
  return new Replier(house, { locale, request, url, actor: () => actor }).refusal(404);
}

/** A path without the slashes at its end; by hand, since a pattern would look for that end from each of many slashes anew. */
function withoutEnd(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end--;
  return path.slice(0, end);
}

function localeFor(headers: Headers): Locale {
  return rememberedLocale(headers) ?? negotiateLocale(headers.get('accept-language') ?? undefined);
}

function lead(path: string, { search }: Pick<URL, 'search'>): Response {
  const headers = { location: path + search, vary: 'accept-language, cookie', 'cache-control': 'no-cache' };
  return new Response(null, { status: 302, headers });
}

function addressOf(request: Request, env: unknown, house: House): string {
  const forwarded = house.trustProxy
    ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined;
  const incoming = (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  return forwarded ?? incoming?.socket?.remoteAddress ?? 'unknown';
}
