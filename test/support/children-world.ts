import { sayCare } from '../../src/modules/classes/children/care/commands.ts';
import { barSomebody } from '../../src/modules/classes/children/desk/commands.ts';
import { enrolChild } from '../../src/modules/classes/children/enrol/commands.ts';
import { insertFetcher } from '../../src/modules/classes/children/store/fetching.ts';
import { enrolChild as letIn } from '../../src/modules/classes/enrolments/commands.ts';
import { listCourses } from '../../src/modules/classes/store/courses.ts';
import { listEnrolments } from '../../src/modules/classes/store/enrolments.ts';
import type { Tx } from '../../src/platform/database/connect.ts';
import { sure } from './events.ts';

interface Who {
  readonly guardian: string;
  readonly coordinator: string;
}

/** A child of the course, with an allergy, a friend who may fetch and somebody who must not. */
export async function buildChildren(tx: Tx, who: Who, now: Temporal.Instant): Promise<void> {
  const [course] = await listCourses(tx, ['open'], 1);
  if (!course) throw new Error('there is no course to enroll a child in');
  const by = { by: who.guardian, now };
  const birthMonth = Temporal.PlainDate.from('2020-05-01');
  const childId = sure(
    await enrolChild(tx, course.id, {
      ...by,
      child: {
        ...{ name: 'Asha', languages: ['ne', 'ja'], reading: 'some_hiragana', school: 'すみだ保育園' },
        ...{ note: '電車が好きです。', birthMonth, isFirstOfApril: false },
      },
      guardian: {
        ...{ name: 'Sita', relation: 'mother', phone: '090-0000-1111', mayFetch: true },
        ...{ decides: 'me', notTold: '元の夫に教えないでください。' },
      },
      photos: 'inside',
    }),
  );
  const [enrolment] = await listEnrolments(tx, course.id, ['asked']);
  if (!enrolment) throw new Error('nobody has asked for a place');
  const on = { enrolmentId: enrolment.id, as: 'coordinator', byPersonId: who.coordinator, now } as const;
  sure(await letIn(tx, on));
  const care = {
    foods: ['egg'],
    what: '口がはれます。',
    whatToDo: 'かばんの薬を飲ませて、電話してください。',
  } as const;
  sure(await sayCare(tx, childId, { ...by, ...care, kind: 'allergy' }));
  const friend = { name: 'Hana Sato', relation: 'friend', phone: '' } as const;
  const fromOn = now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
  await insertFetcher(tx, childId, { ...friend, ...by, fromOn, untilOn: null });
  const bar = { barred: 'Ram Gurung', looks: '背が高い', reason: '保護命令', source: '裁判所の書類を見た' };
  const barred = { ...bar, call: '03-0000-0000', untilOn: '', by: who.coordinator, now };
  sure(await barSomebody(tx, childId, barred));
}
