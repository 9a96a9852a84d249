import type { VNode } from 'preact';
import type { Database } from '../../../platform/database/connect.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { AheadItem, AheadReader, AheadWay } from '../../../platform/parts/ahead.ts';
import { isStaff } from '../../../platform/permissions.ts';
import { Button, Card } from '../../../ui/index.ts';
import { type NextStep, nextStepOf } from '../applications/own/next-step.ts';
import { isCurrent } from '../applications/rules.ts';
import { findWhole } from '../applications/standing.ts';
import { findNewestApplication } from '../applications/store.ts';
import { drafts } from '../apply/drafts.ts';
import { pairsPaths } from '../paths.ts';
import { SIDES } from '../types.ts';
import { pairsMessages } from '../words.ts';

/** What somebody does themselves; the rest is waited for. */
const THEIRS: readonly NextStep[] = [
  'choose_interview',
  'sign_terms',
  'sign_again',
  'pay',
  'finish_volunteering',
  'complete_profile',
];

const PAIRS: AheadWay = {
  href: pairsPaths.own(),
  title: pairsMessages.label('pairs_title'),
  text: pairsMessages.label('pairs_lead'),
  order: 55,
};

/** The next step on the way to a pair, until somebody is ready for one; a draft; or the way there. */
export async function applyingAhead(
  db: Database,
  reader: AheadReader,
): Promise<{ readonly items: readonly AheadItem[]; readonly ways: readonly AheadWay[] }> {
  const newest = await findNewestApplication(db, reader.personId);
  if (!newest || !isCurrent(newest)) {
    const begun = await Promise.all(SIDES.map((side) => drafts[side].find(db, reader.personId)));
    const hasDraft = begun.some((draft) => draft !== null);
    const item = { at: null, card: <StepCard title="draft_waits" />, isYourTurn: true };
    return { items: hasDraft ? [item] : [], ways: isStaff(reader) || hasDraft ? [] : [PAIRS] };
  }
  const whole = await findWhole(db, newest, reader.now);
  if (!whole || newest.state === 'ready' || newest.state === 'paused') return { items: [], ways: [] };
  const step = nextStepOf(whole.standing);
  const { interview } = whole.standing;
  const at = step === 'go_to_interview' && interview.is === 'ahead' ? interview.interview.startsAt : null;
  const card = <StepCard title={`next_${step}`} />;
  return { items: [{ at, card, isYourTurn: THEIRS.includes(step) }], ways: [] };
}

function StepCard({ title }: { readonly title: 'draft_waits' | `next_${NextStep}` }): VNode {
  const t = useWords(pairsMessages);
  return (
    <Card title={t('pairs_title')} level={3}>
      <p>{t(title)}</p>
      <Button href={pairsPaths.own()}>{t('to_pairs')}</Button>
    </Card>
  );
}
