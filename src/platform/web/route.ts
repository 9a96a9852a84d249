import type { VNode } from 'preact';
import type { z } from 'zod';
import type { ParamsOf, PathTo } from '../addresses/path-to.ts';
import type { AuditActor, AuditEntry } from '../audit/record.ts';
import type { Database, Tx } from '../database/connect.ts';
import type { Answers, Asked } from '../database/questions.ts';
import type { Locale } from '../languages/locales.ts';
import type { Noted, Params, Words } from '../languages/messages.tsx';
import type { Access, Actor } from '../permissions.ts';
import type { Refusal } from '../refusal.ts';
import type { FormState } from './form-state.ts';

/** One HTTP request as a handler sees it: who asks for what, when, in which language. */
export interface Call<Params = unknown, Fields = undefined, Store extends Database = Database> {
  readonly params: Params;
  /** The query or form fields after the route's schema. */
  readonly fields: Fields;
  readonly actor: Actor;
  readonly locale: Locale;
  readonly now: Temporal.Instant;
  /** POST: the transaction that also holds the audit entry. */
  readonly db: Store;
  /** The path without its language, with the query. */
  readonly path: string;
  /** Cookies and headers, for sign-in only. */
  readonly headers: Headers;
  /** The client's network address, for rate limits; never stored with personal data. */
  readonly address: string;
  /** Uploaded files by field; empty files are left out. */
  readonly uploads: ReadonlyMap<string, File>;
  /** The body as it came, of a route that takes `text`. */
  readonly text?: string;
  /** Writes the route's audit entry: whose record, and which object. Audited routes must call it, or `auditedAsk`. */
  audit(about: Audited): Promise<void>;
  /** Asks what is shown and writes the route's audit entry by one statement. */
  auditedAsk<Questions extends Asked>(about: Audited, questions: Questions): Promise<Answers<Questions>>;
}

/** What an audit entry says beside who did what and when. */
export type Audited = Pick<AuditEntry, 'subjectIds' | 'object' | 'detail'> & {
  /** Of a form by which records are read: it counts as reading (`audit/reading`). */
  readonly outcome?: 'seen';
  /** Who it was, where it is known by the link that they hold instead of by signing in. */
  readonly by?: AuditActor;
};

export type Reply =
  | {
      readonly kind: 'page';
      readonly title: string;
      readonly body: VNode;
      readonly status?: number;
      readonly cookies?: readonly string[];
      /** What those say of it who find it or tell others; without it, search engines leave it out. */
      readonly found?: Found;
      /** No browser keeps the page, not even for its way back: it shows a secret or what somebody typed, or offers what may be done meanwhile. */
      readonly isShownOnce?: true;
    }
  | {
      readonly kind: 'redirect';
      readonly path: string;
      readonly flash?: Flash;
      readonly headers?: Headers;
      /** Leads elsewhere, and what was done may be done again: pressing once more is no repetition. */
      readonly isDetour?: true;
    }
  | {
      readonly kind: 'file';
      readonly body: Uint8Array | string;
      readonly mediaType: string;
      readonly name?: string;
      readonly headers?: Headers;
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'response'; readonly response: Response };

/** What stands in a search or beside a link elsewhere. */
export interface Found {
  readonly description: string;
  /** A picture of 1200 × 630 pixels: its path without the language. */
  readonly picture?: string;
  /** What the page is about, in the words of schema.org; nothing of people in it. */
  readonly schema?: Readonly<Record<string, unknown>>;
}

/** A sentence shown once on the next page. */
export interface Flash {
  readonly tone: 'done' | 'notice';
  readonly text: Noted;
}

/** How close a page is set: `roomy` for whoever comes by, `compact` for whoever works here all day. */
export type Density = 'roomy' | 'compact';

interface Declaration<Path extends string> {
  /** Of its module's paths (`pathTo`), which build the addresses that lead here. */
  readonly path: Path | PathTo<Path>;
  /** Who may: denied to everybody else, with an audit entry. */
  readonly access: Access;
  /** The name of the audit entry that a successful request leaves; null for what is public or one's own business only. */
  readonly audit: string | null;
  /** How long it may take before the answer is that this can’t be done now; 10 unless said. */
  readonly seconds?: number;
  /** How often one address or person may, within so many minutes. */
  readonly limit?: { readonly by: 'address' | 'person'; readonly tries: number; readonly minutes: number };
}

interface GetDeclaration<Path extends string, Query extends z.ZodType | undefined> extends Declaration<Path> {
  readonly query?: Query;
  /** What is said instead when the database does not answer within a moment. */
  withoutDatabase?(call: Pick<Call, 'locale' | 'now'>): Reply;
  handle(call: Call<ParamsOf<Path>, Fields<Query>>): Promise<Reply> | Reply;
}

interface PostDeclaration<Path extends string, Form extends z.ZodType | undefined> extends Declaration<Path> {
  readonly form?: Form;
  /** The most bytes a body may have; 512 kB unless a route takes files. */
  readonly maxBytes?: number;
  /** `text`: what comes is no form of ours, and its bytes are signed. */
  readonly takes?: 'text';
  /**
   * `none` for writes that come from elsewhere: a mail provider's one-click unsubscribing (RFC 8058) and the payment
   * provider's notices, which send neither cookies nor an origin. Whoever sends them is nobody here, whatever their cookies
   * say: the path itself must carry the right, as a signed token, or the body a signature. Everything else is asked for by
   * our own pages only.
   */
  readonly csrf?: 'none';
  /** `nothing` for what a script asks while somebody types: when their session is over, it is not kept for them to send. */
  readonly keep?: 'nothing';
  /** `fresh`: whoever has not shown who they are within the last minutes (`hasJustProved`) does so first; what they typed is kept. */
  readonly proof?: 'fresh';
  handle(call: Call<ParamsOf<Path>, Fields<Form>, Tx>): Promise<Reply> | Reply;
  /** The page again, with what was typed and each refusal beside its field. Without it, refusals are shown on the page the form came from. */
  again?(call: Call<ParamsOf<Path>, undefined>, form: FormState): Promise<Reply> | Reply;
}

type Fields<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** A route with its types erased, as the kit serves it. Only `get` and `post` make one. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly access: Access;
  readonly audit: string | null;
  readonly limit?: Declaration<string>['limit'];
  readonly seconds?: number;
  withoutDatabase?(call: Pick<Call, 'locale' | 'now'>): Reply;
  readonly schema: z.ZodType | undefined;
  readonly maxBytes: number;
  readonly csrf?: 'none';
  readonly takes?: 'text';
  readonly keep?: 'nothing';
  readonly proof?: 'fresh';
  handle(call: Call<never, never, Tx>): Promise<Reply> | Reply;
  readonly again: ((call: Call<never, undefined>, form: FormState) => Promise<Reply> | Reply) | undefined;
}

/** Declares a page or file. It changes nothing; with an audit name, seeing it is recorded. */
export function get<Path extends string, Query extends z.ZodType | undefined = undefined>(
  route: GetDeclaration<Path, Query>,
): Route {
  const path = patternOf(route);
  return {
    ...route,
    path,
    method: 'GET',
    schema: route.query,
    maxBytes: 0,
    again: undefined,
  } as unknown as Route;
}

/** Declares a change of state: one transaction, with idempotency key, audit entry and events inside it. */
export function post<Path extends string, Form extends z.ZodType | undefined = undefined>(
  route: PostDeclaration<Path, Form>,
): Route {
  return {
    again: undefined,
    ...route,
    path: patternOf(route),
    method: 'POST',
    schema: route.form,
    maxBytes: route.maxBytes ?? 524_288,
  } as unknown as Route;
}

function patternOf({ path }: Pick<Declaration<string>, 'path'>): string {
  return typeof path === 'string' ? path : path.pattern;
}

/** A catalog of whatever keys: codes are looked for in it before they are said. */
export interface RefusalCatalog {
  has(key: string): boolean;
  in(locale: Locale): (key: never, params?: Params) => Words;
}

/** What a module shows to the web: its routes, and the catalog in which its refusals are worded. */
export interface WebModule {
  readonly name: string;
  readonly messages: RefusalCatalog;
  readonly routes: readonly Route[];
  /** Notes that somebody has a page before them, or acts on it. @returns how many fewer lines of their inbox wait */
  readonly noteSeen?: (db: Database, seen: Seen) => Promise<number>;
}

/** Somebody at a page, by its path without language and query. */
export interface Seen {
  readonly personId: string;
  readonly path: string;
  readonly now: Temporal.Instant;
}

export function page(title: string, body: VNode, status = 200): Extract<Reply, { kind: 'page' }> {
  return { kind: 'page', title, body, status };
}

/** Sends the reader to another page of ours (303), in their language. */
export function redirect(path: string, flash?: Flash): Reply {
  return { kind: 'redirect', path, ...(flash && { flash }) };
}

/**
 * Sends the reader elsewhere before anything is done, such as to prove a second factor, or after keeping what they have
 * so far. Unlike a redirect it is not remembered: the same form sent again from a page gone back to is heard again.
 */
export function detour(path: string, flash?: Flash): Reply {
  return { kind: 'redirect', path, isDetour: true, ...(flash && { flash }) };
}

export function refusedBy(...refusals: readonly Refusal[]): Reply {
  return { kind: 'refused', refusals };
}

/** The same answer whether a thing doesn't exist or isn't the reader's to see. */
export function missing(): Reply {
  return { kind: 'missing' };
}
