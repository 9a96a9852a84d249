import type { DataOf } from '../../platform/rights/data-of.ts';
import { listAdvices } from './afterwards/store.ts';
import { findAppointment } from './appointment/store.ts';
import { listParties } from './conflicts/store/parties.ts';
import { findChosen } from './interpreters/store/interpreters.ts';
import { listOfficeReferrals } from './offices/store.ts';
import { listReferrals } from './referral/store.ts';
import { openMatterKey } from './sealed/matter-key.ts';
import { listEntries } from './store/entries.ts';
import { listMattersOf } from './store/matters.ts';
import { listOpenings } from './store/openings.ts';
import { listPapers } from './store/papers.ts';
import { listQuestions } from './store/questions.ts';
import { listTasks } from './store/tasks.ts';
import { numberOfMatter } from './types.ts';
import { consultationMessages } from './words.ts';

/** More than anybody writes in one. */
const MOST = 1_000;

/** What somebody has asked: their words and those to them, opened by the key of each matter; who has opened it. No notes. */
export const consultationsOf: DataOf = async (db, { id, locale }) => {
  const t = consultationMessages.in(locale);
  const words: object[] = [];
  const openings: object[] = [];
  const papers: object[] = [];
  const parties: object[] = [];
  const matters = await listMattersOf(db, id);
  for (const matter of matters) {
    const key = await openMatterKey(db, matter.id);
    if (!key) continue;
    const number = numberOfMatter(matter);
    for (const { at, words: written } of await listEntries(db, key, {
      kinds: ['words', 'reply'],
      most: MOST,
    }))
      words.push({ number, at, written });
    for (const { givenAt, words: written, japanese } of await listAdvices(db, key))
      if (givenAt) words.push({ number, at: givenAt, written }, { number, at: givenAt, written: japanese });
    const meeting = await findAppointment(db, key);
    if (meeting) words.push({ number, at: meeting.startsAt, written: meeting.whereWords });
    const interpreter = meeting && (await findChosen(db, matter.id));
    if (interpreter) words.push({ number, at: meeting.startsAt, written: interpreter.name });
    for (const { onDay, words: written } of await listTasks(db, key))
      words.push({ number, due: onDay, written });
    for (const { answer } of await listQuestions(db, matter.id))
      if (answer) words.push({ number, answer: t.plain(`help_${answer}`) });
    for (const { receiver, passes, untilOn, agreedAt } of await listReferrals(db, key))
      if (agreedAt)
        words.push({
          number,
          at: agreedAt,
          due: untilOn,
          written: `${receiver.name}: ${passes.map((one) => t.plain(`passes_${one}`)).join(' / ')}`,
        });
    for (const { name, japanese, own, told, agreedAt } of await listOfficeReferrals(db, key))
      if (agreedAt)
        words.push({ number, at: agreedAt, written: [name, japanese, own, told ?? ''].join('\n') });
    for (const { at, reason } of await listOpenings(db, key, MOST)) openings.push({ number, at, reason });
    for (const { names } of (await listParties(db, key)) ?? [])
      parties.push({ number, names: names.join(' / ') });
    for (const { at, place } of await listPapers(db, matter.id))
      papers.push({ number, at, paper: t.plain('paper', { place }) });
  }
  return {
    matters: matters.map((matter) => ({
      number: numberOfMatter(matter),
      field: t.plain(`field_${matter.field}`),
      at: matter.createdAt,
      state: t.plain(`state_${matter.state}`),
    })),
    matter_words: words,
    matter_openings: openings,
    matter_papers: papers,
    matter_parties: parties,
  };
};
