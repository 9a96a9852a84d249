import type { FormState } from '../../../../platform/web/form-state.ts';
import { type Call, missing, page, type Reply } from '../../../../platform/web/route.ts';
import { monthsPage } from '../../months/routes.tsx';
import { pairsMessages } from '../../words.ts';
import { loadPairScene } from './scene.ts';
import { PairPage } from './view.tsx';

export type Seeing = Pick<Call<{ readonly id: string }>, 'db' | 'actor' | 'locale' | 'now' | 'params'>;

/** The page of a proposal or a pair for one of its two, as it stands; from its beginning on that of the six months. */
export async function showPair(call: Seeing, form: FormState): Promise<Reply> {
  const { db, params, actor, locale, now } = call;
  const scene = await loadPairScene(db, params.id, { personId: actor.personId, locale, now });
  if (!scene) return missing();
  if (scene.pair.startedOn) return (await monthsPage(call, form)) ?? missing();
  const t = pairsMessages.in(locale);
  const { other, pair } = scene;
  const title =
    pair.state === 'introduction' && other
      ? t.plain('pair_title', { name: other.name.text })
      : t.plain('proposal_page');
  return page(title, <PairPage {...scene} form={form} />);
}
