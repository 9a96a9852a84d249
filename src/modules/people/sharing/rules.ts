import type { Locale } from '../../../platform/languages/locales.ts';
import { nameFor, type ShownName } from '../naming.tsx';
import type { JapaneseLevel, LanguageSkill, OtherChannel, Person, SharedField } from '../types.ts';

/** All that could be shown of somebody, before their own choice. */
export interface Showable {
  readonly person: Person;
  readonly languages: readonly LanguageSkill[];
  readonly channels: Readonly<Partial<Record<OtherChannel, string>>>;
  readonly shared: ReadonlySet<SharedField>;
}

/** What a confirmed counterpart sees of somebody: name to call, languages and their sentence always, the rest by their choice. */
export interface SharedProfile {
  readonly personId: string;
  readonly name: ShownName;
  readonly languages: readonly LanguageSkill[];
  readonly japaneseSpeaking: JapaneseLevel;
  readonly sentence: string;
  readonly about: string | null;
  readonly kana: string | null;
  readonly municipalityCode: string | null;
  readonly town: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly channels: Readonly<Partial<Record<OtherChannel, string>>>;
}

/** Leaves out what somebody has not chosen to show; the name in a script of the reader's. */
export function showToCounterpart(
  { person, languages, channels, shared }: Showable,
  reader: Locale,
): SharedProfile {
  const ifShared = <T>(field: SharedField, value: T | null): T | null => (shared.has(field) ? value : null);
  return {
    personId: person.id,
    name: nameFor(person, reader, 'counterpart'),
    languages,
    japaneseSpeaking: person.japaneseSpeaking,
    sentence: person.sentence,
    about: ifShared('about', person.about || null),
    kana: ifShared('kana', person.kana),
    municipalityCode: ifShared('town', person.municipalityCode),
    town: ifShared('town', person.town),
    email: ifShared('email', person.email),
    phone: ifShared('phone', person.phone),
    channels: shared.has('channels') ? channels : {},
  };
}
