import type { VNode } from 'preact';
import { FilledIn, formRoutes } from '../../../../kits/forms/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
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
import { PageHead } from '../../../../ui/index.ts';
import { RUNNING } from '../../pair/life.ts';
import { findPair } from '../../pair/store.ts';
import { PAIR } from '../../pair/subject.ts';
import { pairsPaths } from '../../paths.ts';
import { partner } from '../../relations.ts';
import { pairsMessages } from '../../words.ts';
import { NothingAsked } from '../nothing-asked.tsx';
import { onOwn } from '../on-own.ts';
import { type CheckIn, listCheckIns } from '../store/check-ins.ts';
import { findSide } from '../store/side.ts';
import { checkIn, waitingOf } from './check-in.ts';
import { deeperQuestions, questionsOf, readSaid } from './questions.ts';

type Seeing = Pick<Call<{ readonly id: string }>, 'db' | 'actor' | 'locale' | 'params'>;

/** What a side is asked now; nothing of the other's is loaded. */
async function findWaiting(db: Database, pairId: string, personId: string): Promise<CheckIn | null> {
  const side = await findSide(db, pairId, personId);
  return side && waitingOf(await listCheckIns(db, pairId, side));
}

async function checkInPage(call: Seeing, form: FormState): Promise<Reply> {
  const pair = await findPair(call.db, call.params.id);
  // Once the pair is over nobody begins it any more; what was typed by then comes back.
  const isAsked = form.refusals.length > 0 || RUNNING.some((state) => state === pair?.state);
  const waiting = isAsked ? await findWaiting(call.db, call.params.id, ownId(call)) : null;
  const title = pairsMessages.in(call.locale).plain('check_in_title');
  const body = waiting ? (
    <CheckInForm waiting={waiting} form={form} />
  ) : (
    <NothingAsked title="check_in_title" pairId={call.params.id} />
  );
  return page(title, body);
}

function CheckInForm({ waiting, form }: { waiting: CheckIn; form: FormState }): VNode {
  const t = useWords(pairsMessages);
  return (
    <>
      <PageHead title={t('check_in_title')} lead={t('check_in_lead')} />
      <FilledIn
        of={questionsOf(waiting).form}
        form={form}
        action={pairsPaths.checkIn({ id: waiting.pairId })}
        button={t('check_in_send')}
        draft={`check-in-${waiting.id}`}
      />
    </>
  );
}

/** How it is, asked of one side and read by coordinators alone. */
export const checkInRoutes: readonly Route[] = formRoutes({
  path: pairsPaths.checkIn,
  access: [partner],
  audit: 'pairs.pair.checked_in',
  // Of both forms: the question that one has more may stay empty.
  of: deeperQuestions.form,
  begin: () => ({}),
  show: checkInPage,
  async save(call) {
    const { db, params, now, locale, fields } = call;
    const { id } = params;
    const waiting = await findWaiting(db, id, ownId(call));
    if (!waiting) return refusedBy({ code: 'nothing_is_asked_now' });
    const given = questionsOf(waiting).give(fields);
    const on = { pairId: id, personId: ownId(call), now };
    const done = await onOwn(db, on, (own) => checkIn(db, { ...own, given }));
    if (!done.ok) return refusedBy(done.refusal);
    await call.audit({ object: { kind: PAIR, id } });
    const isGrave = (readSaid(given)?.worries.length ?? 0) > 0;
    const said = isGrave ? 'coordinator_reads_today' : 'check_in_is_sent';
    return redirect(pairsPaths.pair({ id }), {
      tone: 'done',
      text: pairsMessages.in(locale).noted(said),
    });
  },
});
