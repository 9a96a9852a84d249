import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Database, Tx } from '../database/connect.ts';
import { lockUntilCommit } from '../database/lock.ts';
import type { Live } from '../live/live.ts';
import { tellPages } from '../live/tell-pages.ts';
import { accept, type Outcome, refuse } from '../refusal.ts';

/** What processes listen to that remember a setting. */
export const SETTINGS_TOPIC = 'settings';

/** One subject that an administrator edits: its name, what a value must look like, and the value before anybody edits it. */
export interface Setting<T> {
  readonly subject: string;
  readonly schema: z.ZodType<T>;
  readonly value: T;
  /** Another setting that is a part of this one: it is read with it, and kept by itself for whoever else reads it. */
  readonly shared?: Setting<object>;
}

/** Text of so many characters at the most, as people and our forms count them: 𠮷 is one. */
export function characters(most: number): z.ZodString {
  return z.string().refine((text) => [...text].length <= most);
}

interface Remembered {
  readonly value: unknown;
  /** On the process's own clock, in milliseconds. */
  readonly readAt: number;
}

/** What is remembered of the settings in a database: those read since the last edit of any. */
const remembered = new WeakMap<Database, Map<Setting<unknown>, Remembered>>();
/** Whoever hears of nothing any more, without knowing it, is wrong for a minute at the most. */
const MOST_MILLISECONDS = 60_000;

/** Lets a process remember the settings of a database that it has read, until it hears that somebody edited one. */
export function rememberSettings(db: Database, live: Live): void {
  // A new map each time: what was asked for before the edit and answered after it lands in the old one.
  const forget = () => remembered.set(db, new Map());
  forget();
  live.listen([SETTINGS_TOPIC], forget);
}

/**
 * A setting for pages that are opened often: as `readSetting`, but out of memory where the process remembers. For some
 * milliseconds after an edit it may be the value before; what decides on something, and the page that edits, must read.
 */
export async function rememberedSetting<T>(db: Database, setting: Setting<T>): Promise<T> {
  const known = remembered.get(db);
  const [before, readAt] = [known?.get(setting), performance.now()];
  if (before && readAt - before.readAt < MOST_MILLISECONDS) return before.value as T;
  const value = await readSetting(db, setting);
  known?.set(setting, { value, readAt });
  return value;
}

/**
 * @returns what was set, or the setting's first value when nothing was set or what was set no longer fits the schema; the
 *   house logs the latter when it opens
 */
export async function readSetting<T>(db: Database, setting: Setting<T>): Promise<T> {
  const { subject, shared } = setting;
  const rows = await db
    .selectFrom('platform.settings')
    .select(['subject', 'value'])
    .where('subject', 'in', shared ? [subject, shared.subject] : [subject])
    .execute();
  return storedOf(setting, new Map(rows.map((row) => [row.subject, row.value])));
}

function storedOf<T>(
  { subject, schema, value, shared }: Setting<T>,
  stored: ReadonlyMap<string, unknown>,
): T {
  const own = stored.get(subject);
  if (!shared || !stored.has(shared.subject)) return schema.safeParse(own).data ?? value;
  const part = storedOf(shared, stored);
  return schema.safeParse({ ...value, ...(own as object), ...part }).data ?? { ...value, ...part };
}

/** A setting whose stored value fell out of its schema, as after an upgrade, so that its first value counts. */
export interface UnfitSetting {
  readonly subject: string;
  /** Where and in what it does not fit, never what it is: `opensAt invalid_format`. */
  readonly because: readonly string[];
}

/** Of these settings, those for which `readSetting` returns the first value although something was set. */
export async function findUnfitSettings(
  db: Database,
  settings: readonly Setting<unknown>[],
): Promise<UnfitSetting[]> {
  const rows = await db.selectFrom('platform.settings').select(['subject', 'value']).execute();
  const stored = new Map(rows.map(({ subject, value }) => [subject, value]));
  return settings.flatMap(({ subject, schema }) => {
    if (!stored.has(subject)) return [];
    const issues = schema.safeParse(stored.get(subject)).error?.issues ?? [];
    const because = issues.map(({ path, code }) => [...path, code].join(' '));
    return because.length > 0 ? [{ subject, because }] : [];
  });
}

/** What a form sends back to say which value its writer had seen: after another edit it is another. */
export function markOfSetting<T>(setting: Setting<T>, value: T): string {
  return createHash('sha256')
    .update(`${setting.subject} ${JSON.stringify(value)}`)
    .digest('base64url');
}

/**
 * Sets a subject, and the part that it shares where that differs, unless somebody has changed it since `seen` was read;
 * rivals wait for each other. Every process that remembers it reads it again after the commit. The caller audits what is
 * returned.
 * @param change.seen `markOfSetting` of the value that was edited; null where nobody has looked, as in a seed
 * @returns what differs now, or `setting_was_changed_meanwhile`
 * @throws when the value does not fit the setting's schema
 */
export async function writeSetting<T>(
  tx: Tx,
  setting: Setting<T>,
  change: { value: T; seen: string | null; by: string | null; now: Temporal.Instant },
): Promise<Outcome<SettingChange>> {
  const { subject, shared } = setting;
  // Whoever edits the shared part by itself waits as well.
  if (shared) await lockUntilCommit(tx, `setting ${shared.subject}`);
  await lockUntilCommit(tx, `setting ${subject}`);
  const before = await readSetting(tx, setting);
  if (change.seen !== null && change.seen !== markOfSetting(setting, before))
    return refuse('setting_was_changed_meanwhile');
  const value = setting.schema.parse(change.value);
  const part = shared?.schema.parse(value) ?? {};
  if (shared && changeOf(await readSetting(tx, shared), part).changed !== '')
    await writeSetting(tx, shared, { ...change, value: part, seen: null });
  const kept = shared ? without(value as object, part) : value;
  const row = { value: JSON.stringify(kept), changed_by: change.by, changed_at: change.now };
  await tx
    .insertInto('platform.settings')
    .values({ subject, ...row })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet(row))
    .execute();
  await tellPages(tx, [SETTINGS_TOPIC]);
  return accept(changeOf(before, value));
}

const without = (value: object, part: object) =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !(name in part)));

/** What an edit changed, for the audit: the names in one line, and the values before and after as JSON. */
export type SettingChange = { readonly changed: string; readonly was: string; readonly becomes: string };

/** What differs between two values of a setting, and nothing else. A list is the same in any order. */
export function changeOf(before: unknown, after: unknown): SettingChange {
  const [was, becomes] = [before, after] as Readonly<Record<string, unknown>>[];
  const changed = Object.keys(becomes ?? {}).filter(
    (name) => ordered(was?.[name]) !== ordered(becomes?.[name]),
  );
  const only = (value: typeof was) =>
    JSON.stringify(Object.fromEntries(changed.map((name) => [name, value?.[name]])));
  return { changed: changed.join(', '), was: only(was), becomes: only(becomes) };
}

/** Our lists of weekdays, days and places are sets: a form sends them in its own order. */
function ordered(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : value);
}
