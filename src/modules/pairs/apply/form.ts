import { z } from 'zod';
import {
  defineForm,
  type Field,
  type FormOf,
  lines,
  oneOf,
  someOf,
  tick,
} from '../../../kits/forms/index.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { choice, choices, requiredText, text } from '../../../platform/web/form-fields.ts';
import { FURTHER_CONSENTS, PROFILE_PARTS, type ProfilePart } from '../consents/kinds.ts';
import { REDUCTIONS, type Reduction } from '../fees/reductions.ts';
import { PURPOSES, type Purpose, SIDES, type Side } from '../types.ts';
import { pairsMessages } from '../words.ts';
import { AT_HOME, GENDER_WISHES, INTERESTS, type Interest, LIMITS, PLACES, REACHES } from './choices.ts';
import { applicationQuestions } from './questions.ts';

/** Somebody of a household who could apply with its member. */
export interface CouldJoin {
  readonly id: string;
  readonly name: string;
}

/** What is filled in on one side's form, with the answers to its questions. */
export interface Applied extends Readonly<Record<string, unknown>> {
  readonly purposes: readonly Purpose[];
  readonly requiredPurposes?: readonly Purpose[];
  readonly interests: readonly Interest[];
  readonly withIds: readonly string[];
  readonly atHome: readonly (typeof AT_HOME)[number][];
  readonly isOnlineOk: boolean;
  readonly reachKilometers: (typeof REACHES)[number];
  readonly places: (typeof PLACES)[number];
  readonly genderWish: (typeof GENDER_WISHES)[number];
  readonly limits: readonly (typeof LIMITS)[number][];
  readonly emergencyContact: string;
  readonly reduction?: Reduction;
  readonly shown: readonly ProfilePart[];
  readonly further: readonly (typeof FURTHER_CONSENTS)[number][];
}

const say = (key: Parameters<ReturnType<typeof pairsMessages.in>>[0], locale: Locale) =>
  pairsMessages.in(locale)(key);
const atLeastOne = choices(PURPOSES).refine((some) => some.length > 0, { message: 'choose_at_least_one' });
const ids = z.preprocess(
  (sent) => (sent === undefined ? [] : [sent].flat()),
  z.array(z.uuid({ message: 'choose_one' })).max(12),
) as unknown as z.ZodType<string[]>;

/** @param named in an address */
export const sideOf = (named: string): Side | null => SIDES.find((side) => side === named) ?? null;

/**
 * The form of one side.
 * @param household who could apply with them; nobody: it is not asked
 * @param asksFees whether this side is asked for fees at all
 */
export function applicationForm(
  side: Side,
  { household = [], asksFees }: { readonly household?: readonly CouldJoin[]; readonly asksFees: boolean },
): FormOf<Applied> {
  return defineForm(pairsMessages, [
    ...askWhatFor(side),
    ...askWho(household),
    ...askHowToMeet(side),
    ...askWishes(side),
    ...askForSafety(side),
    ...(asksFees ? [askForReduction] : []),
    ...askConsents,
    answer(side, 'heard'),
  ]) as unknown as FormOf<Applied>;
}

const answer = (side: Side, id: string): Field => {
  const found = applicationQuestions[side].form.fields.find(({ name }) => name === id);
  if (!found) throw new Error(`${side} is not asked ${id}`);
  return found;
};

const purposesOf = (locale: Locale) =>
  PURPOSES.map((value) => ({ value, label: say(`purpose_${value}`, locale) }));

const askWhatFor = (side: Side): Field[] => [
  someOf('purposes', atLeastOne, {
    label: `purposes_${side}`,
    under: 'part_what_for',
    choices: purposesOf,
    areSentences: true,
  }),
  ...(side === 'resident'
    ? [
        someOf('requiredPurposes', choices(PURPOSES), {
          hint: 'required_purposes_hint',
          choices: purposesOf,
          areSentences: true,
        }),
        answer(side, 'hopes'),
      ]
    : [answer(side, 'why'), answer(side, 'experience')]),
  someOf('interests', choices(INTERESTS), {
    hint: 'interests_hint',
    choices: (locale) => INTERESTS.map((value) => ({ value, label: say(`interest_${value}`, locale) })),
  }),
];

const askWho = (household: readonly CouldJoin[]): Field[] => [
  ...(household.length > 0
    ? [
        someOf('withIds', ids, {
          label: 'with_ids',
          hint: 'with_ids_hint',
          under: 'part_who',
          choices: () => household.map(({ id, name }) => ({ value: id, label: name })),
        }),
      ]
    : []),
  someOf('atHome', choices(AT_HOME), {
    ...(household.length === 0 && { under: 'part_who' }),
    choices: (locale) => AT_HOME.map((value) => ({ value, label: say(`at_home_${value}`, locale) })),
  }),
];

const askHowToMeet = (side: Side): Field[] => [
  tick('isOnlineOk', { label: 'online_ok', hint: 'online_ok_hint', under: 'part_meeting' }),
  oneOf('reachKilometers', choice(REACHES), {
    label: 'reach',
    hint: 'reach_hint',
    choices: (locale) =>
      REACHES.map((value) => ({ value, label: pairsMessages.in(locale)('reach_within', { reach: value }) })),
  }),
  oneOf('places', choice(PLACES), {
    label: `places_${side}`,
    hint: `places_${side}_hint`,
    choices: (locale) => PLACES.map((value) => ({ value, label: say(`places_${side}_${value}`, locale) })),
  }),
];

const askWishes = (side: Side): Field[] => [
  oneOf('genderWish', choice(GENDER_WISHES), {
    hint: 'gender_wish_hint',
    under: 'part_wishes',
    choices: (locale) =>
      GENDER_WISHES.map((value) => ({ value, label: say(`gender_wish_${value}`, locale) })),
  }),
  someOf('limits', choices(LIMITS), {
    hint: 'limits_hint',
    choices: (locale) => LIMITS.map((value) => ({ value, label: say(`limit_${value}`, locale) })),
  }),
  answer(side, 'careful'),
];

const askForSafety = (side: Side): Field[] => [
  lines('emergencyContact', side === 'volunteer' ? requiredText(300, 'say_whom_to_call') : text(300), {
    hint: 'emergency_contact_hint',
    under: 'part_safety',
    maxLength: 300,
    rows: 2,
  }),
  ...(side === 'resident' ? [answer(side, 'yearsHere')] : []),
];

const askForReduction: Field = oneOf('reduction', choice(REDUCTIONS), {
  hint: 'reduction_hint',
  under: 'part_fees',
  choices: (locale) => REDUCTIONS.map((value) => ({ value, label: say(`reduction_${value}`, locale) })),
});

/** Each by itself, and none of them needed. */
export const askConsents = [
  someOf('shown', choices(PROFILE_PARTS), {
    label: 'shown_parts',
    hint: 'shown_parts_hint',
    under: 'part_consents',
    choices: (locale) => PROFILE_PARTS.map((value) => ({ value, label: say(`shown_${value}`, locale) })),
  }),
  someOf('further', choices(FURTHER_CONSENTS), {
    label: 'further_consents',
    hint: 'further_consents_hint',
    areSentences: true,
    choices: (locale) => FURTHER_CONSENTS.map((value) => ({ value, label: say(`consent_${value}`, locale) })),
  }),
] as const;
