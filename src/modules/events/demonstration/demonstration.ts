import { type Demonstration, done, type Step, step } from '../../../platform/parts/demonstration.ts';
import { type HasCampaigns, listCampaigns } from '../campaign.ts';
import {
  cancelEvent,
  draftEvent,
  type EventFields,
  followClock,
  type OnEvent,
  postponeEvent,
  publishEvent,
  submitEvent,
} from '../event/commands.ts';
import { cancelRegistration } from '../registrations/commands.ts';
import { type Held, heldIn } from './held.ts';
import { PLANS } from './plans.ts';
import { registering } from './registering.ts';

/** Events to come, one of them full, and others that were put off, called off and held. */
export const eventsDemonstration = (services: HasCampaigns): Demonstration => ({
  steps: (world) => PLANS.flatMap((plan, place) => stepsOf(heldIn(world, plan, place), services)),
});

const stepsOf = (held: Held, services: HasCampaigns): Step[] =>
  held.plan.becomes === 'draft' || held.plan.becomes === 'in_review'
    ? [planning(held, services)]
    : [planning(held, services), publishing(held), ...registering(held), ...changing(held)];

/** Written, and put to another pair of eyes unless it stays a draft. */
function planning(held: Held, services: HasCampaigns): Step {
  const [writer] = held.byIds;
  const at = held.at(16, '11:00');
  return {
    at,
    async run(tx) {
      const [campaign] = held.plan.forCampaign ? await listCampaigns(services, tx, at) : [];
      const fields = fieldsOf(held, campaign?.id ?? null);
      held.eventId = await draftEvent(tx, fields, { personId: writer, now: at });
      if (held.plan.becomes !== 'draft') done(await submitEvent(tx, by(held, writer, at)), 'an event');
    },
  };
}

function publishing(held: Held): Step {
  const at = held.at(14, '10:30');
  return step(at, (tx) => publishEvent(tx, by(held, held.byIds[1], at)), 'an event');
}

function changing(held: Held): Step[] {
  const { plan, startsAt, endsAt, byIds } = held;
  const at = held.at(2, '16:20');
  const calledOff = () => by(held, byIds[1], at);
  const givenUpAt = held.at(1, '18:00');
  const givenUp = () =>
    ({ registrationId: held.firstId, as: 'registrant', byPersonId: null, now: givenUpAt }) as const;
  switch (plan.becomes) {
    case 'postponed':
      return [step(at, (tx) => postponeEvent(tx, calledOff()), 'an event')];
    case 'cancelled':
      return [step(at, (tx) => cancelEvent(tx, calledOff()), 'an event')];
    case 'over':
      return [startsAt, endsAt].map((now) => ({ at: now, run: (tx) => followClock(tx, held.eventId, now) }));
    case 'has_an_offer':
      return [step(givenUpAt, (tx) => cancelRegistration(tx, givenUp()), 'a registration')];
    default:
      return [];
  }
}

const by = ({ eventId }: Held, byPersonId: string, now: Temporal.Instant): OnEvent => ({
  ...{ eventId, byPersonId, now },
  as: 'coordinator',
});

function fieldsOf({ plan: { told }, byIds, startsAt, endsAt }: Held, campaignId: string | null): EventFields {
  const { languages, seats, ...event } = told;
  return {
    event: {
      ...{
        address: null,
        onlineUrl: null,
        feeJpy: 0,
        suggestedGiftJpy: null,
        program: null,
        campaignId,
      },
      ...event,
      isOnline: Boolean(event.onlineUrl),
      ...{ startsAt, endsAt, registrationClosesAt: startsAt.subtract({ hours: 2 }), responsibleId: byIds[0] },
    },
    ...{ languages, seats },
  };
}
