import type { VNode } from 'preact';
import { ActForm } from '../../../../kits/acts/index.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { Checkboxes, TextField } from '../../../../ui/index.ts';
import { classesStaffMessages } from '../../words.ts';
import { sessionForms } from '../sent.ts';
import type { SessionProps } from './props.ts';

/** What became of a day: who of the adults was there, and what it cost. */
export function ReportForm({ session, adults, form, now }: SessionProps): VNode {
  const t = useWords(classesStaffMessages);
  const of = { id: session.id, state: session.state, version: session.version, form, now };
  return (
    <section class="stack">
      <h2>{t('report_title')}</h2>
      <p>{t('report_text')}</p>
      <ActForm table={sessionForms} of={of} act="report" kind="main" button={t('report_send')}>
        <Checkboxes
          {...form.field('came')}
          label={t('report_came')}
          choices={adults
            .filter(({ state }) => state === 'yes')
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          {...form.field('costJpy')}
          label={t('report_cost')}
          hint={t('report_cost_hint')}
          inputmode="numeric"
          width="short"
          optional
        />
      </ActForm>
    </section>
  );
}
