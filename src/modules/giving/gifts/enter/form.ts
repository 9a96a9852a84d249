import { z } from 'zod';
import { defineForm, line, oneOf, pick, tick, unseen, whole } from '../../../../kits/forms/index.ts';
import { choice, day, text } from '../../../../platform/web/form-fields.ts';
import { optionalLine, optionalMail, optionalName } from '../../donors/fields.ts';
import { fundOptions } from '../../filters.ts';
import { FUNDS, MOST_YEN } from '../../types.ts';
import { givingStaffMessages } from '../../words.ts';
import { BY_HAND } from '../channels.ts';

/** A day that may stay empty. */
const optionalDay: z.ZodType<Temporal.PlainDate | null> = z.preprocess(
  (typed) => typed || null,
  day.nullable(),
);

/** A gift that came by a way of which the house hears nothing by itself. */
export const giftForm = defineForm(givingStaffMessages, [
  pick('channel', choice(BY_HAND), {
    options: (locale) =>
      BY_HAND.map((value) => ({ value, label: givingStaffMessages.in(locale).plain(`channel_${value}`) })),
    hint: 'gift_channel_hint',
  }),
  whole('amount', [1, MOST_YEN], { label: 'gift_amount' }),
  line('receivedOn', day, { label: 'gift_received_on', type: 'date', width: 'short' }),
  line('givenOn', optionalDay, {
    label: 'gift_given_on',
    hint: 'gift_given_on_hint',
    type: 'date',
    width: 'short',
  }),
  pick('fund', choice(FUNDS), { options: fundOptions }),
  line('campaign', optionalLine(60), { label: 'gift_campaign', hint: 'gift_campaign_hint' }),
  line('memo', text(500), { maxLength: 500 }),
  // Asked of nobody whom the treasurer has chosen already.
  tick('isOfNobody', { label: 'gift_is_of_nobody', under: 'gift_from_whom' }),
  line('name', optionalName, { label: 'donor_name', autocomplete: 'off' }),
  line('kana', optionalName, { label: 'donor_kana', hint: 'donor_kana_hint', autocomplete: 'off' }),
  line('email', optionalMail, { label: 'donor_email', type: 'email', autocomplete: 'off' }),
  line('address', optionalLine(300), { label: 'donor_address', autocomplete: 'off' }),
  oneOf('kind', choice(['person', 'organization']), {
    label: 'donor_kind',
    choices: (locale) =>
      (['person', 'organization'] as const).map((value) => ({
        value,
        label: givingStaffMessages.in(locale)(`donor_is_${value}`),
      })),
  }),
  tick('isAnonymous', { label: 'gift_is_anonymous' }),
  unseen('donorId', z.uuid().optional().catch(undefined)),
]);

/** The fields by which a donor is described. */
export const DONOR_FIELDS = ['isOfNobody', 'name', 'kana', 'email', 'address', 'kind'] as const;
