import { FilledIn, formRoutes } from '../../../kits/forms/index.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  missing,
  page,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { PageHead } from '../../../ui/index.ts';
import { TOGETHER } from '../pair/life.ts';
import { asSide } from '../pair/page/own.ts';
import { loadPairScene } from '../pair/page/scene.ts';
import { residentOfPair, volunteerOfPair } from '../pair/relations.ts';
import { PAIR } from '../pair/subject.ts';
import { pairsPaths } from '../paths.ts';
import { pairsMessages } from '../words.ts';
import { expectOf } from './expect.ts';
import { expectationQuestions } from './questions.ts';

type Seeing = Pick<Call<{ readonly id: string }>, 'db' | 'actor' | 'locale' | 'now' | 'params'>;

const sceneOf = ({ db, params, actor, locale, now }: Seeing) =>
  loadPairScene(db, params.id, { personId: actor.personId, locale, now });

/** The page on which a side writes its six lines. */
export const expectationRoutes: readonly Route[] = formRoutes({
  path: pairsPaths.expectations,
  access: [volunteerOfPair, residentOfPair],
  audit: 'pairs.pair.expected',
  of: expectationQuestions.form,
  async begin(call) {
    const scene = await sceneOf(call);
    if (!scene || !TOGETHER.some((state) => state === scene.pair.state)) return null;
    return scene.expectations.own?.answers ?? {};
  },
  show: expectationsPage,
  async save(call) {
    const { db, params, actor, now, locale, fields: answers } = call;
    const on = { pairId: params.id, personId: actor.personId, version: undefined, now };
    const done = await asSide(db, on, (own) => expectOf(db, { ...own, answers }));
    if (!done.ok) return refusedBy(done.refusal);
    await call.audit({ subjectIds: [], object: { kind: PAIR, id: params.id } });
    const text = pairsMessages.in(locale).noted('expect_kept');
    return redirect(pairsPaths.pair({ id: params.id }), { tone: 'done', text });
  },
});

async function expectationsPage(call: Seeing, form: FormState): Promise<Reply> {
  const scene = await sceneOf(call);
  if (!scene?.other) return missing();
  const t = pairsMessages.in(call.locale);
  const id = call.params.id;
  return page(
    t.plain('expect_title'),
    <>
      <PageHead
        title={t('expect_title')}
        lead={t('expect_lead', { name: scene.other.name.words })}
        back={{ href: pairsPaths.pair({ id }), label: t('back_to_pair') }}
      />
      <FilledIn
        of={expectationQuestions.form}
        form={form}
        action={pairsPaths.expectations({ id })}
        button={t('expect_save')}
      />
    </>,
  );
}
