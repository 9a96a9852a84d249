import { doing } from '../../../kits/acts/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { insertCourse, lockCourse, toRow, updateCourse, type WrittenCourse } from '../store/courses.ts';
import { listOpenSessions } from '../store/sessions.ts';
import type { Course } from '../types.ts';
import { courseLife } from './life.ts';

export interface OnCourse {
  readonly courseId: string;
  readonly as: 'coordinator';
  readonly now: Temporal.Instant;
  /** The version that somebody had before them. */
  readonly version?: number | undefined;
}

interface Ending {
  readonly written: WrittenCourse;
}

const { does } = doing<typeof courseLife.acts, OnCourse, Course, Ending, Course>({
  life: courseLife,
  unknown: 'course_is_unknown',
  lock: (tx, { courseId }) => lockCourse(tx, courseId),
  stateOf: ({ state }) => state,
  partyOf: (on) => on.as,
  isTheirs: ({ version }, on) =>
    on.version === undefined || on.version === version ? accept(null) : refuse('course_is_elsewhere'),
  async move(tx, { from, to, scene, ending }) {
    await updateCourse(tx, scene.id, {
      ...(ending.written && toRow(ending.written)),
      ...(to && to !== from && { state: to }),
    });
  },
  done: (course) => course,
});

/** What is not right about a course; null when it is. */
function judge({ beginsOn, endsOn, fromAge, toAge }: WrittenCourse) {
  if (Temporal.PlainDate.compare(endsOn, beginsOn) < 0)
    return refuse('course_ends_before_it_begins', {}, 'endsOn');
  if (Temporal.PlainDate.compare(endsOn, beginsOn.add({ years: 1 })) > 0)
    return refuse('course_lasts_a_year', {}, 'endsOn');
  return toAge < fromAge ? refuse('course_ages_are_turned_round', {}, 'toAge') : null;
}

/** A course that nobody but coordinators sees yet. Refused: what `judge` refuses. */
export async function planCourse(
  tx: Tx,
  course: WrittenCourse,
  by: { readonly personId: string; readonly now: Temporal.Instant },
): Promise<Outcome<string>> {
  return judge(course) ?? accept(await insertCourse(tx, course, by));
}

export const changeCourse = does('change', (_, __, on: OnCourse & { readonly written: WrittenCourse }) => {
  return judge(on.written) ?? accept({ written: on.written });
});

/** From now on everybody sees it, and families can ask for a place. */
export const openCourse = does('open');

/** The last day is over. Refused: `sessions_lie_ahead`. */
export const endCourse = does('end', async (tx, { id }, { now }: OnCourse) => {
  const ahead = await listOpenSessions(tx, id, now);
  return ahead.length > 0 ? refuse('sessions_lie_ahead') : accept({});
});
