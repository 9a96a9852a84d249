import type { z } from 'zod';
import type { Messages } from '../../platform/languages/messages.tsx';
import type { Act, ActOf, Life } from '../../platform/life.ts';
import { text, wholeNumber } from '../../platform/web/form-fields.ts';

export type Shape = Readonly<Record<string, z.ZodType>>;
type Acts = Readonly<Record<string, Act>>;

/** A form by which somebody does an act. */
export interface Sent<A extends string, Key extends string> {
  /** Which act of the life; absent for what changes nothing of where the noun stands. */
  readonly act?: A;
  /** The name of the audit entry, where it is not that of the act. */
  readonly audit?: string;
  /** The fields of the form. */
  readonly input?: Shape;
  /** What the button is called, for pages that find its other words by it. */
  readonly verb?: Key;
  /** What is said once it is done. */
  readonly says: Key;
  /** Where one goes then; the page of the noun unless said. */
  readonly to?: string;
  readonly proof?: 'fresh';
  /** How long it may take, where that is longer than usual. */
  readonly seconds?: number;
  /** How often somebody may send it within so many minutes, where each fills somebody's day. */
  readonly limit?: { readonly tries: number; readonly minutes: number };
  /** As of the whole table (`SentAt`), for one of its forms. */
  readonly versioned?: true;
}

/** The forms that one reader's page of a noun holds, by the last part of their paths: nouns. */
export interface SentAt<
  A extends Acts,
  Key extends string,
  T extends Readonly<Record<string, Sent<ActOf<A>, Key>>>,
> {
  /** The path of that page: `/desk/requests/:id`. */
  readonly at: string;
  readonly life: Life<A>;
  readonly words: Messages<Key>;
  /** Whether each form carries the version it was made from, and when it was shown. */
  readonly versioned?: true;
  readonly sent: T;
}

/** Declares them: the page draws them and the routes hear them from the same table. */
export function sentAt<
  A extends Acts,
  Key extends string,
  const T extends Readonly<Record<string, Sent<ActOf<A>, Key>>>,
>(table: SentAt<A, Key, T>): SentAt<A, Key, T> {
  return table;
}

/** What a form sends along unseen where its table is versioned. */
export const versionFields = { version: wholeNumber(0, 1_000_000), seen: text(40) };

/** The name of a form's audit entry. @throws where neither the form nor its act has one */
export function auditOf(
  { life }: { readonly life: Pick<Life, 'noun' | 'acts'> },
  { act, audit }: Sent<string, string>,
): string {
  const step = act === undefined ? undefined : life.acts[act];
  const name = audit ?? step?.audit ?? step?.event;
  if (!name) throw new Error(`${life.noun}: what is done leaves no entry: ${act}`);
  return name;
}
