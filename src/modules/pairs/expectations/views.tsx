import type { VNode } from 'preact';
import type { Given } from '../../../kits/questionnaires/index.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { Actions, Button, Card, StatusChip, SummaryList, type Tone } from '../../../ui/index.ts';
import type { PairScene } from '../pair/page/scene.ts';
import { pairsPaths } from '../paths.ts';
import type { ShownOther } from '../propose/shown.ts';
import { pairsMessages } from '../words.ts';
import { expectationQuestions } from './questions.ts';
import { type Agreement, compareExpectations } from './rules.ts';

const TONES: Readonly<Record<Agreement, Tone>> = { same: 'good', partly: 'plain', different: 'notice' };

/** What both expect, side by side once both have written it; until then what is still to be written. */
export function ExpectationsCard(props: PairScene & { readonly other: ShownOther }): VNode {
  const t = useWords(pairsMessages);
  const { own, theirs } = props.expectations;
  const name = props.other.name.words;
  const href = pairsPaths.expectations({ id: props.pair.id });
  if (own && theirs)
    return (
      <Card title={t('expect_both')} level={2} id="expectations">
        <p>{t('expect_talk')}</p>
        <Compared own={own} theirs={theirs} name={name} />
        <Actions>
          <Button href={href}>{t('expect_change')}</Button>
        </Actions>
      </Card>
    );
  return (
    <Card title={t('expect_title')} level={2} id="expectations">
      <p>{t(own ? 'expect_waiting' : 'expect_lead', { name })}</p>
      <Actions>
        <Button href={href} kind={own || props.pair.startedOn ? undefined : 'main'}>
          {t(own ? 'expect_change' : 'expect_fill')}
        </Button>
      </Actions>
    </Card>
  );
}

/** Line by line what one and the other expect, and how that fits. */
export function Compared(props: {
  readonly own: Given;
  readonly theirs: Given;
  readonly name: ShownOther['name']['words'];
  /** What the first of them is called, unless it is the reader. */
  readonly ownName?: ShownOther['name']['words'];
}): VNode {
  const t = useWords(pairsMessages);
  const locale = useLocale();
  const { own, theirs, name, ownName } = props;
  const others = new Map(expectationQuestions.say(theirs, locale).map((line) => [line.id, line.answer]));
  const agreements = compareExpectations(own, theirs);
  const said = (answer: Words | undefined) => answer || t('expect_nothing');
  const rows = expectationQuestions.say(own, locale).map(({ id, question, answer }) => ({
    label: question,
    value: (
      <>
        <div>
          {ownName
            ? t('expect_line', { name: ownName, answer: said(answer) })
            : t('expect_own_line', { answer: said(answer) })}
        </div>
        <div>{t('expect_line', { name, answer: said(others.get(id)) })}</div>
        <Agrees as={agreements.get(id) ?? 'same'} line={id} />
      </>
    ),
  }));
  return <SummaryList rows={rows} />;
}

/** What somebody would rather not is read, and needs no agreeing. */
function Agrees(props: { readonly as: Agreement; readonly line: string }): VNode | null {
  const t = useWords(pairsMessages);
  if (props.line === 'whatNot') return null;
  return <StatusChip tone={TONES[props.as]}>{t(`expect_${props.as}`)}</StatusChip>;
}
