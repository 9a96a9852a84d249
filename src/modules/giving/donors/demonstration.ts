import type { InventedWorld, Step } from '../../../platform/parts/demonstration.ts';
import { receiveGift } from '../gifts/receive.ts';
import { compareDonor } from './alike/jobs.ts';
import { joinHouseholds } from './household/household.ts';
import { insertDonor, type NewDonor } from './store.ts';

/** Entered twice: as she gave by card, and as her bank writes her. */
const TWICE: readonly Omit<NewDonor, 'now'>[] = [
  { name: '岡部 千尋', kana: 'オカベ チヒロ', email: 'okabe@otonari.example' },
  { name: 'ｵｶﾍﾞ ﾁﾋﾛ', address: '東京都墨田区東駒形3-1-8' },
];
/** Two who live together and get one letter. */
const TOGETHER: readonly Omit<NewDonor, 'now'>[] = [
  { name: '水谷 由美', email: 'mizutani@otonari.example', address: '東京都墨田区業平1-4-6' },
  { name: '水谷 健', address: '墨田区業平１丁目４番６号' },
];
const DAYS_AGO = 12;

/** Donors whom the treasurer has still to look at, and a household. */
export function donorSteps(world: InventedWorld): Step[] {
  const day = world.today.subtract({ days: DAYS_AGO });
  const at = world.at(day, '14:00');
  const by = { personId: null, now: at };
  return [
    {
      at,
      async run(tx) {
        const ids: string[] = [];
        for (const [place, donor] of [...TWICE, ...TOGETHER].entries()) {
          const donorId = await insertDonor(tx, { ...donor, now: at.add({ seconds: place }) });
          ids.push(donorId);
          await receiveGift(tx, {
            ...{
              source: `demonstration:donors:${place}`,
              donorId,
              fund: 'general',
              amount: 3000,
              channel: 'bank',
            },
            ...{ givenOn: day, receivedOn: day, by },
          });
        }
        const [, twice = '', one = '', other = ''] = ids;
        await compareDonor(tx, twice, at);
        await joinHouseholds(tx, one, other, by);
      },
    },
  ];
}
