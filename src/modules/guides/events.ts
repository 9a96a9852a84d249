import { defineEvents } from '../../platform/events/define.ts';

const GUIDE = ['guideId', 'byPersonId?'] as const;
const CHECK = ['checkId', 'factId', 'volunteerId', 'byPersonId?'] as const;

/** What happens with guides, and with the facts that volunteers look after. */
export const guidesEvents = defineEvents({
  'guides.guide.submitted': GUIDE,
  'guides.guide.sent_back': GUIDE,
  'guides.guide.published': GUIDE,
  'guides.guide.withdrawn': GUIDE,
  'guides.check.asked': CHECK,
  'guides.check.reported': CHECK,
});
export const { publish } = guidesEvents;
