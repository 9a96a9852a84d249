import type { Database } from '../../../platform/database/connect.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import {
  findPersons,
  findPortraitAddress,
  type LanguageSkill,
  listLanguages,
  nameFor,
  type ShownName,
} from '../../people/index.ts';
import { findProfileFacts } from '../applications/profile.ts';
import { findApplication } from '../applications/store.ts';
import type { ProfilePart } from '../consents/kinds.ts';
import { consentsOf } from '../consents/store.ts';
import type { Purpose } from '../types.ts';
import { whatFits } from './fits.ts';

/** Somebody as whoever is asked about them may know them: name to call and languages always, the rest part by part as they let. */
export interface ShownOther {
  readonly personId: string;
  readonly name: ShownName;
  readonly languages: readonly string[];
  readonly purposes: readonly Purpose[];
  readonly sentence: string;
  /** Where their face is, if they show it. */
  readonly portrait: string | null;
  readonly about: string | null;
  readonly place: { readonly municipalityCode: string | null; readonly town: string | null } | null;
  readonly household: { readonly adults: number; readonly children: number } | null;
  readonly interests: readonly string[];
  /** Free in a usual week; null where they do not let it be known. */
  readonly freeMinutes: number | null;
  readonly fits: {
    readonly languages: readonly string[];
    readonly purposes: readonly Purpose[];
    readonly interests: readonly string[];
    readonly isNear: boolean;
  };
}

/** What somebody’s consents let a possible partner see, each part by itself. @returns null where an application or its person is gone */
export async function findShownOther(
  db: Database,
  applicationId: string,
  reading: {
    readonly ownApplicationId: string;
    readonly locale: Locale;
    readonly now: Temporal.Instant;
  },
): Promise<ShownOther | null> {
  const [theirs, own] = [
    await findApplication(db, applicationId),
    await findApplication(db, reading.ownApplicationId),
  ];
  if (!theirs || !own) return null;
  const persons = await findPersons(db, [...theirs.memberIds, own.personId]);
  const [person, reader] = [persons.get(theirs.personId), persons.get(own.personId)];
  if (!person || !reader) return null;
  const [languages, readersLanguages] = [
    spoken(await listLanguages(db, person.id)),
    spoken(await listLanguages(db, reader.id)),
  ];
  const members = theirs.memberIds.flatMap((id) => persons.get(id) ?? []);
  const children = members.filter(({ isChild }) => isChild).length;
  const { municipalityCode, town } = person;
  const consents = (await consentsOf(db, [theirs.id])).get(theirs.id);
  const has = (part: ProfilePart) => consents?.has(`profile_${part}`) ?? false;
  const interests = has('interests') ? theirs.facts.interests : [];
  return {
    personId: person.id,
    name: nameFor(person, reading.locale, 'counterpart'),
    languages,
    purposes: theirs.purposes,
    sentence: person.sentence,
    portrait: await findPortraitAddress(db, person.id, { readerId: own.personId, now: reading.now }),
    about: has('about') ? person.about || null : null,
    place: has('town') ? { municipalityCode, town } : null,
    household: has('household') ? { adults: members.length - children, children } : null,
    interests,
    freeMinutes: has('hours') ? (await findProfileFacts(db, person, reading.now)).freeMinutes : null,
    fits: whatFits(
      {
        ...{ languages, interests, purposes: theirs.purposes },
        municipalityCode: has('town') ? municipalityCode : null,
      },
      {
        ...{ languages: readersLanguages, interests: own.facts.interests, purposes: own.purposes },
        municipalityCode: reader.municipalityCode,
      },
    ),
  };
}

const spoken = (skills: readonly LanguageSkill[]): readonly string[] =>
  skills.filter(({ speak }) => speak > 0).map(({ language }) => language);
