import type { Given } from '../../../kits/questionnaires/index.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { accept } from '../../../platform/refusal.ts';
import { readDoor } from '../door/rules/door.ts';
import { does, type OnEvent } from '../event/commands.ts';
import { listAnswers, writeAnswers } from '../store/answers.ts';
import { countCame, listDoorEntries, listDoorRows } from '../store/door.ts';
import { lockEvent } from '../store/events.ts';
import { countHours } from '../store/helpers.ts';
import { insertReport, listReaders, writeSurveyFigures } from '../store/reports.ts';
import { readSaid } from '../survey/questions.ts';
import type { Registration } from '../types.ts';
import { type Figures, figuresOf, surveyOf } from './rules/figures.ts';
import { recordTrainings } from './training.ts';

/**
 * Closes what is to be said of it: from now on who did not come is a figure, helpers have their hours, and who came to a
 * training has taken that step. @param on `learned`: for the next one, in words
 */
export const reportEvent = does(
  'report',
  async (tx, event, on: OnEvent & { readonly byPersonId: string; readonly learned: string | null }) => {
    const { learned, byPersonId: reportedBy, now: reportedAt } = on;
    const { id } = event;
    await insertReport(tx, id, { figures: await countEvent(tx, id), learned, reportedBy, reportedAt });
    await countHours(tx, id);
    await recordTrainings(tx, event, on);
    return accept({ changes: await countCame(tx, id) });
  },
);

/** What there is to count of an event as long as its registrations are kept. */
export async function countEvent(db: Database, eventId: string): Promise<Figures> {
  const readers = await listReaders(db, eventId);
  const rows = await listDoorRows(db, eventId);
  const parties = rows.flatMap((row) => {
    const reader = readers.get(row.id);
    return reader ? [{ ...row, ...reader }] : [];
  });
  const door = readDoor(await listDoorEntries(db, eventId));
  return figuresOf(parties, door, await listSaid(db, eventId));
}

const listSaid = async (db: Database, eventId: string) =>
  (await listAnswers(db, eventId)).map(({ given }) => readSaid(given));

/**
 * Keeps what somebody answers; some do after the report, whose figures are then counted anew. The lock comes first: what is
 * written refers to its event, so that two who lock it only afterwards wait for each other, and one of them is stopped.
 */
export async function takeAnswers(
  tx: Tx,
  registration: Pick<Registration, 'id' | 'eventId'>,
  { given, now }: { readonly given: Given; readonly now: Temporal.Instant },
): Promise<void> {
  const event = await lockEvent(tx, registration.eventId);
  await writeAnswers(tx, registration, given, now);
  if (event?.state !== 'reported') return;
  await writeSurveyFigures(tx, event.id, surveyOf(await listSaid(tx, event.id)));
}
