import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { Ahead } from '../../../platform/parts/ahead.ts';
import { ActionForm, Button, Card } from '../../../ui/index.ts';
import { dayInJapan } from '../../people/index.ts';
import { FactLines } from '../open/fact-line.tsx';
import { guidesPaths } from '../paths.ts';
import { findAsked } from '../store/checks.ts';
import { findFact } from '../store/facts.ts';
import type { Check, Fact } from '../types.ts';
import { guidesMessages } from '../words.ts';

/** A volunteer's small task: answered where it is read where it is still right, and on its page where something changed. */
export const guidesAhead: Ahead = async (db, { personId, roles, now }) => {
  if (!roles.has('volunteer')) return {};
  const check = await findAsked(db, personId);
  const fact = check && (await findFact(db, check.factId));
  if (!fact) return {};
  const card = <CheckCard check={check} fact={fact} today={dayInJapan(now)} />;
  return { items: [{ at: null, card }] };
};

function CheckCard(props: {
  readonly check: Check;
  readonly fact: Fact;
  readonly today: Temporal.PlainDate;
}): VNode {
  const t = useWords(guidesMessages);
  const { check, fact, today } = props;
  const path = guidesPaths.check({ id: check.id });
  return (
    <Card
      title={t('check_title')}
      level={2}
      actions={
        <>
          <ActionForm action={`${path}/confirmation`} hidden={{ version: `${fact.version}` }} kind="main">
            {t('check_confirm')}
          </ActionForm>
          <Button href={path}>{t('check_open')}</Button>
        </>
      }
    >
      <p>{t('check_lead')}</p>
      <FactLines facts={[fact]} today={today} />
    </Card>
  );
}
