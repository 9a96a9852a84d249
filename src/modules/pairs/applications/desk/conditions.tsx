import type { VNode } from 'preact';
import { Decision } from '../../../../kits/acts/index.ts';
import { LOCALES, localeFacts } from '../../../../platform/languages/locales.ts';
import { rubyWords } from '../../../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { Card, Radios, TextField } from '../../../../ui/index.ts';
import { dayInJapan } from '../../../people/index.ts';
import type { Fee } from '../../fees/store.ts';
import { pairsMessages, pairsStaffMessages } from '../../words.ts';
import { deskForms } from './forms.ts';
import { type DeskProps, shownIn } from './scene.ts';

/** Which terms were signed; for whoever cannot sign in, what they said is written down here. */
export function SignaturePart(props: DeskProps): VNode | null {
  const t = useWords(pairsStaffMessages);
  const formats = useFormats();
  const { scene, form } = props;
  const { signatures, standing, names, application } = scene;
  if (application.state === 'submitted') return null;
  const isOpen = ['accepted', 'ready', 'paused'].includes(application.state);
  return (
    <Card title={t('terms')} level={2}>
      {signatures.length === 0 && <p>{t('terms_unsigned')}</p>}
      {signatures.map(({ version, signedAt, recordedBy }) => (
        <p>
          {t(recordedBy ? 'terms_signed_with' : 'terms_signed', {
            version,
            day: formats.day(signedAt),
            name: (recordedBy && names.get(recordedBy)) ?? t.plain('somebody'),
          })}
        </p>
      ))}
      {isOpen && standing.terms.is !== 'signed' && (
        <Decision
          table={deskForms}
          act="signatures"
          of={shownIn(props)}
          hidden={{ signs: `${standing.terms.current}` }}
          summary={t('sign_for_them')}
          text={t('sign_for_them_text')}
          button={t('sign_for_them_go')}
        >
          <Radios
            {...form.field('readIn')}
            value={form.value('readIn') || scene.person.locale}
            label={t('read_in')}
            choices={LOCALES.map((locale) => ({
              value: locale,
              label: rubyWords(localeFacts[locale].name),
              lang: localeFacts[locale].tag,
            }))}
          />
        </Decision>
      )}
    </Card>
  );
}

/** What is asked for, and what was paid or waived. */
export function FeesPart(props: DeskProps): VNode | null {
  const t = useWords(pairsStaffMessages);
  const { fees } = props.scene;
  if (fees.length === 0) return null;
  return (
    <Card title={t('fees')} level={2}>
      {fees.map((fee) => (
        <FeeLine {...props} fee={fee} />
      ))}
    </Card>
  );
}

function FeeLine(props: DeskProps & { readonly fee: Fee }): VNode {
  const t = useWords(pairsStaffMessages);
  const own = useWords(pairsMessages);
  const formats = useFormats();
  const { fee, form, now } = props;
  const day = formats.day(fee.settledOn ?? fee.dueAt);
  const of = { ...shownIn(props), form };
  return (
    <>
      <p>
        <strong>{own(`fee_${fee.kind}`)}</strong> {formats.yen(fee.amount)} ·{' '}
        {own(`fee_is_${fee.state}`, { day })}
      </p>
      {fee.state === 'due' && (
        <>
          <Decision
            table={deskForms}
            act="payments"
            of={of}
            id={`paid-${fee.id}`}
            hidden={{ feeId: fee.id }}
            summary={t('book_paid')}
            button={t('book_paid')}
          >
            <TextField
              {...form.field('paidOn')}
              value={form.value('paidOn') || dayInJapan(now).toString()}
              type="date"
              width="short"
              label={t('paid_on')}
            />
          </Decision>
          <Decision
            table={deskForms}
            act="other-amounts"
            of={of}
            id={`amount-${fee.id}`}
            hidden={{ feeId: fee.id }}
            summary={t('ask_instead')}
            text={t('ask_instead_text')}
            button={t('ask_instead')}
          >
            <TextField {...form.field('amount')} inputmode="numeric" width="short" label={t('amount')} />
          </Decision>
        </>
      )}
    </>
  );
}
