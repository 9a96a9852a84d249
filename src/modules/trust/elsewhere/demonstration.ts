import { offerSlots } from '../../../kits/slots/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { type Demonstration, done, type InventedWorld } from '../../../platform/parts/demonstration.ts';
import { keepApart } from '../restrictions/commands.ts';

/** Open times for interviews, and two people who are kept apart. */
export const trustDemonstration: Demonstration = async (tx, world) => {
  await keepTimesOpen(tx, world);
  await keepTwoApart(tx, world);
};

/** Times from which applicants choose one for their interview. */
async function keepTimesOpen(tx: Tx, { today, openDay, at, coordinatorIds }: InventedWorld): Promise<void> {
  const interview = { kind: 'trust.interview', minutes: 45, place: 'online' } as const;
  const whereWords = 'https://meet.otonari.example/talk';
  for (const [index, hostId] of coordinatorIds.slice(0, 2).entries()) {
    const part = { day: openDay(3 + index), from: '15:00', until: '16:30' };
    done(
      await offerSlots(tx, { ...interview, ...part, hostId, whereWords }, at(today, '08:00')),
      'open times',
    );
  }
}

/** Two people who must never be proposed to each other; neither of them is told. */
async function keepTwoApart(tx: Tx, world: InventedWorld): Promise<void> {
  const [personId, otherId] = [world.volunteerIds.get('yuji'), world.residentIds.get('claire')];
  const [coordinatorId] = world.coordinatorIds;
  if (!personId || !otherId || !coordinatorId) return;
  const now = world.at(world.today.subtract({ days: 20 }), '13:00');
  const reason = '以前、部屋の契約をめぐって意見が合わなかったため。';
  const by = { personId: coordinatorId, role: 'coordinator' } as const;
  done(await keepApart(tx, { personId, otherId, reason, by, now }), 'a restriction');
}
