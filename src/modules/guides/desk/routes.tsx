import { actRoutes } from '../../../kits/acts/index.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { accept, refuse } from '../../../platform/refusal.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { type Call, get, missing, page, type Reply, type Route } from '../../../platform/web/route.ts';
import { dayInJapan } from '../../people/index.ts';
import {
  dropGuide,
  publishGuide,
  sendBackGuide,
  submitGuide,
  takeUpGuide,
  withdrawGuide,
} from '../guide/commands.ts';
import { guidesPaths } from '../paths.ts';
import { listSaid, markSeen } from '../store/answers.ts';
import { findGuide, listRevisions } from '../store/guides.ts';
import type { Guide } from '../types.ts';
import { guidesStaffMessages } from '../words.ts';
import { factRoutes } from './facts/routes.tsx';
import { nameOf } from './guide-name.tsx';
import { DeskGuidePage } from './guide-page.tsx';
import { guidesList } from './list.tsx';
import { guideForms } from './sent.ts';
import { writingRoutes } from './writing/routes.tsx';

const access = ['coordinator'] as const;
/** What readers said before tells of words that have been changed since. */
const SAID_WITHIN_MONTHS = 12;

/** What coordinators do with guides and facts. */
export const deskRoutes: readonly Route[] = [
  ...guidesList,
  // What has a name of its own stands before `/desk/guides/:id`.
  ...writingRoutes,
  ...factRoutes,
  get({
    path: guidesPaths.deskGuide,
    access,
    audit: null,
    handle: (call) => guidePage(call, FormState.fresh()),
  }),
  ...actRoutes(
    guideForms,
    {
      access,
      on: ({ params, actor, now, fields }) => ({
        ...{ guideId: params.id, byPersonId: actor.personId, now },
        version: fields.version,
      }),
      about: ({ id }: Guide) => ({ subjectIds: [], object: { kind: 'guides.guide', id } }),
      again: guidePage,
    },
    {
      submission: ({ db }, on) => submitGuide(db, on),
      return: ({ db }, on) => sendBackGuide(db, on),
      publication: ({ db }, on) => publishGuide(db, on),
      withdrawal: ({ db }, on) => withdrawGuide(db, on),
      resumption: ({ db }, on) => takeUpGuide(db, on),
      removal: ({ db }, on) => dropGuide(db, on),
      async look({ db }, { guideId }) {
        const guide = await findGuide(db, guideId);
        if (!guide) return refuse('guide_is_unknown');
        await markSeen(db, guideId);
        return accept(guide);
      },
    },
  ),
];

type Looking = Pick<Call<{ id: string }, unknown, Database>, 'db' | 'params' | 'actor' | 'locale' | 'now'>;

async function guidePage({ db, params, actor, locale, now }: Looking, form: FormState): Promise<Reply> {
  const guide = await findGuide(db, params.id);
  if (!guide) return missing();
  const since = dayInJapan(now).subtract({ months: SAID_WITHIN_MONTHS });
  const body = (
    <DeskGuidePage
      {...{ guide, form, now }}
      said={await listSaid(db, guide.id, since)}
      revisions={await listRevisions(db, guide.id)}
      isOwn={guide.submittedBy === actor.personId}
    />
  );
  const title = guidesStaffMessages.in(locale).plain('desk_guide_title', { guide: nameOf(guide, locale) });
  return page(title, body);
}
