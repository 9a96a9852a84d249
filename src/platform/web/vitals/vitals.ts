import { createHash, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { isLoopback } from '../../open-doors.ts';
import type { House } from '../house.ts';
import { within } from '../passage/deadline.ts';
import { readReadiness } from './readiness.ts';
import type { RequestCounts } from './requests.ts';
import { tellStanding } from './standing.ts';
import { answerWellKnown } from './well-known.ts';

const READY_SECONDS = 1;
/** A worker that is behind by more is told of; people are served all the same. */
const LATE_MINUTES = 10;

/** The answers for those who watch over the program; null for every other path. They need no sign-in and say nothing of anybody. */
export function answerVitals(
  house: House,
  request: Request,
  about: { address: string; counts: RequestCounts },
): Promise<Response> | Response | null {
  if (request.method !== 'GET') return null;
  const { pathname, origin } = new URL(request.url);
  if (pathname === '/health/alive') return say('alive');
  if (pathname === '/health/ready') return readiness(house);
  if (pathname === '/metrics')
    return isForMetrics(house, request, about.address) ? metrics(house, about.counts) : null;
  return answerWellKnown(house, { pathname, origin: house.publicUrl ?? origin });
}

function say(text: string, status = 200): Response {
  const headers = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(`${text}\n`, { status, headers });
}

/**
 * Ready when the house is open, and the database answers to the program's own role and has every step of the schema that
 * the program knows. One that is ahead is right: versions work side by side (docs/operations.md, "Upgrade").
 */
async function readiness({ db, isOpen, schemaSteps = [] }: House): Promise<Response> {
  if (isOpen?.() === false) return say('the database is not ready yet', 503);
  const found = await within(READY_SECONDS, readReadiness(db, schemaSteps)).catch(() => null);
  if (!found) return say('the database does not answer', 503);
  if (found.lacking > 0) return say('the database is older than this program', 503);
  const minutes = Math.floor(found.lagSeconds / 60);
  return say(minutes < LATE_MINUTES ? 'ready' : `ready\nthe worker is ${minutes} minutes behind`);
}

/** With the token, or on this machine itself and not through a proxy, which speaks from here for everybody. */
function isForMetrics({ metricsToken }: House, { headers, url }: Request, address: string): boolean {
  if (metricsToken && isToken(headers.get('authorization') ?? '', `Bearer ${metricsToken}`)) return true;
  const isPassedOn = ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'].some((name) => headers.has(name));
  return isLoopback(address.replace('::ffff:', '')) && isLoopback(new URL(url).hostname) && !isPassedOn;
}

interface Jobs {
  readonly task: string;
  readonly waiting: number;
  readonly failed: number;
  /** Of the longest due, in seconds. */
  readonly oldest: number;
}

async function askJobs(db: House['db']): Promise<Jobs[]> {
  const { rows } = await sql<Jobs>`
    select task_identifier as task, count(*) filter (where attempts < max_attempts)::int as waiting,
      count(*) filter (where attempts >= max_attempts)::int as failed,
      greatest(0, coalesce(extract(epoch from now() - min(run_at) filter (where attempts < max_attempts)), 0))::float8 as oldest
    from graphile_worker.jobs group by 1 order by 1`.execute(db);
  return rows;
}

async function metrics(house: House, counts: RequestCounts): Promise<Response> {
  const [jobs, standing] = await Promise.all([
    within(READY_SECONDS, askJobs(house.db)).catch(() => null),
    tellStanding(house),
  ]);
  const gauge = (name: string, value: number) => [`# TYPE otonari_${name} gauge`, `otonari_${name} ${value}`];
  const perTask = (name: 'waiting' | 'failed' | 'oldest') => [
    `# TYPE otonari_jobs_${name} gauge`,
    ...(jobs ?? []).map((one) => `otonari_jobs_${name}{task="${one.task}"} ${one[name]}`),
  ];
  const lines = [
    ...counts.tell(),
    ...gauge('database_answers', jobs ? 1 : 0),
    ...(['waiting', 'failed', 'oldest'] as const).flatMap(perTask),
    ...Object.entries(standing).flatMap(([name, value]) => gauge(name, value)),
    ...gauge('memory_bytes', process.memoryUsage().rss),
    ...gauge('uptime_seconds', Math.round(process.uptime())),
  ];
  return say(lines.join('\n'));
}

/** In a time that does not tell how much of it was right. */
function isToken(given: string, token: string): boolean {
  const [one, other] = [given, token].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
