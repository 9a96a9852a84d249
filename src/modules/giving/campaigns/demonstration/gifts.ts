import type { Tx } from '../../../../platform/database/connect.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import { chanceFrom } from '../../../../platform/parts/chance.ts';
import type { InventedWorld, Step } from '../../../../platform/parts/demonstration.ts';
import { findPerson } from '../../../people/index.ts';
import { insertDonor, listDonorsOf } from '../../donors/store.ts';
import { receiveGift } from '../../gifts/receive.ts';
import { findCampaign } from '../store/campaigns.ts';
import { findGiver, findWallName, insertWallName, markPublic } from '../store/wall.ts';
import type { Campaign } from '../types.ts';
import donors from './data/donors.json' with { type: 'json' };

export interface Given {
  readonly on: Temporal.PlainDate;
  readonly amount: number;
}

/** The donors who have given in this world so far, by their place among those invented. */
export type Known = Map<number, string>;

/** How many of those who gave would like to be named. */
const NAMED = 5;
/** What is less was found in a collecting box. */
const FROM_SOMEBODY = 1000;

/** How they wish for receipts, in turn; one of the first has a name that paper can't print. */
const RECEIPT_WISHES = ['each', 'yearly', 'none'] as const;

const emailOf = (at: number) => `giver-${at + 1}@otonari.example`;

/** Gifts of invented people for a campaign, each at some time of its day. */
export function giveSteps(
  world: InventedWorld,
  known: Known,
  { slug, given }: { readonly slug: string; readonly given: readonly Given[] },
): Step[] {
  const chance = chanceFrom(`gifts ${slug}`);
  return given.map(({ on, amount }, place) => {
    const at = world.at(on, '09:00').add({ minutes: chance.below(12 * 60) });
    // The largest is the company's, the last of those known.
    const who = amount >= 200_000 ? donors.length - 1 : chance.below(donors.length - 1);
    const channel = amount < FROM_SOMEBODY ? 'cash' : chance.pick(['bank', 'card'] as const);
    return {
      at,
      async run(tx) {
        const campaign = await findCampaign(tx, { slug });
        const donorId = amount < FROM_SOMEBODY ? null : await knownDonor(tx, known, who, at);
        await receiveGift(tx, {
          ...{
            source: `demonstration:${slug}:${place}`,
            donorId,
            campaignId: campaign?.id ?? null,
            amount,
            channel,
          },
          ...{ fund: 'general', givenOn: on, receivedOn: on, by: { personId: null, now: at } },
        });
      },
    };
  });
}

export async function knownDonor(tx: Tx, known: Known, who: number, now: Temporal.Instant): Promise<string> {
  const before = known.get(who);
  if (before) return before;
  const { name, locale, kind, address = null } = donors[who] ?? { name: 'Somebody', locale: 'ja' };
  const id = await insertDonor(tx, {
    // Whoever gave an address gave no mail address: thanks and receipts go by post.
    ...{ name, address, email: address ? null : emailOf(who), now, locale: locale as Locale },
    receiptWish: RECEIPT_WISHES[who % RECEIPT_WISHES.length] ?? 'none',
    ...(kind && { kind: kind as 'organization' }),
  });
  known.set(who, id);
  return id;
}

/** One of those whom a visitor can be gives as well, and finds it by her account. @returns as whom, the same each time */
export async function volunteerAsDonor(
  tx: Tx,
  { volunteers }: InventedWorld,
  now: Temporal.Instant,
): Promise<string> {
  const volunteer = volunteers.get('keiko');
  const person = volunteer && (await findPerson(tx, volunteer.id));
  if (!person) throw new Error('Keiko is not in this world');
  const { id: personId, name, email } = person;
  const [known] = await listDonorsOf(tx, { personId, email });
  return known?.id ?? insertDonor(tx, { personId, name, email, receiptWish: 'each', now });
}

/** The first who gave for a campaign, and are glad to be named. */
export async function nameOnWall(tx: Tx, { id: campaignId }: Campaign, now: Temporal.Instant): Promise<void> {
  let named = 0;
  for (const [at, { name }] of donors.entries()) {
    const giver = await findGiver(tx, campaignId, emailOf(at));
    if (!giver || named === NAMED) continue;
    const asked = await insertWallName(tx, { campaignId, donorId: giver.donorId, name, now });
    const found = await findWallName(tx, asked);
    if (found) await markPublic(tx, found, now);
    named += 1;
  }
}
