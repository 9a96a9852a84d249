import type { VNode } from 'preact';
import { useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { EmptyState, PageHead } from '../../../../ui/index.ts';
import { deskMessages } from '../../desk/words.ts';
import { spotPaths } from '../../paths.ts';
import { spotMessages } from '../../words.ts';
import { AskForm } from './ask-form.tsx';
import { Excluded } from './excluded.tsx';
import type { FittingProps } from './scene.ts';

/** Who fits, best first, to be asked; then who doesn't, by reason. */
export function FittingPage(props: FittingProps): VNode {
  const t = useWords(deskMessages);
  const spot = useWords(spotMessages);
  const { request, fits, isCut, excluded } = props;
  return (
    <>
      <PageHead
        title={t('fitting_title')}
        lead={t(isCut ? 'fitting_cut' : 'fitting_lead', { count: fits.length })}
        back={{
          href: spotPaths.deskRequest({ id: request.id }),
          label: spot(`category_${request.category}`),
        }}
      />
      {fits.length === 0 ? (
        <EmptyState title={t('nobody_fits')}>
          {t('nobody_fits_text', { reasons: excluded.length > 0 ? 'some' : 'none' })}
        </EmptyState>
      ) : (
        <AskForm {...props} />
      )}
      {excluded.length > 0 && <Excluded {...props} locale={useLocale()} />}
    </>
  );
}
