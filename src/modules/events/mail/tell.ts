import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Task } from '../../../platform/jobs/task.ts';
import { enqueueMail } from '../../../platform/mail/send-mail.ts';
import { organizationName, organizationSetting } from '../../../platform/settings/organization.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { TELL } from '../registrations/doing.ts';
import { ownPath } from '../registrations/token.ts';
import type { EventServices } from '../services.ts';
import { findEvent } from '../store/events.ts';
import {
  findOpenRegistration,
  findRegistration,
  findSeatMove,
  type SeatMove,
} from '../store/registrations.ts';
import type { Event } from '../types.ts';
import { type LetterKind, linkIn, writeLetter } from './letter.ts';

type Telling = Pick<EventServices, 'secret' | 'publicUrl'>;

/** The job behind every line of a registration's history: one mail a line, whoever tries it again. */
export function tellTask(services: Telling): Task {
  return {
    name: TELL,
    async run(payload, { db }) {
      const { moveId } = payload as { moveId: number };
      await inTransaction(db, (tx) => tell(tx, moveId, services));
    },
  };
}

async function tell(tx: Tx, moveId: number, services: Telling): Promise<void> {
  const move = await findSeatMove(tx, moveId);
  const registration = move && (await findRegistration(tx, move.registrationId));
  const event = registration && (await findEvent(tx, registration.eventId));
  if (!event) return;
  const isOver = event.state === 'over' || event.state === 'reported';
  // When it is over, nobody needs to know any more how their seats stood: who had some is asked how it was.
  if (isOver ? move.act !== 'survey' || registration.state !== 'seated' : move.act === 'survey') return;
  // Told by the line of the event that it came with.
  if (move.act === 'put_back') return;
  // Who has given their seats up meanwhile is not reminded of them.
  if (move.act === 'remind' && registration.state !== 'seated') return;
  // An offer that was answered or is over by now is told as what came of it.
  if (move.act === 'offer' && registration.state !== 'offered') return;
  // Whoever asks again with an address that has registered is led to what they have.
  const before = move.act === 'ask' ? await findOpenRegistration(tx, event.id, registration) : null;
  const kind = before ? 'asked_again' : kindOf(move, event);
  const organization = await readSetting(tx, organizationSetting);
  const { locale } = registration;
  const own = ownPath(services, (before ?? registration).id);
  const path = kind === 'survey' ? `${own}/answers` : own;
  const mail = writeLetter({
    ...{ kind, event, registration },
    link: linkIn(services.publicUrl, locale, path),
    organization: organizationName(organization, locale),
  });
  await enqueueMail(tx, { ...mail, key: `event:${moveId}` });
}

const KINDS: Readonly<Record<string, LetterKind>> = {
  ask: 'asked',
  seat: 'seated',
  wait: 'waits',
  offer: 'offered',
  change: 'changed',
  call: 'last_call',
  move: 'moved',
  set_date: 'moved',
  postpone: 'postponed',
  remind: 'reminder',
  survey: 'survey',
};

function kindOf({ act, byHouse, byStaff }: SeatMove, { state }: Event): LetterKind {
  if (act === 'pass') return byHouse ? 'passed' : 'declined';
  if (act === 'cancel' && state === 'cancelled') return 'called_off';
  if (act === 'cancel') return byStaff ? 'cancelled_by_us' : 'cancelled';
  const kind = KINDS[act];
  if (!kind) throw new Error(`nothing is told of ${act}`);
  return kind;
}
