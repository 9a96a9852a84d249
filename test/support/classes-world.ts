import { openCourse, planCourse } from '../../src/modules/classes/courses/commands.ts';
import { COURSE, PLAN, ROOM } from '../../src/modules/classes/demonstration/data.ts';
import { askToTeach, sayYes } from '../../src/modules/classes/helping/commands.ts';
import { openSession, planSession } from '../../src/modules/classes/sessions/commands.ts';
import { grantRole } from '../../src/modules/people/index.ts';
import { recordCheck } from '../../src/modules/trust/index.ts';
import { PROGRAM } from '../../src/platform/audit/record.ts';
import type { Tx } from '../../src/platform/database/connect.ts';
import { sure } from './events.ts';

interface Who {
  readonly coordinator: string;
  /** Both approved: one has said yes to the next Saturday, the other is asked. */
  readonly tutor: string;
  readonly asked: string;
}

/** An open course with a Saturday for which one tutor has said yes and another is asked, and one that is only planned. */
export async function buildClasses(tx: Tx, who: Who, now: Temporal.Instant): Promise<void> {
  const doneOn = now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
  for (const personId of [who.tutor, who.asked]) {
    sure(await recordCheck(tx, { personId, step: 'child_safety_check', doneOn, by: PROGRAM, now }));
    sure(await grantRole(tx, { personId, role: 'tutor' }, { by: PROGRAM, now }));
  }
  const day = (date: string) => Temporal.PlainDate.from(date);
  const course = { ...COURSE, beginsOn: day('2026-11-14'), endsOn: day('2027-03-27') };
  const courseId = sure(await planCourse(tx, course, { personId: who.coordinator, now }));
  sure(await openCourse(tx, { courseId, as: 'coordinator', now }));
  for (const [date, isOpen] of [
    ['2026-12-12', true],
    ['2027-01-16', false],
  ] as const) {
    const startsAt = Temporal.Instant.from(`${date}T10:00:00+09:00`);
    const planned = { courseId, startsAt, endsAt: startsAt.add({ minutes: 90 }), room: ROOM, plan: PLAN };
    const sessionId = sure(await planSession(tx, planned, now));
    if (!isOpen) continue;
    const on = { sessionId, as: 'coordinator', byPersonId: who.coordinator, now } as const;
    sure(await openSession(tx, on));
    const asking = { sessionId, role: 'tutor', byPersonId: who.coordinator, now } as const;
    const { id: commitmentId } = sure(await askToTeach(tx, { ...asking, personId: who.tutor }));
    sure(await sayYes(tx, { commitmentId, as: 'tutor', byPersonId: who.tutor, now }));
    sure(await askToTeach(tx, { ...asking, personId: who.asked }));
  }
}
