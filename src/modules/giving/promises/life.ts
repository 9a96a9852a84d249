import { sentAt } from '../../../kits/acts/index.ts';
import { defineLife } from '../../../platform/life.ts';
import { refuse } from '../../../platform/refusal.ts';
import { requiredText } from '../../../platform/web/form-fields.ts';
import { givingPaths } from '../paths.ts';
import { givingStaffMessages } from '../words.ts';

/** While money can still come of it. */
export const RUNNING = ['active', 'paused', 'card_failed'] as const;

/** The life of a promise to give every month: what is cancelled stays so, whatever the provider tells late. */
export const promiseLife = defineLife({
  noun: 'giving.promise',
  acts: {
    announce: {
      from: [],
      to: 'announced',
      by: ['donor'],
      when: 'nothing is charged before the provider’s page',
      audit: 'giving.promise.announced',
    },
    begin: {
      from: ['announced'],
      to: 'active',
      by: ['provider'],
      tells: ['donor'],
      event: 'giving.promise.began',
    },
    pause: {
      from: ['active'],
      to: 'paused',
      by: ['donor'],
      when: 'for one to six months',
      tells: ['donor'],
      event: 'giving.promise.paused',
    },
    resume: {
      from: ['paused'],
      to: 'active',
      by: ['donor', 'house'],
      when: 'by the house on the day that was chosen',
      tells: ['donor'],
      event: 'giving.promise.resumed',
    },
    change: {
      from: RUNNING,
      by: ['donor'],
      when: 'to another sum within the limits',
      tells: ['donor'],
      event: 'giving.promise.changed',
    },
    fail_card: {
      from: ['active', 'card_failed'],
      to: 'card_failed',
      by: ['provider'],
      when: 'once for each of its attempts',
      tells: ['donor'],
      event: 'giving.promise.card_failed',
    },
    recover: {
      from: ['card_failed', 'lapsed'],
      to: 'active',
      by: ['provider'],
      when: 'with money that came in',
      tells: ['donor'],
      event: 'giving.promise.recovered',
    },
    lapse: {
      from: RUNNING,
      to: 'lapsed',
      by: ['provider'],
      when: 'once it has given up',
      tells: ['donor'],
      event: 'giving.promise.lapsed',
    },
    cancel: {
      from: ['announced', ...RUNNING, 'lapsed'],
      to: 'cancelled',
      by: ['donor', 'treasurer', 'provider', 'house'],
      when: 'by the house what was announced and never begun; nothing is paid back by it',
      tells: ['donor'],
      event: 'giving.promise.cancelled',
    },
  },
  refuses: (_, state) =>
    refuse(state === 'cancelled' ? 'promise_is_cancelled' : 'promise_is_elsewhere').refusal,
});

/** What the treasurer does on the page of a promise. */
export const promiseForms = sentAt({
  at: givingPaths.booksPromise.pattern,
  life: promiseLife,
  words: givingStaffMessages,
  versioned: true,
  sent: {
    cancellation: { act: 'cancel', input: { reason: requiredText(500) }, says: 'promise_was_stopped' },
  },
});
