import { dayInJapan } from '../../../../platform/clock.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { LOCALES, type Locale } from '../../../../platform/languages/locales.ts';
import { findPersons, type Named } from '../../../people/index.ts';
import { type Care, careOn, foodsToKeepFrom, isReadable } from '../../children/rules/care.ts';
import type { WholeChild } from '../../children/rules/complete.ts';
import { holdsOn, listDoNotHandOver, listMayFetch, type MayFetch } from '../../children/rules/fetching.ts';
import { findWholeChildren } from '../../children/store/whole.ts';
import type { Bar, Child, Food, Guardianship } from '../../children/types.ts';
import type { Session } from '../../types.ts';
import { listChildIds, listCodes, listEntries } from '../store/door.ts';
import type { HandoverCode } from './rules/code-words.ts';
import { type Door, readDoor } from './rules/presence.ts';

/** What those who are with a child on a day need of them, and nothing else. */
export interface ChildOnDay {
  readonly child: Child;
  readonly mayFetch: readonly MayFetch[];
  /** No reason and no source: whom not, how to know them, whom to call. */
  readonly doNotHandOver: readonly Pick<Bar, 'id' | 'name' | 'looks' | 'call'>[];
  readonly guardians: readonly Pick<Guardianship, 'id' | 'name' | 'relation' | 'phone'>[];
  readonly care: Care['kind'];
  /** What its family says of its health, as far as it may be read. */
  readonly noteIds: readonly string[];
  readonly foods: readonly Food[];
  readonly code: HandoverCode | null;
  /** In which the family reads. */
  readonly locales: readonly Locale[];
  /** Everybody who was ever named, so that a log can say who took a child. */
  readonly nameOf: ReadonlyMap<string, string>;
}

export interface Day {
  readonly expected: readonly ChildOnDay[];
  readonly door: Door;
  /** Who has pressed. */
  readonly names: ReadonlyMap<string, Named>;
  /** Whose records it shows: the guardians who answer for the children. */
  readonly subjectIds: readonly string[];
}

/** A day of a class with everybody who is expected, by name. */
export async function findDay(db: Database, session: Session): Promise<Day> {
  const whole = await findWholeChildren(db, await listChildIds(db, session.id));
  const entries = await listEntries(db, session.id);
  const codes = await listCodes(db, session.id);
  const guardianIds = whole.flatMap(({ guardianships }) =>
    guardianships.flatMap(({ personId }) => personId ?? []),
  );
  const persons = await findPersons(db, [
    ...new Set([...guardianIds, ...entries.map(({ byPersonId }) => byPersonId)]),
  ]);
  const localeOf = (id: string | null) => (id === null ? undefined : persons.get(id)?.locale);
  const day = dayInJapan(session.startsAt);
  const expected = whole.map(
    (one): ChildOnDay => ({
      ...onDay(one, day),
      code: codes.get(one.child.id) ?? null,
      locales: familyLocales(
        one.guardianships.filter((g) => holdsOn(g, day)).map((g) => localeOf(g.personId)),
      ),
    }),
  );
  return {
    expected: expected.toSorted((one, other) => one.child.name.localeCompare(other.child.name, 'ja')),
    door: readDoor(entries),
    names: persons,
    subjectIds: [...new Set(whole.map(({ child }) => child.answeredBy))],
  };
}

function onDay(whole: WholeChild, day: Temporal.PlainDate): Omit<ChildOnDay, 'code' | 'locales'> {
  const { child, notes, guardianships, fetchers } = whole;
  return {
    child,
    mayFetch: listMayFetch(whole, day),
    doNotHandOver: listDoNotHandOver(whole, day),
    guardians: guardianships.filter((one) => one.maySee && holdsOn(one, day)),
    care: careOn(child, notes, day).kind,
    noteIds: notes.filter((note) => isReadable(note, day)).map(({ id }) => id),
    foods: foodsToKeepFrom(notes, day),
    nameOf: new Map([...guardianships, ...fetchers].map(({ id, name }) => [id, name])),
  };
}

/** Easy Japanese has the same words as Japanese. */
function familyLocales(known: readonly (Locale | undefined)[]): Locale[] {
  const all = new Set<Locale | undefined>(known.map((one) => (one === 'ja-easy' ? 'ja' : one)));
  return LOCALES.filter((one) => all.has(one));
}
