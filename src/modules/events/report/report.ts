import type { Database, Tx } from '../../../platform/database/connect.ts';
import { accept } from '../../../platform/refusal.ts';
import { readDoor } from '../door/rules/door.ts';
import { does, type OnEvent } from '../event/commands.ts';
import { listAnswers } from '../store/answers.ts';
import { countCame, listDoorEntries, listDoorRows } from '../store/door.ts';
import { lockEvent } from '../store/events.ts';
import { countHours } from '../store/helpers.ts';
import { insertReport, listReaders, writeSurveyFigures } from '../store/reports.ts';
import { readSaid } from '../survey/questions.ts';
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

/** Some answer after the report: their figures are counted anew, one after the other. */
export async function renewSurvey(tx: Tx, eventId: string): Promise<void> {
  const event = await lockEvent(tx, eventId);
  if (event?.state !== 'reported') return;
  await writeSurveyFigures(tx, eventId, surveyOf(await listSaid(tx, eventId)));
}
