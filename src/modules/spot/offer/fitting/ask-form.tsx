import type { VNode } from 'preact';
import { ActForm } from '../../../../kits/acts/index.ts';
import { mostPoints } from '../../../../matching/dispatch/fit.ts';
import { DEFAULT_WEIGHTS } from '../../../../matching/dispatch/weights.ts';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { FormState } from '../../../../platform/web/form-state.ts';
import { DataTable, Disclosure, EmptyState, TickBar } from '../../../../ui/index.ts';
import { deskForms } from '../../desk/request/forms.ts';
import { deskMessages } from '../../desk/words.ts';
import { shownOf } from '../../sent.ts';
import { columnsOf } from './columns.tsx';
import { Narrowing } from './narrowing.tsx';
import type { FittingProps } from './scene.ts';

/** Who fits as rows to tick. What all of them have in common stands above, once. */
export function AskForm(props: FittingProps): VNode {
  const { request, shown, waveSize, now } = props;
  const t = useWords(deskMessages);
  const formats = useFormats();
  const { columns, inCommon } = columnsOf(props, useLocale());
  const isOpen = request.state === 'open';
  return (
    <ActForm
      table={deskForms}
      act="waves"
      of={shownOf({ request, now, form: FormState.fresh() })}
      kind="main"
      label={t.plain('fitting_title')}
      button={t('ask_chosen')}
      whyNot={isOpen ? undefined : t('open_first')}
    >
      {(button) => (
        <>
          <div data-screen-only data-one-sheet="list">
            <Narrowing {...props} />
          </div>
          {inCommon.length > 0 && <p>{t('fit_common', { facts: formats.list(inCommon) })}</p>}
          <DataTable
            caption={t('choose_volunteers')}
            captionHidden
            columns={columns}
            rows={shown}
            rowKey={({ volunteerId }) => `fits-${volunteerId}`}
            empty={<EmptyState title={t('narrow_none')}>{t('narrow_none_text')}</EmptyState>}
            foot={
              <TickBar
                some={(count) => t('chosen_count', { count })}
                none={t('choose_volunteers_hint', { count: waveSize })}
              >
                {button}
              </TickBar>
            }
          />
          <Scale {...props} />
        </>
      )}
    </ActForm>
  );
}

/** What the bars mean: of which parts the points come, and how many there are at most. */
function Scale({ request }: Pick<FittingProps, 'request'>): VNode {
  const t = useWords(deskMessages);
  const most = mostPoints(DEFAULT_WEIGHTS, { travels: request.place.kind === 'place' });
  const parts = Object.entries(most).filter(([, points]) => points !== null);
  return (
    <Disclosure id="scale" summary={t('fit_scale_title')}>
      <p>{t('fit_scale')}</p>
      <ul>
        {parts.map(([part, points]) => (
          <li>{t(`fit_part_${part as keyof typeof most}`, { points })}</li>
        ))}
      </ul>
      <p>{t('fit_scale_less')}</p>
    </Disclosure>
  );
}
