import { PROGRAM } from '../../../platform/audit/record.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import {
  type Demonstration,
  done,
  type InventedWorld,
  type Step,
} from '../../../platform/parts/demonstration.ts';
import { grantRole } from '../../people/index.ts';
import {
  approvedVolunteerIds,
  PLEDGE_LINES,
  recordCheck,
  recordTraining,
  takePledge,
} from '../../trust/index.ts';
import { childrenSteps } from '../children/demonstration.ts';
import { openCourse, planCourse } from '../courses/commands.ts';
import { askToTeach, sayYes } from '../helping/commands.ts';
import { followClock, openSession, planSession, reportSession } from '../sessions/commands.ts';
import { listCommitments } from '../store/commitments.ts';
import { listCourses } from '../store/courses.ts';
import { listSessions } from '../store/sessions.ts';
import inTheMiddleOf from './data/in-the-middle-of.json' with { type: 'json' };
import { COURSE, PLAN, ROOM } from './data.ts';
import { theDayItself } from './day.ts';

/** How many of the volunteers teach. */
const TUTORS = 5;
/** Weeks from the coming Saturday to each day, and how many tutors have said yes to it by today. */
const DAYS = [
  { weeks: -2, yes: 3 },
  { weeks: 0, yes: 3 },
  { weeks: 3, yes: 1 },
] as const;

/** A course of this season: a Saturday that was, one with enough tutors, and one for which they are being asked. */
export const classesDemonstration: Demonstration = {
  inTheMiddleOf,
  steps: (world) => [
    vetting(world),
    planning(world),
    ...childrenSteps(world),
    ...opening(world),
    ...answering(world),
    ...theDayItself((tx) => dayOf(tx, 0), nextSaturday(world).subtract({ weeks: 2 }), world),
    reporting(world),
  ],
};

const before = (world: InventedWorld, days: number, time: string) =>
  world.at(world.today.subtract({ days }), time);

/** The Saturday that comes next, today's not. */
const nextSaturday = ({ today }: InventedWorld) => today.add({ days: ((5 - today.dayOfWeek + 7) % 7) + 1 });

function vetting(world: InventedWorld): Step {
  const at = before(world, 40, '10:00');
  return {
    at,
    async run(tx) {
      for (const personId of await listTutors(tx, world, at)) {
        const [by, doneOn] = [{ personId: null, role: 'program' }, world.today.subtract({ days: 41 })];
        done(await grantRole(tx, { personId, role: 'tutor' }, { by, now: at }), 'a tutor');
        const taken = { personId, doneOn, by: PROGRAM, now: at };
        done(await recordTraining(tx, { ...taken, title: '子どもと学ぶ' }), 'a training');
        done(await recordCheck(tx, { ...taken, step: 'child_safety_check' }), 'a check');
        done(await takePledge(tx, { personId, lines: PLEDGE_LINES, now: at }), 'a pledge');
      }
    },
  };
}

/** The same people at every step: those who could help on the day on which they were chosen. */
async function listTutors(tx: Tx, world: InventedWorld, at: Temporal.Instant): Promise<string[]> {
  const ids = [...world.volunteers.values()].map(({ id }) => id);
  const approved = await approvedVolunteerIds(tx, at, ids);
  return ids.filter((id) => approved.has(id)).slice(0, TUTORS);
}

function planning(world: InventedWorld): Step {
  const now = before(world, 38, '10:00');
  return {
    at: now,
    async run(tx) {
      const first = nextSaturday(world);
      const course = { ...COURSE, beginsOn: first.subtract({ weeks: 3 }), endsOn: first.add({ weeks: 16 }) };
      const [by = ''] = world.coordinatorIds;
      const courseId = done(await planCourse(tx, course, { personId: by, now }), 'a course');
      done(await openCourse(tx, { courseId, as: 'coordinator', now }), 'a course that opens');
      for (const { weeks } of DAYS) {
        const day = first.add({ weeks });
        const times = { startsAt: world.at(day, '10:00'), endsAt: world.at(day, '11:30') };
        done(await planSession(tx, { courseId, ...times, room: ROOM, plan: PLAN }, now), 'a day');
      }
    },
  };
}

/** What stands in the way of a step on a day of the course, by its place. */
async function dayOf(tx: Tx, place: number) {
  const [course] = await listCourses(tx, ['open'], 1);
  const session = course && (await listSessions(tx, course.id))[place];
  if (!session) throw new Error('a course has fewer days than were planned');
  return session;
}

function opening(world: InventedWorld): Step[] {
  return DAYS.map((_, place) => {
    const now = before(world, 25 - place, '11:00');
    return {
      at: now,
      async run(tx) {
        const { id: sessionId } = await dayOf(tx, place);
        const [by = ''] = world.coordinatorIds;
        done(
          await openSession(tx, { sessionId, as: 'coordinator', byPersonId: by, now }),
          'a day that opens',
        );
      },
    };
  });
}

function answering(world: InventedWorld): Step[] {
  const chosenAt = before(world, 40, '10:00');
  return DAYS.flatMap(({ yes }, place) =>
    Array.from({ length: yes }, (_, who): Step => {
      const now = before(world, 20 - place, `${18 + who}:15`);
      return {
        at: now,
        async run(tx) {
          const personId = (await listTutors(tx, world, chosenAt))[who];
          if (!personId) return;
          const { id: sessionId } = await dayOf(tx, place);
          const known = (await listCommitments(tx, [sessionId])).find((one) => one.personId === personId);
          const commitmentId =
            known?.id ??
            done(
              await askToTeach(tx, { sessionId, personId, role: 'tutor', byPersonId: null, now }),
              'a tutor who is asked',
            ).id;
          const on = { commitmentId, as: 'tutor', byPersonId: personId, now } as const;
          done(await sayYes(tx, on), 'a tutor who comes');
        },
      };
    }),
  );
}

/** The Saturday that was: it took place, and what became of it is written down. */
function reporting(world: InventedWorld): Step {
  const saturday = nextSaturday(world).subtract({ weeks: 2 });
  const now = world.at(saturday.add({ days: 1 }), '10:00');
  return {
    at: now,
    async run(tx) {
      const { id: sessionId } = await dayOf(tx, 0);
      await followClock(tx, sessionId, now);
      const came = (await listCommitments(tx, [sessionId])).flatMap(({ id, state }) =>
        state === 'yes' ? [id] : [],
      );
      const [by = ''] = world.coordinatorIds;
      const on = { sessionId, as: 'coordinator', byPersonId: by, now } as const;
      done(await reportSession(tx, { ...on, came, costJpy: 9_400 }), 'a report');
    },
  };
}
