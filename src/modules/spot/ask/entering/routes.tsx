import type { z } from 'zod';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { checkbox } from '../../../../platform/web/form-fields.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
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
import { callName, findPerson, listLanguages, type Person } from '../../../people/index.ts';
import { deskMessages } from '../../desk/words.ts';
import { spotPaths } from '../../paths.ts';
import { spotSetting } from '../../settings.ts';
import { checkTyped } from '../form/check-answers.ts';
import { AskFields } from '../form/form.ts';
import { fillInPlace } from '../form/place.ts';
import { submitRequest } from '../submit-request.ts';
import { EnteringPage } from './entering-page.tsx';

const Entry = AskFields.extend({ agreed: checkbox });
type Entry = z.output<typeof Entry> & Readonly<Record<string, unknown>>;

/** A request of somebody who has called, by the same form and rules as if they had asked themselves. */
export const enteringRoutes: readonly Route[] = [
  get({
    path: housePaths.personRequestsNew,
    access: ['coordinator'],
    audit: 'people.profile.viewed',
    async handle(call) {
      const person = await findAsker(call, call.params.id);
      if (!person) return missing();
      await call.audit({ subjectIds: [person.id], object: { kind: 'people.person', id: person.id } });
      const spoken = (await listLanguages(call.db, person.id)).filter(({ speak }) => speak > 0);
      const talkLanguages = spoken.map(({ language }) => language);
      return enteringPage(call, person, FormState.fresh({ talkLanguages }));
    },
  }),
  post({
    path: housePaths.personRequestsNew,
    access: ['coordinator'],
    audit: 'spot.request.entered',
    form: Entry,
    handle: (call) => enter(call as EntryCall),
    async again(call, form) {
      const person = await findAsker(call, call.params.id);
      return person ? enteringPage(call, person, form) : missing();
    },
  }),
];

type EntryCall = Call<{ readonly id: string }, Entry, Tx>;

async function enter(call: EntryCall): Promise<Reply> {
  const { db, actor, now, locale } = call;
  const person = await findAsker(call, call.params.id);
  if (!person) return missing();
  const fields = fillInPlace(call.fields, 'where_empty');
  const checked = await checkTyped(call, { fields, photoIds: [], enteredFor: person });
  const agreed = call.fields.agreed ? [] : [{ code: 'say_that_they_agreed', field: 'agreed' }];
  const danger = checked.hasNewDanger ? [{ code: 'tell_them_the_numbers' }] : [];
  const refusals = [...checked.refusals, ...agreed, ...danger];
  if (refusals.length > 0) return refusedBy(...refusals);
  const doer = { personId: actor.personId, party: 'coordinator', now } as const;
  const outcome = await submitRequest(db, { requesterId: person.id, form: checked.request, doer });
  if (!outcome.ok) return refusedBy(outcome.refusal);
  const id = outcome.value.requestId;
  await call.audit({
    subjectIds: [person.id],
    object: { kind: 'spot.request', id },
    detail: { agreed: 'by telephone' },
  });
  const text = deskMessages.in(locale).noted('was_entered');
  return redirect(spotPaths.deskRequest({ id }), { tone: 'done', text });
}

/** For whom it is: an adult who is there and may come in, and not the coordinator, who asks like everybody else. */
async function findAsker(
  { db, actor }: Pick<Call<unknown, unknown, Database>, 'db' | 'actor'>,
  id: string,
): Promise<Person | null> {
  if (id === actor.personId) return null;
  const person = await findPerson(db, id);
  return person?.isChild || person?.accessEndedAt ? null : person;
}

async function enteringPage(
  call: Pick<Call<unknown, unknown, Database>, 'db' | 'locale' | 'now'>,
  person: Person,
  form: FormState,
): Promise<Reply> {
  const settings = await readSetting(call.db, spotSetting);
  const title = deskMessages.in(call.locale).plain('entering_title');
  const about = { personId: person.id, name: callName(person, call.locale), settings, now: call.now };
  return page(title, <EnteringPage {...about} form={form} />);
}
