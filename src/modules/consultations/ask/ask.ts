import { hoursSetting } from '../../../kits/slots/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { publish } from '../events.ts';
import { type Contact, insertMatter } from '../store/ask.ts';
import { type DeadlineKind, insertDeadline } from '../store/deadlines.ts';
import { insertEntry } from '../store/entries.ts';
import { insertStep } from '../store/matters.ts';
import type { Matter } from '../types.ts';
import { answerBy, dangersIn, type Sign } from './rules.ts';

export interface Asking
  extends Pick<Matter, 'residentId' | 'isAnonymous' | 'field' | 'language' | 'urgency' | 'origin'> {
  readonly words: string;
  readonly signs: readonly Sign[];
  readonly contact: Contact;
  readonly deadline: { readonly kind: DeadlineKind; readonly onDay: Temporal.PlainDate } | null;
  readonly now: Temporal.Instant;
}

/**
 * Puts a matter before the coordinators, sealed under a key of its own. What points to a danger puts it on top of their desk and
 * lets nothing go out to this person any more. @returns its id
 */
export async function askForConsultation(tx: Tx, asking: Asking): Promise<string> {
  const { residentId, now, contact } = asking;
  const dangers = dangersIn(asking.words, asking.signs);
  const inDanger = dangers.length > 0;
  const hours = await readSetting(tx, hoursSetting);
  const key = await insertMatter(tx, {
    ...asking,
    dangers,
    isQuiet: inDanger || contact.channel !== 'email',
    answerBy: answerBy({ urgency: asking.urgency, inDanger }, now, hours),
  });
  const { matterId } = key;
  await insertEntry(tx, key, { kind: 'words', authorId: residentId, words: asking.words, now });
  if (asking.deadline) await insertDeadline(tx, { ...asking.deadline, matterId, by: residentId, now });
  await insertStep(tx, { matterId, act: 'ask', from: null, to: 'received', byPerson: residentId, at: now });
  await publish(tx, {
    type: 'consultations.matter.asked',
    ids: { matterId, residentId, byPersonId: residentId },
    live: ['desk'],
  });
  return matterId;
}
