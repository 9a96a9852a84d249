import type { Tx } from '../../../platform/database/connect.ts';
import { done, type InventedWorld, type Step } from '../../../platform/parts/demonstration.ts';
import { findPerson } from '../../people/index.ts';
import { enrolChild as letIn } from '../enrolments/commands.ts';
import { listCourses } from '../store/courses.ts';
import { listEnrolments } from '../store/enrolments.ts';
import { sayCare, sayNothing } from './care/commands.ts';
import { enrolChild } from './enrol/commands.ts';
import { listChildrenOf } from './store/children.ts';
import { insertFetcher } from './store/fetching.ts';
import type { PhotoConsent, Reading, Relation } from './types.ts';

interface Invented {
  /** The guardian, as the data knows them. */
  readonly of: string;
  readonly name: string;
  readonly ageMonths: number;
  readonly languages: readonly string[];
  readonly reading: Reading;
  readonly school: string;
  readonly photos: PhotoConsent;
  readonly relation: Relation;
  readonly phone: string;
}

/** Brother and sister first, as their household has them; all of them invented. */
const CHILDREN: readonly Invented[] = [
  {
    ...{ of: 'zarmina', name: 'Yusuf', ageMonths: 100, languages: ['fa', 'ps'], reading: 'katakana' },
    ...{ school: '世田谷の小学校', photos: 'none', relation: 'mother', phone: '090-0000-2101' },
  },
  {
    ...{ of: 'zarmina', name: 'Hila', ageMonths: 68, languages: ['fa', 'ps'], reading: 'not_yet' },
    ...{ school: '', photos: 'none', relation: 'mother', phone: '090-0000-2101' },
  },
  {
    ...{ of: 'zhangwei', name: '一诺', ageMonths: 84, languages: ['zh', 'ja'], reading: 'hiragana' },
    ...{ school: '豊洲の小学校', photos: 'no_face', relation: 'father', phone: '080-0000-2102' },
  },
  {
    ...{ of: 'sunita', name: 'スジャル', ageMonths: 76, languages: ['ne', 'hi'], reading: 'some_hiragana' },
    ...{ school: '目黒の小学校', photos: 'inside', relation: 'mother', phone: '080-0000-2103' },
  },
  {
    ...{ of: 'qian', name: '多多', ageMonths: 74, languages: ['zh'], reading: 'not_yet' },
    ...{ school: '', photos: 'public', relation: 'mother', phone: '070-0000-2104' },
  },
];

/** Families enroll their children before tutors are asked, and say what there is to know; one has not said it yet. */
export function childrenSteps(world: InventedWorld): Step[] {
  const before = (days: number, time: string) => world.at(world.today.subtract({ days }), time);
  return [
    ...CHILDREN.map((child, place): Step => {
      const now = before(34, `${10 + place}:20`);
      return { at: now, run: (tx) => enrol(tx, child, { world, now }) };
    }),
    { at: before(32, '11:00'), run: (tx) => letAllIn(tx, { world, now: before(32, '11:00') }) },
    { at: before(31, '20:10'), run: (tx) => sayHealth(tx, { world, now: before(31, '20:10') }) },
  ];
}

interface At {
  readonly world: InventedWorld;
  readonly now: Temporal.Instant;
}

async function enrol(tx: Tx, child: Invented, { world, now }: At): Promise<void> {
  const [course] = await listCourses(tx, ['open'], 1);
  const by = world.residents.get(child.of)?.id;
  const person = by ? await findPerson(tx, by) : null;
  if (!course || !by || !person) return;
  const { name, languages, reading, school, photos, relation, phone } = child;
  const birthMonth = world.today.subtract({ months: child.ageMonths }).with({ day: 1 });
  const guardian = {
    name: person.name,
    relation,
    phone,
    mayFetch: true,
    decides: 'both',
    notTold: '',
  } as const;
  const said = { name, languages, reading, school, note: '', birthMonth, isFirstOfApril: false };
  done(await enrolChild(tx, course.id, { child: said, guardian, photos, by, now }), 'an enrollment');
}

async function letAllIn(tx: Tx, { world, now }: At): Promise<void> {
  const [course] = await listCourses(tx, ['open'], 1);
  if (!course) return;
  for (const { id } of await listEnrolments(tx, course.id, ['asked'])) {
    const byPersonId = world.coordinatorIds[0] ?? null;
    done(await letIn(tx, { enrolmentId: id, as: 'coordinator', byPersonId, now }), 'a place');
  }
}

/** An allergy, two friends who fetch, and that there is nothing; Sunita has not come to it. */
async function sayHealth(tx: Tx, { world, now }: At): Promise<void> {
  const childrenOf = async (key: string) => {
    const by = world.residents.get(key)?.id;
    return by ? (await listChildrenOf(tx, by)).map(({ id }) => ({ id, by })) : [];
  };
  for (const { id, by } of await childrenOf('zarmina')) done(await sayNothing(tx, id, { by, now }), 'health');
  for (const { id, by } of await childrenOf('qian')) done(await sayNothing(tx, id, { by, now }), 'health');
  for (const { id, by } of await childrenOf('zhangwei')) {
    const note = {
      foods: ['egg', 'walnut'],
      what: '嘴唇会肿。',
      whatToDo: '请给他吃包里的药，然后给我打电话。',
    } as const;
    done(await sayCare(tx, id, { ...note, kind: 'allergy', by, now }), 'an allergy');
    const friend = { name: '林 小明', relation: 'friend', phone: '080-0000-2199' } as const;
    await insertFetcher(tx, id, {
      ...friend,
      fromOn: world.today.subtract({ days: 31 }),
      untilOn: null,
      by,
      now,
    });
  }
}
