import { defineEvents } from '../../platform/events/define.ts';

export const givingEvents = defineEvents({
  'giving.gift.received': ['giftId', 'donorId?', 'byPersonId?'],
});
export const { publish } = givingEvents;
