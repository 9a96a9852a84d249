import { z } from 'zod';
import { defineForm, oneOf, tick } from '../../../kits/forms/index.ts';
import { defineQuestionnaire, type Given } from '../../../kits/questionnaires/index.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { choice, text } from '../../../platform/web/form-fields.ts';
import { composed, composing } from '../../people/index.ts';
import type { Alarm } from '../months/rules/alarms.ts';
import type { Side } from '../types.ts';
import { pairsMessages } from '../words.ts';

const FEELINGS = ['5', '4', '3', '2', '1'] as const;
const GOT = ['talk', 'japanese', 'daily_life', 'friend', 'culture', 'nothing'] as const;
/** Why a pair ended early, as the organization counts it; nobody has to say. */
const REASONS = [
  'moved',
  'returned_home',
  'busy',
  'no_contact',
  'mismatch',
  'rule_breach',
  'safety',
  'health',
  'other',
] as const;

/** What each side is asked when it is over. `reason` is asked of those alone whose pair ended early. */
export const closingQuestions = defineQuestionnaire(
  pairsMessages,
  [
    {
      version: 1,
      questions: [
        {
          id: 'feeling',
          kind: 'one',
          label: 'closing_feeling',
          options: FEELINGS.map((value) => ({ value, label: `feeling_${value}` })),
        },
        {
          id: 'got',
          kind: 'some',
          label: 'closing_got',
          isOptional: true,
          options: GOT.map((value) => ({ value, label: `got_${value}` })),
        },
        {
          id: 'reason',
          kind: 'one',
          label: 'closing_reason',
          hint: 'closing_reason_hint',
          isOptional: true,
          options: REASONS.map((value) => ({ value, label: `reason_${value}` })),
        },
        {
          id: 'words',
          kind: 'words',
          label: 'closing_words',
          hint: 'check_in_words_hint',
          rows: 3,
          isOptional: true,
        },
      ],
    },
  ],
  composed,
);

const YES_NO = ['yes', 'no'] as const;
/** Another pair with somebody new, with the same person too, or none. */
const AGAIN = ['yes', 'same', 'no'] as const;
export type Again = (typeof AGAIN)[number];
const yesOrNo = (locale: Locale) =>
  YES_NO.map((value) => ({ value, label: pairsMessages.in(locale)(`closing_${value}`) }));
const againOrNot = (locale: Locale) =>
  AGAIN.map((value) => ({ value, label: pairsMessages.in(locale)(`closing_again_${value}`) }));

/** What does something when it is sent: again or not, in touch or not, a story or none. */
const decisions = [
  oneOf('wantsAgain', choice(AGAIN), { hint: 'wants_again_hint', choices: againOrNot }),
  oneOf('staysInTouch', choice(YES_NO), { hint: 'stays_in_touch_hint', choices: yesOrNo }),
  tick('mayBeTold', { hint: 'may_be_told_hint' }),
] as const;

/** All that is asked when it is over; the last page stands before the first decision. */
export const closingForm = defineForm(pairsMessages, [...closingQuestions.form.fields, ...decisions]);

export const MOST_ON_LAST_PAGE = 2000;

/** What the form sends: answers, decisions, and words to the other. */
export const closingSchema = z.intersection(
  z.intersection(closingQuestions.form.schema, defineForm(pairsMessages, decisions).schema),
  z.object({ lastPage: text(MOST_ON_LAST_PAGE), ...composing }),
);

/** The answers among what was sent. */
export function answersIn(sent: Readonly<Record<string, unknown>>): Given {
  const names = closingQuestions.form.fields.map(({ name }) => name);
  return closingQuestions.give(Object.fromEntries(names.map((name) => [name, sent[name]])));
}

/** What the answers of a side open: that it did not feel safe is no less grave because it is over. */
export function alarmsOfClosing(side: Side, { answers }: Given): Alarm[] {
  return answers['reason'] === 'safety' ? [{ kind: 'unsafe', cause: `end ${side}` }] : [];
}

export const ownWordsOf = ({ answers }: Given): string => String(answers['words'] ?? '');
