import { actRoutes } from '../../../../kits/acts/index.ts';
import { daily } from '../../../../kits/slots/index.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
import { type Call, get, missing, page, type Reply, type Route } from '../../../../platform/web/route.ts';
import { setIntroductionTime } from '../../introduction/commands.ts';
import { pairsPaths } from '../../paths.ts';
import { decline } from '../../propose/answer.ts';
import type { Pair } from '../../types.ts';
import { pairsStaffMessages } from '../../words.ts';
import { letWrite } from '../../worry/writing.ts';
import type { OnPair } from '../doing.ts';
import { handOver, lookAgain } from '../hand-over.ts';
import { PAIR } from '../subject.ts';
import { deskPairForms } from './forms.ts';
import { DeskPairPage } from './page.tsx';
import { type DeskPair, loadDeskPair } from './scene.ts';

type Looking = Pick<Call<{ readonly id: string }>, 'db' | 'actor' | 'locale' | 'now' | 'params'>;

const sceneOf = ({ db, params, actor, locale, now }: Looking) =>
  loadDeskPair(db, { pairId: params.id, readerId: actor.personId, locale, now });

function show({ locale }: Looking, scene: DeskPair, form: FormState): Reply {
  const { pair, names } = scene;
  const [volunteer, resident] = [names.get(pair.volunteerId) ?? '', names.get(pair.residentId) ?? ''];
  const title = pairsStaffMessages.in(locale).plain('pair_of_two', { volunteer, resident });
  return page(title, <DeskPairPage {...scene} form={form} />);
}

/** The page of a pair on the desk again, with what was typed in a form of it. */
export async function showDeskPair(call: Looking, form: FormState): Promise<Reply> {
  const scene = await sceneOf(call);
  return scene ? show(call, scene, form) : missing();
}

/** One pair on the desk. */
const pageRoute = get({
  path: pairsPaths.deskPair,
  access: ['coordinator'],
  audit: 'pairs.pair.looked_up',
  async handle(call) {
    const scene = await sceneOf(call);
    if (!scene) return missing();
    await call.audit({ subjectIds: [...scene.memberIds], object: { kind: PAIR, id: scene.pair.id } });
    return show(call, scene, FormState.fresh());
  },
});

export const deskPairRoutes: readonly Route[] = [
  pageRoute,
  ...actRoutes(
    deskPairForms,
    {
      access: ['coordinator'],
      on: ({ params, actor, now, fields: { version } }): OnPair => ({
        pairId: params.id,
        doer: { personId: actor.personId, party: 'coordinator', now },
        version,
      }),
      about: ({ id, volunteerId, residentId }: Pair) => ({
        subjectIds: [volunteerId, residentId],
        object: { kind: PAIR, id },
      }),
      again: showDeskPair,
    },
    {
      withdrawal: ({ db, fields: { reason } }, on) => decline(db, { ...on, reason }),
      introduction: ({ db, actor, fields }, on) => {
        const { day, time, minutes, place, whereWords } = fields;
        const startsAt = daily(time).on(day);
        const hostId = actor.personId ?? '';
        const when = { hostId, startsAt, endsAt: startsAt.add({ minutes }), place, whereWords };
        return setIntroductionTime(db, { ...on, when });
      },
      'hand-over': ({ db, fields: { toId, letter: reason } }, on) => handOver(db, { ...on, toId, reason }),
      'second-look': ({ db, fields: { found: reason } }, on) => lookAgain(db, { ...on, reason }),
      writing: ({ db }, on) => letWrite(db, on),
    },
  ),
];
