import { actRoutes } from '../../../kits/acts/index.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { type Call, get, missing, page, type Reply, type Route } from '../../../platform/web/route.ts';
import { dayInJapan } from '../../people/index.ts';
import { confirmFact, passCheck, reportChange } from '../facts/commands.ts';
import { askedToCheck } from '../facts/relation.ts';
import { guidesPaths } from '../paths.ts';
import { findCheck } from '../store/checks.ts';
import { findFact } from '../store/facts.ts';
import type { Check } from '../types.ts';
import { guidesMessages } from '../words.ts';
import { checkForms } from './forms.ts';
import { CheckPage } from './page.tsx';

const access = [askedToCheck] as const;

export const checkRoutes: readonly Route[] = [
  get({
    path: guidesPaths.check,
    access,
    audit: null,
    handle: (call) => checkPage(call, FormState.fresh()),
  }),
  ...actRoutes(
    checkForms,
    {
      access,
      on: ({ params, actor, now, fields }) => ({
        ...{ checkId: params.id, as: 'volunteer' as const, byPersonId: actor.personId, now },
        version: fields.version,
      }),
      about: ({ id, volunteerId }: Check) => ({
        subjectIds: [volunteerId],
        object: { kind: 'guides.check', id },
      }),
      again: checkPage,
    },
    {
      confirmation: ({ db }, on) => confirmFact(db, on),
      report: ({ db, fields }, on) => reportChange(db, { ...on, found: fields.found }),
      passing: ({ db }, on) => passCheck(db, on),
    },
  ),
];

type Looking = Pick<Call<{ id: string }, unknown, Database>, 'db' | 'params' | 'locale' | 'now'>;

async function checkPage({ db, params, locale, now }: Looking, form: FormState): Promise<Reply> {
  const check = await findCheck(db, params.id);
  const fact = check && (await findFact(db, check.factId));
  if (!fact) return missing();
  const title = guidesMessages.in(locale).plain('check_title');
  return page(title, <CheckPage {...{ check, fact, form }} today={dayInJapan(now)} />);
}
