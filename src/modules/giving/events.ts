import { defineEvents } from '../../platform/events/define.ts';

export const givingEvents = defineEvents({
  'giving.gift.received': ['giftId', 'donorId?', 'byPersonId?'],
  // All of it or a part; how much is left, the gift says.
  'giving.gift.returned': ['giftId', 'donorId?', 'byPersonId?'],
});
export const { publish } = givingEvents;
