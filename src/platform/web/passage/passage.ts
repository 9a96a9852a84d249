import { type AuditEntry, entryOf, writeEntry } from '../../audit/record.ts';
import type { Database } from '../../database/connect.ts';
import { askTogether } from '../../database/questions.ts';
import type { Locale } from '../../languages/locales.ts';
import { type Actor, actingRole } from '../../permissions.ts';
import type { SayRefusal } from '../../refusal.ts';
import type { Body } from '../body.ts';
import type { House } from '../house.ts';
import type { Replier } from '../reply.ts';
import type { Audited, Call, Reply, Route, WebModule } from '../route.ts';

/** One request on its way through the kit. */
export interface Passage {
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
  /** Takes from what waits in the inbox of whoever asks what they now have before them; called once it is shown or done. */
  noteSeen(db: Database): Promise<void>;
}

/** What a handler or form is given of one request. */
interface Given {
  readonly fields: unknown;
  readonly db: Database;
  readonly body: Body;
}

/** Lets the route answer, and sees to it that it wrote the audit entry it declares. */
export async function handle(passage: Passage, given: Given): Promise<Reply> {
  const { route } = passage;
  let entries = 0;
  const call = callOf(passage, given, () => entries++);
  const answer = await route.handle(call as never);
  if (route.audit && entries === 0 && mustBeAudited(route, answer)) missAudit(passage);
  return answer;
}

/** The request as a handler sees it. */
export function callOf(
  passage: Passage,
  given: Given,
  onAudit: () => void = () => {},
): Call<unknown, unknown, Database> {
  const { route, actor, now } = passage;
  const who = { personId: actor.personId, role: actingRole(actor) };
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
    ...(given.body.text !== undefined && { text: given.body.text }),
    audit: async ({ by = who, ...about }) => {
      onAudit();
      await writeEntry(given.db, entryOf(by, entryFor(route, about), now));
    },
    auditedAsk: async ({ by = who, ...about }, questions) => {
      onAudit();
      return askTogether(given.db, questions, entryOf(by, entryFor(route, about), now));
    },
  };
}

function entryFor(route: Route, about: Audited): AuditEntry {
  if (!route.audit) throw new Error(`${route.path} declares no audit entry`);
  return { action: route.audit, outcome: route.method === 'GET' ? 'seen' : 'done', ...about };
}

/**
 * Nothing was shown or done when the answer says so, or leads to another page that records by itself. A detour leads
 * elsewhere before anything is done.
 */
function mustBeAudited(route: Route, answer: Reply): boolean {
  if (answer.kind === 'redirect') return route.method === 'POST' && !answer.isDetour;
  return answer.kind === 'file' || isShown(answer);
}

/** Whether the page that was asked for is shown, and none that refuses it. */
export function isShown(answer: Reply): boolean {
  return answer.kind === 'page' && (answer.status ?? 200) < 400;
}

/** A bug: it stops a developer or a test; people who need help are not stopped by it, but the log says so. */
function missAudit({ house, route }: Passage): void {
  const says = `${route.method} ${route.path} declares the audit entry ${route.audit} and wrote none`;
  if (process.env['NODE_ENV'] !== 'production') throw new Error(says);
  house.log.error({ route: route.path }, says);
}

/** The path of a request without its language, with the query. */
export function pathOf(passage: Pick<Passage, 'url' | 'locale'>): string {
  const path = passage.url.pathname.slice(passage.locale.length + 1) || '/';
  return path + passage.url.search;
}
