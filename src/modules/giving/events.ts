import { defineEvents } from '../../platform/events/define.ts';

export const givingEvents = defineEvents({
  'giving.gift.received': ['giftId', 'donorId?', 'byPersonId?'],
  // All of it or a part, or some came again; how much is left, the gift says.
  'giving.gift.returned': ['giftId', 'donorId?', 'byPersonId?'],
  // Too many failed within an hour: nobody gives by card until somebody opens again.
  'giving.cards.rested': ['restId'],
  'giving.promise.began': ['promiseId', 'donorId'],
  'giving.promise.paused': ['promiseId', 'donorId'],
  'giving.promise.resumed': ['promiseId', 'donorId'],
  'giving.promise.changed': ['promiseId', 'donorId'],
  'giving.promise.card_failed': ['promiseId', 'donorId'],
  'giving.promise.recovered': ['promiseId', 'donorId'],
  'giving.promise.lapsed': ['promiseId', 'donorId'],
  'giving.promise.cancelled': ['promiseId', 'donorId'],
});
export const { publish, publishAll } = givingEvents;
