import { z } from 'zod';
import { showsSomething } from '../../../japanese/typed.ts';
import { defineForm, line, lines, pick, snake } from '../../../kits/forms/index.ts';
import { choice, nameText, text } from '../../../platform/web/form-fields.ts';
import { plainLanguageName } from '../../people/index.ts';
import { emailField } from '../../sign-in/index.ts';
import type { Seats } from '../seats/rules/seats.ts';
import { eventsMessages } from '../words.ts';
import { PARTY_AT_MOST } from './commands.ts';
import { readAges } from './rules/party.ts';

const COUNTS = ['0', ...Array.from({ length: PARTY_AT_MOST }, (_, at) => String(at + 1))] as [
  string,
  ...string[],
];

/** Asked of whoever has no account: the route says so when it is missing. */
const nothingIsNull = (typed: string) => (showsSomething(typed) ? typed.trim() : null);
const words = (most: number) => text(most).transform(nothingIsNull);
const name = nameText(200);
const email = z
  .string()
  .optional()
  .transform((typed, context) => {
    // The route names it missing beside whatever else is.
    if (!typed?.trim()) return null;
    const read = emailField.safeParse(typed);
    if (read.success) return read.data;
    context.addIssue({ code: 'custom', message: 'email_is_not_complete' });
    return z.NEVER;
  }) as unknown as z.ZodType<string | null>;
const ages = text(200).transform((typed, context) => {
  const read = readAges(typed);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'ages_below_eighteen' });
  return z.NEVER;
}) as unknown as z.ZodType<readonly number[]>;
const count = choice(COUNTS).transform(Number) as unknown as z.ZodType<number>;
const noneUnlessAsked = count.catch(0) as unknown as z.ZodType<number>;
const language = text(20).catch('') as unknown as z.ZodType<string>;

type Counted = readonly Pick<Seats, 'kind' | 'language'>[];
const spokenIn = (seats: Counted) =>
  seats.flatMap((one) => (one.kind === 'interpretation' ? one.language : []));
const counts = () => COUNTS.map((value) => ({ value, label: value }));

/** Who comes. @param seats what the event has: into which languages is interpreted there */
const partyFields = (seats: Counted) => [
  pick('adults', count, { options: counts }),
  {
    ...line('childAges', ages, { hint: 'register_child_ages_hint', width: 'short' }),
    type: (typed: readonly number[]) => typed.join(', '),
  },
  pick('crafts', noneUnlessAsked, { hint: 'register_crafts_hint', options: counts }),
  pick('interpretation', language, {
    hint: 'register_interpretation_hint',
    options: (locale) => [
      { value: '', label: eventsMessages.in(locale).plain('register_no_interpretation') },
      ...spokenIn(seats).map((value) => ({ value, label: plainLanguageName(value, locale) })),
    ],
  }),
];
const label = (field: string) => `register_${snake(field)}`;

/**
 * The form of a party that comes to an event; it needs no account.
 * @param isKnown whether an account says who registers; else a name and an address are no options
 */
export const registerFormFor = (seats: Counted, { isKnown }: { readonly isKnown: boolean }) =>
  defineForm(
    eventsMessages,
    [
      line(
        'name',
        isKnown ? name.transform(nothingIsNull) : name.refine(showsSomething, { message: 'fill_this_in' }),
        { autocomplete: 'name' },
      ),
      line('email', isKnown ? email : emailField, {
        type: 'email',
        autocomplete: 'email',
        hint: 'register_email_hint',
      }),
      ...partyFields(seats),
      lines('needs', words(500), { rows: 2, maxLength: 500, hint: 'register_needs_hint' }),
      lines('question', words(500), { rows: 2, maxLength: 500 }),
    ],
    { label },
  );

/** The party alone, for whoever changes it. */
export const partyFormFor = (seats: Counted) => defineForm(eventsMessages, partyFields(seats), { label });

/** What is not asked: what the event does not have, and what an account knows. */
export function notAsked(seats: Counted, { isKnown }: { readonly isKnown: boolean }): string[] {
  return [
    ...(isKnown ? ['name', 'email'] : []),
    ...(seats.some(({ kind }) => kind === 'craft') ? [] : ['crafts']),
    ...(spokenIn(seats).length > 0 ? [] : ['interpretation']),
  ];
}
