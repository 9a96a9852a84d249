import type { VNode } from 'preact';
import { FilledIn, formRoutes } from '../../../../kits/forms/index.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { ownId } from '../../../../platform/permissions.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  type Call,
  page,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { Button, Card, PageHead } from '../../../../ui/index.ts';
import { dayInJapan } from '../../../people/index.ts';
import { findPair } from '../../pair/store.ts';
import { PAIR } from '../../pair/subject.ts';
import { pairsPaths } from '../../paths.ts';
import { partner } from '../../relations.ts';
import { pairsMessages } from '../../words.ts';
import { NothingAsked } from '../nothing-asked.tsx';
import { hasBegun } from '../rules/calendar.ts';
import type { MonthAsked } from '../rules/loneliness.ts';
import { insertLoneliness } from '../store/loneliness.ts';
import { findLonelinessDue } from './find-due.ts';
import { lonelinessQuestions } from './questions.ts';

type Seeing = Pick<Call<{ readonly id: string }>, 'db' | 'actor' | 'locale' | 'params' | 'now'>;

async function dueFor({ db, params, actor, now }: Seeing): Promise<MonthAsked | null> {
  const pair = await findPair(db, params.id);
  if (!pair || !hasBegun(pair)) return null;
  return findLonelinessDue(db, pair, { personId: actor.personId ?? '', today: dayInJapan(now) });
}

async function lonelinessPage(call: Seeing, form: FormState): Promise<Reply> {
  const { id } = call.params;
  const isDue = (await dueFor(call)) !== null;
  const title = pairsMessages.in(call.locale).plain('lonely_title');
  const body = isDue ? (
    <LonelinessForm pairId={id} form={form} />
  ) : (
    <NothingAsked title="lonely_title" pairId={id} />
  );
  return page(title, body);
}

function LonelinessForm({ pairId, form }: { pairId: string; form: FormState }): VNode {
  const t = useWords(pairsMessages);
  return (
    <>
      <PageHead title={t('lonely_title')} lead={t('lonely_lead')} />
      <FilledIn
        of={lonelinessQuestions.form}
        form={form}
        action={pairsPaths.loneliness({ id: pairId })}
        button={t('check_in_send')}
        more={<Button href={pairsPaths.pair({ id: pairId })}>{t('lonely_skip')}</Button>}
      />
    </>
  );
}

/** Offered, and never asked twice. */
export function LonelinessCard({ pairId }: { pairId: string }): VNode {
  const t = useWords(pairsMessages);
  return (
    <Card
      title={t('lonely_title')}
      level={2}
      actions={<Button href={pairsPaths.loneliness({ id: pairId })}>{t('check_in_answer')}</Button>}
    >
      <p>{t('lonely_card')}</p>
    </Card>
  );
}

/** How lonely somebody is: told to nobody, counted in means alone. */
export const lonelinessRoutes: readonly Route[] = formRoutes({
  path: pairsPaths.loneliness,
  access: [partner],
  audit: 'pairs.loneliness.answered',
  of: lonelinessQuestions.form,
  begin: () => ({}),
  show: lonelinessPage,
  async save(call) {
    const { db, params, now, locale, fields } = call;
    const { id } = params;
    const month = await dueFor(call);
    if (month === null) return refusedBy({ code: 'nothing_is_asked_now' });
    const given = lonelinessQuestions.give(fields);
    await insertLoneliness(db, { pairId: id, personId: ownId(call), month, given, now });
    await call.audit({ object: { kind: PAIR, id } });
    const text = pairsMessages.in(locale).noted('lonely_is_sent');
    return redirect(pairsPaths.pair({ id }), { tone: 'done', text });
  },
});
