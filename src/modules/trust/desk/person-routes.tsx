import { z } from 'zod';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { actingRole } from '../../../platform/permissions.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { type Call, get, missing, page, type Reply, type Route } from '../../../platform/web/route.ts';
import { callName } from '../../people/index.ts';
import { trustStaffMessages } from '../messages.ts';
import { STAFF_RESTRICTIONS } from '../restrictions/rules.ts';
import type { DecidedBy } from '../rules.ts';
import { findPersonFile } from './person-file.ts';
import { PersonFilePage } from './person-views.tsx';

type FileCall = Pick<Call<{ id: string }>, 'db' | 'actor' | 'locale' | 'now' | 'params'>;

/** The file of one person. */
export const personRoutes: readonly Route[] = [
  get({
    path: housePaths.trustPerson,
    access: ['coordinator'],
    audit: 'trust.person.viewed',
    // From a concern: the form of this restriction is open, and nothing is done yet.
    query: z.object({ kind: z.enum(STAFF_RESTRICTIONS).optional().catch(undefined) }),
    async handle(call) {
      const reply = await personFilePage(call, FormState.fresh({ kind: call.fields.kind }));
      if (reply.kind === 'page') await call.audit(aboutPerson(call));
      return reply;
    },
  }),
];

/** The file as a page; missing for nobody, and for one's own: nobody reads the notes about themselves here. */
export async function personFilePage(call: FileCall, form: FormState): Promise<Reply> {
  if (call.params.id === call.actor.personId) return missing();
  const file = await findPersonFile(call.db, call.params.id, call);
  if (!file) return missing();
  const title = callName(file.person, call.locale) || trustStaffMessages.in(call.locale).plain('somebody');
  return page(title, <PersonFilePage file={file} form={form} now={call.now} />);
}

/** Who decides, in the role in which they act. */
export function deciding(call: Pick<Call, 'actor'>): DecidedBy {
  return { personId: call.actor.personId, role: actingRole(call.actor) };
}

/** Whose record it is, for the audit. */
export function aboutPerson(call: { params: { id: string } }) {
  const { id } = call.params;
  return { subjectIds: [id], object: { kind: 'people.person', id } };
}
