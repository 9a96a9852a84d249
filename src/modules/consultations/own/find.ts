import type { Database } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { callName, findPersons } from '../../people/index.ts';
import type { Danger } from '../../safety/index.ts';
import { listReferrals } from '../referral/store.ts';
import { openMatterKey } from '../sealed/matter-key.ts';
import { findCircumstances } from '../store/ask.ts';
import { type Deadline, listDeadlines } from '../store/deadlines.ts';
import { type Entry, listEntries } from '../store/entries.ts';
import { listOpenings, type Opening } from '../store/openings.ts';
import { listPapers, type Paper } from '../store/papers.ts';
import type { Matter } from '../types.ts';

const MOST_ENTRIES = 100;
const MOST_OPENINGS = 50;

/** A matter as its resident reads it: no note, but everybody who has opened it. */
export interface OwnRoom {
  readonly matter: Matter;
  readonly dangers: readonly Danger[];
  readonly entries: readonly Entry[];
  readonly papers: readonly Paper[];
  readonly deadlines: readonly Deadline[];
  readonly openings: readonly Opening[];
  nameOf(personId: string | null): string | null;
}

/** @returns null where its key is damaged: nothing in it opens any more */
export async function findOwnRoom(db: Database, matter: Matter, locale: Locale): Promise<OwnRoom | null> {
  const key = await openMatterKey(db, matter.id);
  if (!key) return null;
  const { dangers } = await findCircumstances(db, key);
  const entries = await listEntries(db, key, { kinds: ['words', 'reply'], most: MOST_ENTRIES });
  const papers = await listPapers(db, matter.id);
  const deadlines = await listDeadlines(db, matter.id);
  const openings = await listOpenings(db, key, MOST_OPENINGS);
  const ids = [
    ...entries.map(({ authorId }) => authorId),
    ...openings.map(({ personId }) => personId),
    ...(matter.responsibleId ? [matter.responsibleId] : []),
  ];
  const persons = await findPersons(db, [...new Set(ids)]);
  const experts = new Map((await listReferrals(db, key)).map(({ id, receiver }) => [id, receiver.name]));
  return {
    ...{ matter, dangers, entries, papers, deadlines, openings },
    nameOf(personId) {
      const person = personId && persons.get(personId);
      if (person) return callName(person, locale);
      return (personId && experts.get(personId)) ?? null;
    },
  };
}
