import { offerSlots } from '../../../kits/slots/index.ts';
import { type InventedWorld, type Step, step } from '../../../platform/parts/demonstration.ts';
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
