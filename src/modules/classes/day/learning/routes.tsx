import { pdfFile } from '../../../../kits/papers/index.ts';
import { dayInJapan } from '../../../../platform/clock.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { ownId } from '../../../../platform/permissions.ts';
import { organizationSetting } from '../../../../platform/settings/organization.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { guardian } from '../../children/relations.ts';
import { findChild } from '../../children/store/children.ts';
import { findSession } from '../../store/sessions.ts';
import { isDayOpen } from '../door/rules/hours.ts';
import { publish } from '../events.ts';
import { dayPaths } from '../paths.ts';
import { atClass } from '../relation.ts';
import { listKnown } from '../store/door.ts';
import { findFamilyCode } from '../store/family-code.ts';
import { listIncidentsOf } from '../store/incidents.ts';
import {
  changeCanDo,
  countCame,
  findRecord,
  listCanDo,
  listRecords,
  lockOnDay,
  saveRecord,
} from '../store/learning.ts';
import { dayMessages } from '../words.ts';
import { FamilyCode } from './family-code.tsx';
import { LearningPage, RecordPage } from './pages.tsx';
import { readSteps, recordForm, writeSteps } from './record-form.tsx';
import { changesOf } from './rules/steps.ts';
import { schoolPaper } from './school-paper.ts';

const access = ['coordinator', atClass] as const;
type Looking = Pick<
  Call<{ id: string; childId: string }, unknown, Database>,
  'db' | 'params' | 'locale' | 'now'
>;

/** What a child did and can do: written by those who taught, read by the family, taken to school if they wish. */
export const learningRoutes: readonly Route[] = [
  get({
    path: dayPaths.record,
    access,
    audit: 'classes.record.read',
    async handle(call) {
      const found = await findOnDay(call);
      if (!found) return missing();
      await call.audit(about(found.child));
      const { session, child } = found;
      const record = await findRecord(call.db, { sessionId: session.id, childId: child.id });
      const known = (await listCanDo(call.db, child.id)).map(({ step }) => step);
      const of = <Step extends string>(steps: readonly Step[]) => steps;
      const form = recordForm.begin({
        activities: [...(record?.activities ?? [])],
        phrases: [...(record?.phrases ?? [])],
        said: record?.said ?? '',
        hiragana: of(known).filter((step) => step.startsWith('hiragana_')) as never,
        katakana: of(known).filter((step) => step.startsWith('katakana_')) as never,
        beyond: of(known).filter((step) => !step.includes('kana_')) as never,
        drawn: writeSteps(known),
        seenAt: record?.writtenAt.toString() ?? '',
      });
      return show(call, form);
    },
  }),
  post({
    path: dayPaths.record,
    access,
    audit: 'classes.record.written',
    form: recordForm.schema,
    async handle(call) {
      const found = await findOnDay(call);
      if (!found) return refusedBy({ code: 'day_is_not_open' });
      const { db, now } = call;
      const { activities, phrases, said, hiragana, katakana, beyond, drawn, seenAt } = call.fields;
      const on = { sessionId: found.session.id, childId: found.child.id };
      const by = ownId(call);
      await lockOnDay(db, on);
      const before = await findRecord(db, on);
      if (before && before.writtenBy !== by && seenAt !== before.writtenAt.toString())
        return refusedBy({ code: 'record_is_elsewhere' });
      await saveRecord(db, on, { activities, phrases, said, writtenBy: by, writtenAt: now });
      const ticked = [...hiragana, ...katakana, ...beyond];
      await changeCanDo(db, on, { ...changesOf(readSteps(drawn), ticked), by, now });
      await publish(db, { type: 'classes.record.written', ids: { ...on, byPersonId: by } });
      await call.audit(about(found.child));
      const text = dayMessages.in(call.locale).noted('record_is_saved');
      return redirect(`${dayPaths.day(call.params)}#child-${on.childId}`, { tone: 'done', text });
    },
    again: (call, form) => show(call, form),
  }),
  get({
    path: dayPaths.learning,
    access: [guardian],
    audit: null,
    async handle({ db, params, locale, now }) {
      const child = await findChild(db, params.id);
      if (!child) return missing();
      const code = await findFamilyCode(db, child.id, dayInJapan(now));
      const [canDo, records] = [await listCanDo(db, child.id), await listRecords(db, child.id)];
      const incidents = await listIncidentsOf(db, child.id);
      return page(
        dayMessages.in(locale).plain('learning_of', { name: child.name }),
        <LearningPage {...{ child, canDo, records, incidents }} code={code && <FamilyCode of={code} />} />,
      );
    },
  }),
  get({
    path: dayPaths.schoolPaper,
    access: [guardian],
    audit: null,
    async handle({ db, params, now }) {
      const child = await findChild(db, params.id);
      if (!child) return missing();
      const organization = await readSetting(db, organizationSetting);
      const by = { organization, now, came: await countCame(db, child.id) };
      return pdfFile('school', schoolPaper(child, await listCanDo(db, child.id), by), now);
    },
  }),
];

const about = ({ id, answeredBy }: { readonly id: string; readonly answeredBy: string }) => ({
  subjectIds: [answeredBy],
  object: { kind: 'classes.child', id },
});

/** A child who is of this day, as long as it is written. */
async function findOnDay({ db, params, now }: Looking) {
  const session = await findSession(db, params.id);
  if (!session || !isDayOpen(session, now)) return null;
  const known = await listKnown(db, session.id, [params.childId]);
  const child = known.has(params.childId) ? await findChild(db, params.childId) : null;
  return child && { session, child };
}

async function show(call: Looking, form: FormState): Promise<Reply> {
  const found = await findOnDay(call);
  if (!found) return missing();
  const title = dayMessages.in(call.locale).plain('record_of', { name: found.child.name });
  const record = await findRecord(call.db, { sessionId: found.session.id, childId: found.child.id });
  const isNew = record !== null && record.writtenAt.toString() !== form.value('seenAt');
  return page(title, <RecordPage {...found} form={form} meanwhile={isNew ? record : null} />);
}
