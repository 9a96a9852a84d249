import type { Tx } from '../../../../platform/database/connect.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { type Chance, chanceFrom } from '../../../../platform/parts/chance.ts';
import type { Demonstration, InventedWorld, Step } from '../../../../platform/parts/demonstration.ts';
import { bankSteps } from '../../bank/demonstration.ts';
import { deedSteps } from '../../deeds/demonstration.ts';
import { donorSteps } from '../../donors/demonstration.ts';
import { receiptSteps } from '../../receipts/demonstration.ts';
import { findCampaign, insertCampaign, markPublished, updateCampaign } from '../store/campaigns.ts';
import { insertUpdate } from '../store/updates.ts';
import type { CampaignWords, Goal } from '../types.ts';
import inTheMiddleOf from './data/in-the-middle-of.json' with { type: 'json' };
import jii2024 from './data/jii-2024.json' with { type: 'json' };
import jii2025 from './data/jii-2025.json' with { type: 'json' };
import newYear from './data/new-year.json' with { type: 'json' };
import { type Given, giveSteps, type Known, knownDonor, nameOnWall, volunteerAsDonor } from './gifts.ts';
import { monthlySteps } from './monthly.ts';

interface Told {
  readonly slug: string;
  readonly goal: Goal;
  readonly tiers: readonly number[];
  readonly texts: Readonly<Record<Locale, CampaignWords>>;
  readonly machineMade: readonly string[];
}

/** JII's campaigns as it has told of them in public, one of this invented world that runs, what was done with gifts, receipts, and the bank. */
export const givingDemonstration: Demonstration = {
  steps(world) {
    const known: Known = new Map();
    return [
      ...pastSteps(world, known, { ...jii2024, amounts: CAME_IN_2024 }),
      ...pastSteps(world, known, { ...jii2025, amounts: CAME_IN_2025 }),
      ...runningSteps(world, known),
      ...bankSteps(world),
      ...monthlySteps(world, newYear.slug, (tx, place, now) =>
        place === 0 ? volunteerAsDonor(tx, world, now) : knownDonor(tx, known, place, now),
      ),
      ...donorSteps(world),
      ...deedSteps(world),
      ...receiptSteps(world),
    ];
  },
  inTheMiddleOf,
};

const times = (count: number, amount: number): number[] => Array<number>(count).fill(amount);

/** Together 1,089,742 yen, which its page showed in the end. */
const CAME_IN_2024 = [
  ...[300_000, 200_000, 100_000, 100_000, 742],
  ...times(3, 50_000),
  ...times(4, 30_000),
  ...times(8, 10_000),
  ...times(5, 5000),
  ...times(4, 3000),
  ...times(2, 1000),
];
/** Together 23,000 yen: as much as its page has ever been read to show. */
const CAME_IN_2025 = [10_000, 5000, 3000, 3000, 1000, 1000];

function pastSteps(
  world: InventedWorld,
  known: Known,
  {
    amounts,
    ...told
  }: Told & { readonly beginsOn: string; readonly endsOn: string; readonly amounts: readonly number[] },
): Step[] {
  const beginsOn = Temporal.PlainDate.from(told.beginsOn);
  const endsOn = Temporal.PlainDate.from(told.endsOn);
  const days = beginsOn.until(endsOn, { largestUnit: 'days' }).days;
  const chance = chanceFrom(told.slug);
  const given = amounts.map((amount) => ({ amount, on: beginsOn.add({ days: chance.below(days) }) }));
  return [
    beginning(world, told, { beginsOn, endsOn }),
    ...giveSteps(world, known, { slug: told.slug, given }),
  ];
}

/** Days from the first one to today, and from today to the last. */
const [SINCE, UNTIL] = [19, 26];
const RAISED_DAYS_AGO = 6;

function runningSteps(world: InventedWorld, known: Known): Step[] {
  const { slug, goalBefore, updates, goal } = newYear;
  const beginsOn = world.today.subtract({ days: SINCE });
  const period = { beginsOn, endsOn: world.today.add({ days: UNTIL }) };
  const daysAgo = (days: number, time: string) => world.at(world.today.subtract({ days }), time);
  const raisedAt = daysAgo(RAISED_DAYS_AGO, '11:00');
  return [
    beginning(world, { ...newYear, goal: goalBefore }, period),
    ...giveSteps(world, known, { slug, given: daily(chanceFrom(slug), beginsOn) }),
    {
      at: raisedAt,
      run: async (tx) => {
        const campaign = await there(tx, slug);
        await updateCampaign(tx, campaign.id, { ...campaign, goal }, raisedAt);
      },
    },
    ...updates.map(({ daysAgo: days, texts }) => {
      const at = daysAgo(days, '17:30');
      const happenedOn = world.today.subtract({ days });
      return {
        at,
        run: async (tx: Tx) => insertUpdate(tx, (await there(tx, slug)).id, { happenedOn, texts }, at),
      };
    }),
    {
      at: daysAgo(1, '20:00'),
      run: async (tx) => nameOnWall(tx, await there(tx, slug), daysAgo(1, '20:00')),
    },
  ];
}

/** One to four gifts on each day up to yesterday, and a company's. */
function daily(chance: Chance, beginsOn: Temporal.PlainDate): Given[] {
  const given = Array.from({ length: SINCE }, (_, day) =>
    Array.from({ length: 1 + chance.below(4) }, () => ({
      on: beginsOn.add({ days: day }),
      amount: chance.weigh([
        [1000, 2],
        [3000, 6],
        [5000, 4],
        [10_000, 3],
        [30_000, 1],
      ]),
    })),
  );
  return [{ on: beginsOn.add({ days: 5 }), amount: 200_000 }, ...given.flat()];
}

function beginning(
  world: InventedWorld,
  told: Told,
  period: { readonly beginsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate },
): Step {
  const at = world.at(period.beginsOn, '00:00');
  return {
    at,
    async run(tx) {
      const machineMade = told.machineMade as readonly Locale[];
      const { slug, goal, tiers, texts } = told;
      const id = await insertCampaign(tx, { slug, goal, tiers, texts, machineMade, ...period });
      if (id === null) throw new Error(`A campaign is called ${slug} already.`);
      await markPublished(tx, id, at);
    },
  };
}

async function there(tx: Tx, slug: string) {
  const campaign = await findCampaign(tx, { slug });
  if (!campaign) throw new Error(`No campaign is called ${slug}.`);
  return campaign;
}
