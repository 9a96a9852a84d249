import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { findAppointment } from '../appointment/store.ts';
import { enterCare } from '../desk/commands.ts';
import type { OnMatter } from '../matter/doing.ts';
import type { Matter } from '../types.ts';
import { sendInvitation } from './letters.ts';
import { releaseInterpreter } from './releasing.ts';
import { judgeChoice, judgeTie, type Tie } from './rules.ts';
import { findInterpreter } from './store/interpreters.ts';
import { findInterpreting, insertInterpreting, isTaken } from './store/interpretings.ts';

type On = Omit<OnMatter, 'as'> & { readonly as: 'coordinator' };

/**
 * Chooses who interprets at the appointment of a matter, and writes to them. Refused: `no_appointment_yet`, also once it has begun;
 * beside the field whoever is a relative or a child, has not pledged, does not speak the language, is elsewhere at that time
 */
export async function chooseInterpreter(
  tx: Tx,
  on: On & { readonly interpreterId: string; readonly tie: Tie },
): Promise<Outcome<Matter>> {
  const entered = await enterCare(tx, on);
  if (!entered.ok) return entered;
  const { matter, key, by } = entered.value;
  const { now } = on;
  const meeting = await findAppointment(tx, key);
  if (!meeting || meeting.calledOffAt || Temporal.Instant.compare(meeting.startsAt, now) <= 0)
    return refuse('no_appointment_yet');
  // Locked, so that two who choose at once don't both see them free.
  const chosen = judgeChoice(await findInterpreter(tx, on.interpreterId, 'locked'), matter.language);
  if (!chosen.ok) return chosen;
  const tie = judgeTie(on.tie);
  if (!tie.ok) return tie;
  const interpreter = chosen.value;
  const before = await findInterpreting(tx, matter.id);
  if (before?.interpreterId === interpreter.id) return refuse('interpreter_is_chosen', {}, 'interpreterId');
  if (await isTaken(tx, interpreter.id, meeting))
    return refuse('interpreter_is_elsewhere', {}, 'interpreterId');
  await releaseInterpreter(tx, matter, now);
  const { startsAt, endsAt, way } = meeting;
  const { language, field } = matter;
  const made = { interpreterId: interpreter.id, language, startsAt, endsAt, tie: tie.value };
  const id = await insertInterpreting(tx, matter.id, { ...made, by, now });
  await sendInvitation(tx, { interpreter, matter, interpreting: { ...made, id }, way, field });
  return accept(matter);
}

/** They need not come. Refused: `nobody_interprets` */
export async function dropInterpreter(tx: Tx, on: On): Promise<Outcome<Matter>> {
  const entered = await enterCare(tx, on);
  if (!entered.ok) return entered;
  const { matter } = entered.value;
  return (await releaseInterpreter(tx, matter, on.now)) ? accept(matter) : refuse('nobody_interprets');
}
