import type { VNode } from 'preact';
import { instantAt } from '../../platform/clock.ts';
import { defineMessages } from '../../platform/languages/messages.tsx';
import { useWords } from '../../platform/languages/reading.tsx';
import { defineLife } from '../../platform/life.ts';
import { refuse } from '../../platform/refusal.ts';
import { FormState } from '../../platform/web/form-state.ts';
import { Section } from '../../ui/styleguide/index.ts';
import { ActForm, Press, sentAt } from '../acts/index.ts';
import { FactList, type Facts } from './facts.tsx';
import { History } from './history.tsx';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import jaEasy from './messages/ja-easy.json' with { type: 'json' };
import zhHans from './messages/zh-Hans.json' with { type: 'json' };
import { NextStep } from './next-step.tsx';

const sampleMessages = defineMessages({ ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans });
type Key = Extract<keyof typeof en, string>;

const bookLife = defineLife({
  noun: 'sample.book',
  acts: {
    lend: { from: ['on_the_shelf'], to: 'lent', by: ['owner'], event: 'sample.book.lent' },
    take_back: { from: ['lent'], to: 'on_the_shelf', by: ['owner'], event: 'sample.book.returned' },
  },
  refuses: () => refuse('book_is_elsewhere').refusal,
});

const bookForms = sentAt({
  at: '/styleguide',
  life: bookLife,
  words: sampleMessages,
  sent: {
    return: { act: 'take_back', says: 'sample_return' },
    correction: { audit: 'sample', says: 'sample_lent' },
  },
});

const bookFacts: Facts<null, { reader: Key }> = {
  words: { reader: sampleMessages },
  facts: [
    {
      label: { reader: 'sample_book' },
      value: (_, { locale }) => sampleMessages.in(locale)('sample_book_name'),
    },
    {
      label: { reader: 'sample_weeks' },
      value: (_, { locale }) => sampleMessages.in(locale)('sample_weeks_value'),
    },
  ],
};

/** The page of a made-up thing: what is next with its act, what cannot be done now and why, facts, history. */
export function ScenesSample(): VNode {
  const t = useWords(sampleMessages);
  const of = { id: '', state: 'lent', form: FormState.fresh() } as const;
  const name = t('sample_name');
  return (
    <Section id="kit-scenes" title={t('sample_title')}>
      <NextStep
        title={t('sample_next')}
        actions={
          <Press table={bookForms} act="return" of={of} kind="main" confirm={t('sample_next_text')}>
            {t('sample_return')}
          </Press>
        }
      />
      <ActForm
        table={bookForms}
        act="correction"
        of={of}
        button={t('sample_lend')}
        whyNot={t('sample_lend_why_not')}
      >
        {null}
      </ActForm>
      <FactList facts={bookFacts} reader="reader" of={null} />
      <History
        title={t('sample_history')}
        happenings={[
          { at: instantAt(LENT_AT), title: t('sample_lent'), by: (when) => t('sample_by', { when, name }) },
        ]}
      />
    </Section>
  );
}

const LENT_AT = Date.UTC(2026, 10, 24);
