import { type AuditActor, recordAudit } from '../../../platform/audit/record.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { Role } from '../../../platform/permissions.ts';
import { endOtherSessions } from '../../sign-in/index.ts';
import { replaceWeeklyHours } from '../availability/store.ts';
import { replaceLanguages } from '../languages/store.ts';
import { insertRole } from '../roles/store.ts';
import { dayInJapan } from '../rules.ts';
import type { LanguageSkill, Person, WeeklyHours } from '../types.ts';
import { findByEmail, insertPerson, insertUnlessKnown, markPerson, type NewPerson } from './store.ts';

/**
 * The person of an e-mail address that has just been proved, made when it is new. Everything else is asked on the
 * welcome page.
 * @param ask.locale the language in which they asked for the code; the language of their mail from now on
 */
export async function registerPerson(
  tx: Tx,
  ask: { email: string; locale: Locale; now: Temporal.Instant },
): Promise<Person> {
  const known = await findByEmail(tx, ask.email);
  if (known) return known;
  await insertUnlessKnown(tx, { email: ask.email, locale: ask.locale, createdAt: ask.now });
  const made = await findByEmail(tx, ask.email);
  if (!made) throw new Error('a person who has just been registered is gone');
  return made;
}

/** All of a person at once, for builders and for the demonstration world. */
export interface WholePerson extends Omit<NewPerson, 'createdAt'> {
  readonly name: string;
  readonly now: Temporal.Instant;
  readonly roles?: readonly Role[];
  readonly languages?: readonly LanguageSkill[];
  readonly weekly?: readonly WeeklyHours[];
}

/** Makes a person who has been welcomed, with roles since today, languages and hours. Throws what a constraint refuses. */
export async function createPerson(tx: Tx, whole: WholePerson): Promise<Person> {
  const { now, roles = [], languages = [], weekly = [], ...details } = whole;
  const person = await insertPerson(tx, { welcomedAt: now, ...details, createdAt: now });
  for (const role of roles) await insertRole(tx, { personId: person.id, role, sinceOn: dayInJapan(now) });
  await replaceLanguages(tx, person.id, languages);
  await replaceWeeklyHours(tx, person.id, weekly);
  return person;
}

/** Puts somebody out at once: their sessions end for good and no new one begins. Nothing is deleted. */
export async function endAccess(
  tx: Tx,
  id: string,
  act: { by: AuditActor; now: Temporal.Instant },
): Promise<void> {
  await markPerson(tx, id, { access_ended_at: act.now });
  await endOtherSessions(tx, { personId: id, except: null, now: act.now });
  await recordAudit(tx, act.by, entryAbout(id, 'people.access.ended'), act.now);
}

/** Lets somebody in again whose access had ended: they sign in anew. */
export async function restoreAccess(
  tx: Tx,
  id: string,
  act: { by: AuditActor; now: Temporal.Instant },
): Promise<void> {
  await markPerson(tx, id, { access_ended_at: null });
  await recordAudit(tx, act.by, entryAbout(id, 'people.access.restored'), act.now);
}

function entryAbout(id: string, action: string) {
  return { action, outcome: 'done', subjectIds: [id], object: { kind: 'people.person', id } } as const;
}
