import { foldName } from '../../../../japanese/names.ts';
import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { dayInJapan, grantRole } from '../../../people/index.ts';
import { askToEnrol } from '../../enrolments/commands.ts';
import { findCourse, lockCourse } from '../../store/courses.ts';
import { publish } from '../events.ts';
import { ageOn } from '../rules/school-year.ts';
import { insertChild, listChildrenOf, lockChild, markBack, updatePhotos } from '../store/children.ts';
import { insertGuardianship, updateCustody } from '../store/guardianships.ts';
import type { Born, Custody, Named, PhotoConsent, SaidOfChild } from '../types.ts';

interface By {
  readonly by: string;
  readonly now: Temporal.Instant;
}

/** All that a guardian says when they enrol a child; their own name comes from their profile. */
export interface Enrolling extends By {
  readonly child: Born & SaidOfChild;
  readonly guardian: Named & Custody & { readonly mayFetch: boolean };
  readonly photos: PhotoConsent;
}

/**
 * A guardian asks for a place for a child of whom nothing is known yet. Refused: `course_is_not_open`,
 * `child_is_of_another_age`, and `child_is_known` where they have said it of the same child: pressed twice, it is one. @returns
 * the child's id
 */
export async function enrolChild(
  tx: Tx,
  courseId: string,
  { child, guardian, photos, by, now }: Enrolling,
): Promise<Outcome<string>> {
  // Whoever sends it at the same moment waits here.
  await lockCourse(tx, courseId);
  const fits = await judgeAge(tx, courseId, child);
  if (!fits.ok) return fits;
  const isSame = (other: Born & Pick<SaidOfChild, 'name'>) =>
    foldName(other.name) === foldName(child.name) && other.birthMonth.equals(child.birthMonth);
  if ((await listChildrenOf(tx, by)).some(isSame)) return refuse('child_is_known', {}, 'name');
  const childId = await insertChild(tx, { ...child, answeredBy: by, now });
  const fromOn = dayInJapan(now);
  const guardianshipId = await insertGuardianship(tx, {
    ...guardian,
    childId,
    personId: by,
    fromOn,
    by,
    now,
  });
  if (guardianshipId === null) throw new Error('a child that is new has a guardian already');
  await updateCustody(tx, guardianshipId, { ...guardian, now });
  await updatePhotos(tx, childId, { photos, by, now });
  const role = await grantRole(
    tx,
    { personId: by, role: 'guardian' },
    { by: { personId: by, role: 'guardian' }, now },
  );
  if (!role.ok) return role;
  if (guardian.notTold !== '')
    await publish(tx, { type: 'classes.place.hidden', ids: { childId, byPersonId: by }, live: ['desk'] });
  const asked = await askForPlace(tx, courseId, { childId, by, now });
  return asked.ok ? accept(childId) : asked;
}

/** For a child whom we know. Refused: `child_is_unknown`, and as `enrolChild`. */
export async function enrolKnownChild(
  tx: Tx,
  courseId: string,
  { childId, by, now }: By & { readonly childId: string },
): Promise<Outcome<string>> {
  const child = await lockChild(tx, childId);
  if (!child) return refuse('child_is_unknown');
  const fits = await judgeAge(tx, courseId, child);
  return fits.ok ? askForPlace(tx, courseId, { childId, by, now }) : fits;
}

async function judgeAge(tx: Tx, courseId: string, born: Born): Promise<Outcome<null>> {
  const course = await findCourse(tx, courseId);
  if (!course) return refuse('course_is_unknown');
  const { fromAge, toAge, beginsOn } = course;
  const age = ageOn(born, beginsOn);
  if (age < fromAge || age > toAge)
    return refuse('child_is_of_another_age', { from: fromAge, to: toAge }, 'birthYear');
  return accept(null);
}

async function askForPlace(
  tx: Tx,
  courseId: string,
  { childId, by, now }: By & { readonly childId: string },
): Promise<Outcome<string>> {
  const asked = await askToEnrol(tx, { childId, courseId }, { personId: by, now });
  if (!asked.ok) return asked;
  await markBack(tx, childId);
  return accept(childId);
}
