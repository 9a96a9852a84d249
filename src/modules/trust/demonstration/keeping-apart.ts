import { offerSlots } from '../../../kits/slots/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { type InventedWorld, type Step, step } from '../../../platform/parts/demonstration.ts';
import { accept } from '../../../platform/refusal.ts';
import { insertKeeper } from '../clearance/store.ts';
import { keepApart } from '../restrictions/commands.ts';

/** Times from which applicants choose one for their interview. */
export function openTimes({ today, openDay, at, coordinatorIds }: InventedWorld): Step[] {
  const interview = { kind: 'trust.interview', minutes: 45, place: 'online' } as const;
  const whereWords = 'https://meet.otonari.example/talk';
  const now = at(today, '08:00');
  return coordinatorIds.slice(0, 2).map((hostId, index) => {
    const part = { day: openDay(3 + index), from: '15:00', until: '16:30' };
    return step(
      now,
      (tx) => offerSlots(tx, { ...interview, ...part, hostId, whereWords }, now),
      'open times',
    );
  });
}

/** One coordinator keeps who was checked before classes: whoever gives it is somebody else. */
export function oneKeeper({ today, at, coordinatorIds }: InventedWorld): Step[] {
  const [personId, by] = coordinatorIds;
  if (!personId || !by) return [];
  const now = at(today.subtract({ days: 30 }), '09:00');
  const name = async (tx: Tx) => {
    await insertKeeper(tx, { personId, by, now });
    return accept(null);
  };
  return [step(now, name, 'who keeps checks')];
}

/** Two people who must never be proposed to each other; neither of them is told. */
export function twoApart({ today, at, coordinatorIds, residents, volunteers }: InventedWorld): Step[] {
  const [personId, otherId] = [volunteers.get('yuji')?.id, residents.get('claire')?.id];
  const [coordinatorId] = coordinatorIds;
  if (!personId || !otherId || !coordinatorId) return [];
  const now = at(today.subtract({ days: 20 }), '13:00');
  const reason = '以前、部屋の契約をめぐって意見が合わなかったため。';
  const by = { personId: coordinatorId, role: 'coordinator' } as const;
  return [step(now, (tx) => keepApart(tx, { personId, otherId, reason, by, now }), 'a restriction')];
}
