import { actRoutes } from '../../../../kits/acts/index.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
import { type Call, get, missing, page, type Reply, type Route } from '../../../../platform/web/route.ts';
import { callName, compose, findReaders } from '../../../people/index.ts';
import { askInstead, bookPaid } from '../../fees/settle.ts';
import { chooseInterview } from '../../interview/choose.ts';
import { interviewGuide } from '../../interview/guide.ts';
import { recordInterview } from '../../interview/record.ts';
import { pairsPaths } from '../../paths.ts';
import { signTerms } from '../../terms/sign.ts';
import type { Application } from '../../types.ts';
import { pairsStaffMessages } from '../../words.ts';
import { acceptApplication, declineApplication } from '../decide.ts';
import type { OnApplication } from '../doing.ts';
import { findApplication } from '../store.ts';
import { withdrawApplication } from '../withdraw.ts';
import { deskForms } from './forms.ts';
import { ApplicationPage } from './page.tsx';
import { type DeskScene, loadDeskScene } from './scene.ts';

type Looking = Pick<Call<{ id: string }>, 'db' | 'actor' | 'locale' | 'now' | 'params'>;

const about = ({ id, memberIds }: Application) => ({
  subjectIds: memberIds,
  object: { kind: 'pairs.application', id },
});

/** One application on the desk. */
const pageRoute = get({
  path: pairsPaths.deskApplication,
  access: ['coordinator'],
  audit: 'pairs.application.viewed',
  async handle(call) {
    const scene = await sceneOf(call);
    if (!scene) return missing();
    await call.audit(about(scene.application));
    return showScene(call, scene, FormState.fresh());
  },
});

function sceneOf({ db, actor, locale, now, params: { id } }: Looking): Promise<DeskScene | null> {
  return loadDeskScene(db, { applicationId: id, readerId: actor.personId, locale, now });
}

function showScene({ locale, now }: Looking, scene: DeskScene, form: FormState): Reply {
  const title = pairsStaffMessages
    .in(locale)
    .plain('title_of_application', { name: callName(scene.person, locale) });
  return page(title, <ApplicationPage scene={scene} form={form} now={now} />);
}

/** What coordinators write down and decide about it. */
const acts = actRoutes(
  deskForms,
  {
    access: ['coordinator'],
    on: ({ params: { id: applicationId }, actor, now, fields }): OnApplication => ({
      applicationId,
      version: fields.version,
      doer: { personId: actor.personId, party: 'coordinator', now },
    }),
    about: (application: Application) => about(application),
    async again(call, form) {
      const scene = await sceneOf(call);
      return scene ? showScene(call, scene, form) : missing();
    },
  },
  {
    async 'interview-times'({ db, fields: { slot } }, on) {
      const chosen = await chooseInterview(db, slot, on);
      const application = await findApplication(db, on.applicationId);
      return chosen.ok && application
        ? { ok: true, value: application }
        : (chosen as Extract<typeof chosen, { ok: false }>);
    },
    'interview-outcomes': ({ db, fields }, on) => {
      const { outcome, need, ...answers } = fields as unknown as Pick<
        Parameters<typeof recordInterview>[1],
        'outcome'
      > & {
        readonly need: string;
      };
      return recordInterview(db, {
        ...on,
        outcome,
        need: Number(need) as Application['need'],
        notes: interviewGuide.give(answers),
      });
    },
    acceptance: ({ db, fields: { reduction } }, on) => acceptApplication(db, { ...on, reduction }),
    async declining({ db, locale, fields }, on) {
      const application = await findApplication(db, on.applicationId);
      const readers = await findReaders(db, application ? [application.personId] : [], {
        locale,
        to: 'staff',
      });
      const typed = fields.decliningWords;
      const words = compose({ field: 'decliningWords', typed, ...fields, readers, locale });
      if (!words.ok) return words;
      return declineApplication(db, { ...on, words: words.value, reason: fields.decliningReason });
    },
    signatures: ({ db, fields: { signs, readIn } }, on) => signTerms(db, { ...on, signs, locale: readIn }),
    payments: ({ db, fields: { feeId, paidOn } }, on) => bookPaid(db, { ...on, feeId, paidOn }),
    'other-amounts': ({ db, fields: { feeId, amount } }, on) => askInstead(db, { ...on, feeId, amount }),
    withdrawal: ({ db, fields: { withdrawalReason } }, on) =>
      withdrawApplication(db, { ...on, reason: withdrawalReason }),
  },
);

export const applicationDeskRoutes: readonly Route[] = [pageRoute, ...acts];
