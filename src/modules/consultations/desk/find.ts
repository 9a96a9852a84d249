import type { Database } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { callName, findPersons, listCoordinators } from '../../people/index.ts';
import type { Danger } from '../../safety/index.ts';
import { listReferrals } from '../referral/store.ts';
import { type OpensAs, opensAs } from '../room/may-open.ts';
import { openMatterKey } from '../sealed/matter-key.ts';
import { type Contact, findCircumstances } from '../store/ask.ts';
import { type DoneCheck, listDangerChecks } from '../store/danger.ts';
import { type Deadline, listDeadlines } from '../store/deadlines.ts';
import { type Entry, listEntries } from '../store/entries.ts';
import { findMatter } from '../store/matters.ts';
import { listPapers, type Paper } from '../store/papers.ts';
import { isLeftAlone, type Matter } from '../types.ts';

const MOST_ENTRIES = 200;

/** What somebody reads who may open the matter. */
export interface Inside {
  readonly as: OpensAs;
  readonly contact: Contact | null;
  readonly dangers: readonly Danger[];
  readonly checks: readonly DoneCheck[];
  readonly entries: readonly Entry[];
  readonly papers: readonly Paper[];
  /** Experts have no account: who wrote is known by the referral. */
  readonly experts: ReadonlyMap<string, string>;
}

/** A matter on the desk; without `inside`, nothing that was written was read from the database. */
export interface DeskRoom {
  readonly matter: Matter;
  /** Whoever was responsible coordinates no more. */
  readonly isLeft: boolean;
  readonly deadlines: readonly Deadline[];
  readonly inside: Inside | null;
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  nameOf(personId: string | null): string | null;
}

interface Reader {
  readonly personId: string;
  readonly locale: Locale;
  readonly now: Temporal.Instant;
}

/** @returns null where there is none, or it is the reader's own */
export async function findDeskRoom(db: Database, id: string, reader: Reader): Promise<DeskRoom | null> {
  const matter = await findMatter(db, id);
  if (!matter || matter.residentId === reader.personId) return null;
  const as = await opensAs(db, { matter, personId: reader.personId, now: reader.now });
  const inside = as && (await lookInside(db, matter.id, as));
  const coordinatorIds = await listCoordinators(db, reader.now);
  const colleagueIds = coordinatorIds.filter((one) => one !== reader.personId && one !== matter.residentId);
  const named = [
    ...colleagueIds,
    ...[matter.responsibleId, inside && !matter.isAnonymous ? matter.residentId : null].flatMap(
      (one) => one ?? [],
    ),
    ...(inside?.entries ?? []).filter(({ kind }) => kind !== 'words').map(({ authorId }) => authorId),
    ...(inside?.checks ?? []).map(({ byPersonId }) => byPersonId),
  ];
  const persons = await findPersons(db, [...new Set(named)]);
  const nameOf = (personId: string | null) => {
    const person = personId && persons.get(personId);
    if (person) return callName(person, reader.locale);
    return (personId && inside?.experts.get(personId)) ?? null;
  };
  const colleagues = colleagueIds.map((one) => ({ id: one, name: nameOf(one) ?? '' }));
  const isLeft = isLeftAlone(matter, coordinatorIds);
  return { matter, isLeft, deadlines: await listDeadlines(db, id), inside, colleagues, nameOf };
}

async function lookInside(db: Database, matterId: string, as: OpensAs): Promise<Inside | null> {
  const key = await openMatterKey(db, matterId);
  if (!key) return null;
  return {
    as,
    ...(await findCircumstances(db, key)),
    checks: await listDangerChecks(db, matterId),
    entries: await listEntries(db, key, { kinds: ['words', 'reply', 'note'], most: MOST_ENTRIES }),
    papers: await listPapers(db, matterId),
    experts: new Map((await listReferrals(db, key)).map(({ id, receiver }) => [id, receiver.name])),
  };
}
