import type { FormState } from '../../../platform/web/form-state.ts';
import { type Call, page, type Reply } from '../../../platform/web/route.ts';
import { ContactCard } from '../contact/views.tsx';
import { TOGETHER } from '../pair/life.ts';
import { loadPairScene } from '../pair/page/scene.ts';
import { Together } from '../pair/page/view.tsx';
import { findPair } from '../pair/store.ts';
import { pairsMessages } from '../words.ts';
import { findMonths } from './find-months.ts';
import { MonthsPage } from './view.tsx';

type Seeing = Pick<Call<{ readonly id: string }>, 'db' | 'actor' | 'locale' | 'now' | 'params'>;

/** The page of one's own pair from its beginning on. @returns null before that, and for whoever is not one of the two */
export async function monthsPage(call: Seeing, form: FormState): Promise<Reply | null> {
  const { db, actor, locale, now, params } = call;
  const pair = await findPair(db, params.id);
  const months = pair && (await findMonths(db, pair, { readerId: actor.personId ?? '', locale, now }));
  if (!months) return null;
  const scene = await loadPairScene(db, params.id, { personId: actor.personId, locale, now });
  const below = scene?.other && TOGETHER.some((state) => state === scene.pair.state) && (
    <Together {...scene} other={scene.other} form={form} />
  );
  const inTouch = scene?.other && months.over?.stayInTouch && (
    <ContactCard {...scene} other={scene.other} form={form} />
  );
  const title = pairsMessages.in(locale).plain('months_title', { name: months.other.text });
  return page(title, <MonthsPage {...months} {...{ form, below, inTouch }} />);
}
