import type { VNode } from 'preact';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { Card, Prose } from '../../../../ui/index.ts';
import { spotMessages } from '../../words.ts';

/** What a volunteer leaves to others, in the order in which it comes up on a visit. */
const DO_NOTS = ['emergency', 'expert', 'acting', 'papers', 'home', 'child', 'confidence'] as const;

/** What not to do, and what to do instead. */
export function DoNots(): VNode {
  const t = useWords(spotMessages);
  return (
    <Card title={t('do_not_title')} level={2}>
      <Prose>
        <p>{t('do_not_lead')}</p>
        <ul>
          {DO_NOTS.map((rule) => (
            <li>{t(`do_not_${rule}`)}</li>
          ))}
        </ul>
      </Prose>
    </Card>
  );
}
