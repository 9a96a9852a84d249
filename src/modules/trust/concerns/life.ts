import { sentAt } from '../../../kits/acts/index.ts';
import { defineLife } from '../../../platform/life.ts';
import { refuse } from '../../../platform/refusal.ts';
import { requiredText } from '../../../platform/web/form-fields.ts';
import { trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';

/** The life of a concern: what nobody has looked into is not closed. */
export const concernLife = defineLife({
  noun: 'trust.concern',
  acts: {
    raise: { from: [], to: 'raised', by: ['anybody'], tells: ['coordinator'], event: 'trust.concern.raised' },
    assess: {
      from: ['raised'],
      to: 'assessed',
      by: ['coordinator', 'administrator'],
      audit: 'trust.concern.assessed',
    },
    close: {
      from: ['assessed'],
      to: 'closed',
      by: ['coordinator', 'administrator'],
      event: 'trust.concern.closed',
    },
  },
  refuses(act, state) {
    if (state === 'closed') return refuse('concern_is_closed').refusal;
    return act === 'assess'
      ? refuse('concern_is_assessed').refusal
      : refuse('assess_first', {}, 'closing').refusal;
  },
});

/** What staff do on the page of a concern. */
export const concernForms = sentAt({
  at: trustPaths.concern.pattern,
  life: concernLife,
  words: trustStaffMessages,
  sent: {
    assessment: { act: 'assess', input: { assessment: requiredText(2000) }, says: 'was_recorded' },
    closing: { act: 'close', input: { closing: requiredText(2000) }, says: 'was_recorded' },
  },
});
