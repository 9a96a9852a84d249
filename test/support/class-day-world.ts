import { listChildrenOf } from '../../src/modules/classes/children/store/children.ts';
import { takePresses } from '../../src/modules/classes/day/door/press.ts';
import { addLine, reportIncident } from '../../src/modules/classes/day/incidents/commands.ts';
import { changeCanDo, saveRecord } from '../../src/modules/classes/day/store/learning.ts';
import { ROOM } from '../../src/modules/classes/demonstration/data.ts';
import { followClock, planSession } from '../../src/modules/classes/sessions/commands.ts';
import { listCourses } from '../../src/modules/classes/store/courses.ts';
import { findSession } from '../../src/modules/classes/store/sessions.ts';
import type { Tx } from '../../src/platform/database/connect.ts';
import { seatOf, teachOn } from './class-day.ts';
import { sure } from './events.ts';

interface Who {
  readonly guardian: string;
  /** Both approved, with what classes ask for. */
  readonly tutor: string;
  readonly other: string;
}

/** Last Saturday the child of the course was there: she fell, and the tutor has written of it and of what she learned. */
export async function buildClassDay(tx: Tx, who: Who, now: Temporal.Instant): Promise<void> {
  const [course] = await listCourses(tx, ['open'], 1);
  const [child] = await listChildrenOf(tx, who.guardian);
  if (!course || !child) throw new Error('there is no child in a course');
  const startsAt = Temporal.Instant.from('2026-11-21T10:00:00+09:00');
  const [endsAt, before] = [startsAt.add({ minutes: 90 }), startsAt.subtract({ hours: 72 })];
  const planned = { courseId: course.id, startsAt, endsAt, room: ROOM, plan: [] };
  const sessionId = sure(await planSession(tx, planned, before));
  await teachOn(tx, sessionId, { tutorIds: [who.tutor, who.other], endsAt, now: before });
  const childId = child.id;
  await seatOf(tx, { sessionId, childId, now: before });
  const by = { by: who.tutor, now: endsAt };
  const session = await findSession(tx, sessionId);
  if (!session) throw new Error('the day is gone');
  const device = '0d9f1c1e-6f0b-4a57-9a3c-5b1d0f7a2e11';
  const presses = [{ seq: 1, at: startsAt.epochMilliseconds, press: { act: 'in', childId } }] as const;
  sure(await takePresses(tx, { session, device, presses, byPersonId: who.tutor, now: endsAt }));
  const happenedAt = startsAt.add({ minutes: 40 });
  const fell = { kind: 'injury', childId, happenedAt, said: '転んで、ひざをすりむきました。' } as const;
  const incidentId = sure(await reportIncident(tx, { sessionId, ...by }, fell));
  const washed = { incidentId, said: '水で洗いました。', wasAt: happenedAt.add({ minutes: 5 }) };
  sure(await addLine(tx, { sessionId, ...by }, washed));
  await saveRecord(
    tx,
    { sessionId, childId },
    {
      ...{ activities: ['songs'], phrases: ['sang'], said: 'ぞうの絵が好きです。' },
      ...{ writtenBy: who.tutor, writtenAt: endsAt },
    },
  );
  await changeCanDo(tx, { sessionId, childId }, { reached: ['hiragana_a'], takenBack: [], ...by });
  await followClock(tx, sessionId, now);
}
