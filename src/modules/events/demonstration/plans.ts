import type { InventedDays } from '../../../platform/parts/demonstration.ts';
import type { EventFields } from '../event/commands.ts';
import type { Attendee } from '../types.ts';
import craftAfternoon from './data/craft-afternoon.json' with { type: 'json' };
import exchangeMeeting from './data/exchange-meeting.json' with { type: 'json' };
import informationSession from './data/information-session.json' with { type: 'json' };
import lecture from './data/lecture.json' with { type: 'json' };
import lookingBack from './data/looking-back.json' with { type: 'json' };
import riverWalk from './data/river-walk.json' with { type: 'json' };
import training from './data/training.json' with { type: 'json' };

/** What is told of an event; what is left out is as on most. */
export type Told = Pick<
  EventFields['event'],
  'kind' | 'audience' | 'access' | 'photoPolicy' | 'machineMade'
> &
  Partial<Pick<EventFields['event'], 'address' | 'onlineUrl' | 'feeJpy' | 'suggestedGiftJpy'>> &
  Pick<EventFields, 'languages' | 'seats'> & { readonly texts: EventFields['event']['texts'] };

/** An event of the invented world, and who registers for it. */
export interface Plan {
  readonly told: Told;
  /** Its day: the nearest such weekday after today (1 is Monday), and so many weeks on or back. */
  readonly on: { readonly weekday: number; readonly week: number };
  readonly hours: readonly [from: string, until: string];
  /** The parties that register for it without an account, in their order. */
  readonly parties: readonly (readonly Attendee[])[];
  /** Those whom a visitor can be, after everybody else. */
  readonly known?: readonly { readonly key: string; readonly party: readonly Attendee[] }[];
  /** Parties behind them. */
  readonly late?: readonly (readonly Attendee[])[];
  /** It belongs to the campaign that runs. */
  readonly forCampaign?: true;
  readonly becomes?: 'draft' | 'in_review' | 'postponed' | 'cancelled' | 'over' | 'has_an_offer';
}

const adult: Attendee = { age: null, crafts: false, interpretation: null };
const child = (age: number): Attendee => ({ ...adult, age });
const alone = [adult];
const two = [adult, adult];
const family = [adult, adult, child(8), child(5)];
const inNepali: Attendee = { ...adult, interpretation: 'ne' };
const crafting = (...ages: readonly number[]) => ages.map((age) => ({ ...child(age), crafts: true }));
const times = <T>(count: number, one: T): T[] => Array<T>(count).fill(one);

/** What is to come, what has come otherwise, and what is over. */
export const PLANS: readonly Plan[] = [
  {
    told: exchangeMeeting as Told,
    on: { weekday: 7, week: 1 },
    hours: ['13:30', '16:30'],
    parties: [alone, family, two, alone, [inNepali, inNepali], two, [adult, child(6)], alone, family, two],
    known: [
      { key: 'sita', party: [adult, adult, child(0)] },
      { key: 'keiko', party: alone },
      { key: 'takumi', party: alone },
    ],
  },
  {
    told: informationSession as Told,
    on: { weekday: 3, week: 0 },
    hours: ['19:30', '20:30'],
    parties: times(7, alone),
    known: [{ key: 'haruto', party: alone }],
  },
  {
    told: lecture as Told,
    on: { weekday: 6, week: 1 },
    hours: ['14:00', '16:00'],
    parties: times(12, two),
    known: [
      { key: 'thao', party: two },
      { key: 'lin', party: [{ ...adult, interpretation: 'zh' }, child(4)] },
    ],
    late: [two, two],
    becomes: 'has_an_offer',
  },
  {
    told: craftAfternoon as Told,
    forCampaign: true,
    on: { weekday: 7, week: 2 },
    hours: ['13:00', '15:30'],
    parties: [
      [adult, ...crafting(7, 5)],
      [inNepali, ...crafting(6)],
      [adult, adult, ...crafting(9)],
    ],
  },
  {
    told: riverWalk as Told,
    on: { weekday: 6, week: 0 },
    hours: ['10:00', '12:00'],
    parties: [alone, two, alone],
    becomes: 'postponed',
  },
  {
    told: training as Told,
    on: { weekday: 4, week: 1 },
    hours: ['18:30', '20:30'],
    parties: [alone, alone],
    becomes: 'cancelled',
  },
  {
    told: lookingBack as Told,
    on: { weekday: 7, week: -3 },
    hours: ['14:00', '16:00'],
    parties: [two, alone, alone, two],
    becomes: 'over',
  },
  {
    told: lecture as Told,
    on: { weekday: 6, week: 7 },
    hours: ['14:00', '16:00'],
    parties: [],
    becomes: 'in_review',
  },
  {
    told: craftAfternoon as Told,
    on: { weekday: 7, week: 8 },
    hours: ['13:00', '15:30'],
    parties: [],
    becomes: 'draft',
  },
];

/** The day of an event. */
export function dayOf({ today }: InventedDays, { on }: Plan): Temporal.PlainDate {
  const nearest = ((on.weekday - today.dayOfWeek + 6) % 7) + 1;
  return today.add({ days: nearest + 7 * on.week });
}
