import { actRoutes } from '../../../kits/acts/index.ts';
import type { Database } from '../../../platform/database/connect.ts';
import type { Relation } from '../../../platform/permissions.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call as Asked,
  get,
  missing,
  page,
  type Reply,
  type Route,
} from '../../../platform/web/route.ts';
import { findPersons, listMeetingProfiles, nameFor } from '../../people/index.ts';
import { seasonPaths } from '../paths.ts';
import { talksIn } from '../rules/cover.ts';
import { findAlone } from '../store/alone.ts';
import { findCall } from '../store/calls.ts';
import type { Call } from '../types.ts';
import { seasonMessages } from '../words.ts';
import { makeCall, missCall } from './commands.ts';
import { mayStillCall } from './guard.ts';
import { CallPage } from './page.tsx';
import { callTable } from './sent.ts';

export const CALL = 'season.call';

/** Whoever calls, until the call is over: what they were told to call is not theirs to read afterwards. */
const caller: Relation = {
  name: 'caller',
  async holds(db, personId, params) {
    const call = await findCall(db, params['id'] ?? '');
    if (call?.volunteerId !== personId || call.state !== 'arranged') return false;
    return mayStillCall(db, call);
  },
};

/** Whom somebody calls: name, number, words, and how it went. */
export const callRoutes: readonly Route[] = [
  get({
    path: seasonPaths.call,
    access: [caller],
    audit: 'season.call.viewed',
    async handle(call) {
      const found = await findCall(call.db, call.params.id);
      if (!found) return missing();
      await call.audit(about(found));
      return showCall(call, found, FormState.fresh());
    },
  }),
  ...actRoutes(
    callTable,
    {
      access: [caller],
      on: ({ params, actor, now }) =>
        ({ callId: params.id, as: 'volunteer', byPersonId: actor.personId ?? '', now }) as const,
      about,
      async again(call, form) {
        const found = await findCall(call.db, call.params.id);
        // Called off while they pressed: how to reach somebody is not theirs to read any more.
        return found?.state === 'arranged' ? showCall(call, found, form) : missing();
      },
    },
    {
      called: ({ db }, on) => makeCall(db, on),
      missed: ({ db }, on) => missCall(db, on),
    },
  ),
];

/** Whoever is called sees who has read how to reach them. */
function about({ id, residentId }: Call) {
  return { subjectIds: [residentId], object: { kind: CALL, id } };
}

async function showCall(
  { db, locale }: Pick<Asked<unknown, unknown, Database>, 'db' | 'locale'>,
  call: Call,
  form: FormState,
): Promise<Reply> {
  const alone = await findAlone(db, call.aloneId);
  const person = (await findPersons(db, [call.residentId])).get(call.residentId);
  const profile = (await listMeetingProfiles(db, [call.residentId])).get(call.residentId);
  if (!alone || !person) return missing();
  const name = nameFor(person, locale, 'counterpart').words;
  const shown = { call, alone, name, form, languages: profile ? talksIn(profile) : ['ja'] };
  const body = <CallPage {...shown} />;
  return { ...page(seasonMessages.in(locale).plain('call_title'), body), isShownOnce: true };
}
