import type { VNode } from 'preact';
import { type Facts, lines } from '../../../kits/scenes/index.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { OwnWords } from '../../../ui/index.ts';
import { AT_HOME, LIMITS } from '../apply/choices.ts';
import { applicationQuestions } from '../apply/questions.ts';
import type { Application } from '../types.ts';
import { pairsMessages } from '../words.ts';

/** An application with the names of everybody in it, as its reader calls them. */
export interface ToldApplication {
  readonly application: Application;
  /** Of the others of the household. */
  readonly others: readonly string[];
}

type Key = Parameters<ReturnType<typeof pairsMessages.in>>[0];
/** Both call it the same. */
const both = <K extends Key>(key: K) => ({ applicant: key, coordinator: key });
const sayAll = (keys: readonly Key[], locale: Locale) => keys.map((key) => pairsMessages.in(locale)(key));

/** What an application says, for the applicant and for coordinators; what was answered in words comes behind it. */
export const applicationFacts: Facts<ToldApplication, { applicant: Key; coordinator: Key }> = {
  words: { applicant: pairsMessages, coordinator: pairsMessages },
  facts: [
    {
      label: both('fact_side'),
      value: ({ application }, { locale }) => pairsMessages.in(locale)(`side_${application.side}`),
    },
    { label: both('fact_with'), value: ({ others }, { formats }) => formats.list([...others]) },
    {
      label: both('fact_purposes'),
      value: ({ application: { purposes } }, { locale }) =>
        lines(
          sayAll(
            purposes.map((one) => `purpose_${one}` as const),
            locale,
          ),
        ),
    },
    {
      label: both('fact_required'),
      value: ({ application: { facts, purposes } }, { locale }) => {
        const required = purposes.filter((one) => facts.requiredPurposes.includes(one));
        return (
          required.length > 0 &&
          lines(
            sayAll(
              required.map((one) => `purpose_${one}` as const),
              locale,
            ),
          )
        );
      },
    },
    {
      label: both('fact_interests'),
      value: ({ application: { facts } }, { locale, formats }) =>
        formats.list(
          sayAll(
            facts.interests.map((one) => `interest_${one}` as Key),
            locale,
          ),
        ),
    },
    {
      label: both('fact_meeting'),
      value: ({ application: { facts } }, { locale }) => {
        const t = pairsMessages.in(locale);
        const reach = t('reach_within', { reach: facts.reachKilometers });
        return lines([reach, t(facts.isOnlineOk ? 'online_too' : 'online_not')]);
      },
    },
    {
      label: both('fact_places'),
      value: ({ application: { side, places } }, { locale }) =>
        places > 1 && pairsMessages.in(locale)(`places_${side}_${places as 2 | 3}`),
    },
    { label: both('fact_wishes'), value: ({ application }, { locale }) => sayWishes(application, locale) },
    {
      label: both('fact_at_home'),
      value: ({ application: { facts } }, { locale, formats }) =>
        formats.list(sayAll(atHomeIn(facts), locale)),
    },
    {
      label: both('fact_emergency'),
      value: ({ application: { emergencyContact } }) =>
        emergencyContact && <OwnWords>{emergencyContact}</OwnWords>,
      isOwn: true,
    },
  ],
};

function sayWishes({ facts }: Application, locale: Locale): Words {
  const said = sayAll(wishesIn(facts), locale);
  return said.length > 0 && lines(said);
}

/** What is wished of whom one meets, as keys of words. */
export function wishesIn({ wishes }: Application['facts']) {
  const { gender } = wishes;
  const isWished = {
    children: wishes.withoutChildren,
    pets: wishes.withoutPets,
    smoking: wishes.withoutSmoking,
  };
  return [
    ...(gender === 'female' || gender === 'male' ? [`gender_wish_${gender}` as const] : []),
    ...LIMITS.filter((one) => isWished[one]).map((one) => `limit_${one}` as const),
  ];
}

/** What a home has that somebody may not wish to be with, as keys of words. */
export function atHomeIn({ hasPets, smokes }: Application['facts']) {
  const isAtHome = { pets: hasPets, smoking: smokes };
  return AT_HOME.filter((one) => isAtHome[one]).map((one) => `at_home_${one}` as const);
}

/** What was answered to the questions of a side, as rows. */
export function saidAnswers(
  { side, facts: { given } }: Application,
  locale: Locale,
): { readonly label: Words; readonly value: Words }[] {
  if (!given) return [];
  return applicationQuestions[side].say(given, locale).flatMap(({ id, question, answer, isOwnWords }) => {
    if (!given.answers[id]) return [];
    return [
      {
        label: question,
        value: isOwnWords ? ((<OwnWords as="p">{answer as string}</OwnWords>) as VNode) : answer,
      },
    ];
  });
}
