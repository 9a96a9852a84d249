import type { VNode } from 'preact';
import { FilledIn } from '../../../../kits/forms/index.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { Button, Heading, PageHead } from '../../../../ui/index.ts';
import { pairsPaths } from '../../paths.ts';
import { pairsStaffMessages } from '../../words.ts';
import { newRoundForm } from '../forms.ts';

/** The way to a new round, below the list of all. */
export function NewRound(): VNode {
  const t = useWords(pairsStaffMessages);
  return (
    <section class="stack">
      <Heading level={2}>{t('round_new')}</Heading>
      <p>{t('round_new_text')}</p>
      <p>
        <Button href={pairsPaths.deskNewRound()} kind="main" icon="plus">
          {t('round_new')}
        </Button>
      </p>
    </section>
  );
}

export function NewRoundPage({ form }: { readonly form: FormState }): VNode {
  const t = useWords(pairsStaffMessages);
  return (
    <>
      <PageHead
        title={t('round_new')}
        lead={t('round_new_text')}
        back={{ href: pairsPaths.deskRounds(), label: t('rounds_title') }}
      />
      <FilledIn of={newRoundForm} form={form} action={pairsPaths.deskNewRound()} button={t('round_begin')} />
    </>
  );
}
