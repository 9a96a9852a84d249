import type { Database } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  dayInJapan,
  findPerson,
  findPersons,
  findReaders,
  type Person,
  type Reader,
} from '../../people/index.ts';
import { listConcernsAbout } from '../concerns/store/concerns.ts';
import { listDecisions } from '../decisions/store.ts';
import { listInsuranceYears } from '../insurance/store.ts';
import { listInterviews } from '../interviews/store.ts';
import { otherOf } from '../restrictions/rules.ts';
import { findStanding } from '../standing/store.ts';
import { listCompletions } from '../steps/store.ts';
import type { Completion, Concern, Decision, InsuranceYear, Interview, Standing } from '../types.ts';
import { findUnready, type Unready } from './readiness.ts';

/** All that the organization decided about one person, for a coordinator. */
export interface PersonFile {
  readonly person: Person;
  /** The person as the reader of what is written to them. */
  readonly readers: readonly Reader[];
  readonly standing: Standing;
  /** What keeps an applicant from being asked once they are approved; empty for everybody else. */
  readonly unready: readonly Unready[];
  readonly interviews: readonly Interview[];
  readonly completions: readonly Completion[];
  readonly insurance: readonly InsuranceYear[];
  readonly concerns: readonly Concern[];
  readonly decisions: readonly Decision[];
  /** Everybody named in the file, by id. */
  readonly named: ReadonlyMap<string, Person>;
}

/** What every part of the page about one person is given. */
export interface FileProps {
  file: PersonFile;
  form: FormState;
  now: Temporal.Instant;
}

/** @returns null when there is no such person */
export async function findPersonFile(
  db: Database,
  id: string,
  { now, locale }: { readonly now: Temporal.Instant; readonly locale: Locale },
): Promise<PersonFile | null> {
  const person = await findPerson(db, id);
  if (!person) return null;
  const standing = await findStanding(db, id, now);
  const decisions = await listDecisions(db, id);
  const others = standing.restrictions.flatMap((one) => otherOf(one, id) ?? []);
  const deciders = decisions.flatMap((decision) => decision.byPersonId ?? []);
  return {
    person,
    readers: await findReaders(db, [id], { locale, to: 'staff' }),
    standing,
    unready:
      standing.application?.state === 'submitted'
        ? await findUnready(db, person, { standing, today: dayInJapan(now) })
        : [],
    interviews: await listInterviews(db, id),
    completions: (await listCompletions(db, [id])).get(id) ?? [],
    insurance: (await listInsuranceYears(db, [id])).get(id) ?? [],
    concerns: await listConcernsAbout(db, id),
    decisions,
    named: await findPersons(db, [...others, ...deciders]),
  };
}
