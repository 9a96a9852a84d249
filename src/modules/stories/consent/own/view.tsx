import type { VNode } from 'preact';
import { FilledIn } from '../../../../kits/forms/index.ts';
import { NextStep } from '../../../../kits/scenes/index.ts';
import { useFormats, useHref, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  ActionForm,
  Disclosure,
  FormErrors,
  Notice,
  OwnWords,
  PageHead,
  Prose,
  SummaryList,
} from '../../../../ui/index.ts';
import { storiesPaths } from '../../paths.ts';
import type { Consent, Proof, Use } from '../../types.ts';
import { UseList } from '../../uses/use-list.tsx';
import { storiesMessages } from '../../words.ts';
import { consentForm } from './form.ts';

interface ConsentProps {
  readonly consent: Consent;
  readonly isGuarded: boolean;
  /** As they are read in the language of the consent. */
  readonly words: readonly string[];
  readonly read: string;
  readonly link: string;
  readonly form: FormState;
  readonly errors: FormState;
  readonly hasPhoto: boolean;
  readonly uses: readonly Use[];
  readonly proofs: readonly Proof[];
}

/** One consent: what is asked, what was agreed to, all of it taken back; without an account. */
export function ConsentPage(props: ConsentProps): VNode {
  const t = useWords(storiesMessages);
  const { state } = props.consent;
  return (
    <>
      <PageHead title={t('consent_title')} />
      {state === 'named' && <Waiting {...props} />}
      {state === 'asked' && <Asking {...props} />}
      {state === 'agreed' && <Agreed {...props} />}
      {(state === 'recalled' || state === 'declined') && <Over {...props} />}
      {props.proofs.length > 0 && <Proofs proofs={props.proofs} />}
    </>
  );
}

function Asking(props: ConsentProps): VNode {
  const t = useWords(storiesMessages);
  const { consent, isGuarded, form, link, read, hasPhoto } = props;
  const at = (act: string) => `${storiesPaths.consent({ token: link })}/${act}`;
  // Said at the top of the form, which now stands under the words as they are.
  const hasChanged = form.refusals.some(({ code }) => code === 'story_has_changed_since');
  return (
    <>
      <p>
        {consent.guardian
          ? t('consent_for_child', { name: consent.name })
          : t('consent_asked', { name: consent.name })}
      </p>
      <Notice>{t('consent_free')}</Notice>
      <Words {...props} />
      {isGuarded && <Notice>{t('consent_guarded')}</Notice>}
      <FilledIn
        of={consentForm}
        form={form}
        action={at('agreement')}
        hidden={{ read: hasChanged ? read : form.value('read') || read }}
        button={t('consent_agree')}
        without={hasPhoto ? [] : ['showsFace']}
      />
      <ActionForm action={at('refusal')} confirm={t('consent_refuse_confirm')}>
        {t('consent_refuse')}
      </ActionForm>
    </>
  );
}

function Words({ words, hasPhoto, link }: ConsentProps): VNode {
  const t = useWords(storiesMessages);
  const href = useHref();
  const [title = '', ...paragraphs] = words;
  return (
    <section class="stack">
      <h2>{t('consent_words')}</h2>
      <Prose>
        <p>
          <strong>
            <OwnWords>{title}</OwnWords>
          </strong>
        </p>
        {paragraphs.map((paragraph) => (
          <OwnWords as="p">{paragraph}</OwnWords>
        ))}
      </Prose>
      {hasPhoto && (
        <p>
          <img src={href(storiesPaths.consentPhoto({ token: link }))} alt={t.plain('consent_photo')} />
        </p>
      )}
    </section>
  );
}

/** They were asked before, and will be once more: also in between they take everything back. */
function Waiting({ uses, link, errors }: ConsentProps): VNode {
  const t = useWords(storiesMessages);
  return (
    <>
      <FormErrors refusals={errors.refusals} />
      <NextStep title={t('consent_anew_title')} text={t('consent_anew_text')}>
        <Recall link={link} />
      </NextStep>
      {uses.length > 0 && (
        <>
          <h2>{t('uses_title')}</h2>
          <UseList uses={uses} />
        </>
      )}
    </>
  );
}

function Recall({ link }: Pick<ConsentProps, 'link'>): VNode {
  const t = useWords(storiesMessages);
  return (
    <ActionForm
      action={`${storiesPaths.consent({ token: link })}/recall`}
      kind="danger"
      confirm={t('consent_recall_confirm')}
    >
      {t('consent_recall')}
    </ActionForm>
  );
}

function Agreed({ consent, uses, link, errors }: ConsentProps): VNode {
  const t = useWords(storiesMessages);
  const { day, list } = useFormats();
  const { shownAs, untilAt, agreedText, showsFace, showsPlace } = consent;
  return (
    <>
      <FormErrors refusals={errors.refusals} />
      <NextStep title={t('consent_agreed_title')} text={t('consent_agreed_text')}>
        <Recall link={link} />
      </NextStep>
      <SummaryList
        rows={[
          { label: t('consent_uses'), value: list(consent.uses.map((one) => t(`use_in_${one}`))) },
          { label: t('consent_naming'), value: shownAs ? <OwnWords>{shownAs}</OwnWords> : t('naming_none') },
          ...(consent.inPicture
            ? [{ label: t('consent_face'), value: t(showsFace ? 'is_shown' : 'is_hidden') }]
            : []),
          { label: t('consent_place'), value: t(showsPlace ? 'is_shown' : 'is_hidden') },
          { label: t('consent_until'), value: untilAt ? day(untilAt) : '' },
        ]}
      />
      <h2>{t('uses_title')}</h2>
      <UseList uses={uses} />
      <Disclosure summary={t('consent_exact')}>
        <OwnWords as="div">{agreedText ?? ''}</OwnWords>
      </Disclosure>
    </>
  );
}

/** What is gone, and honestly what is not in our hands. */
function Over({ consent, uses }: ConsentProps): VNode {
  const t = useWords(storiesMessages);
  const gone = uses.filter(({ isOurs }) => isOurs);
  const elsewhere = uses.filter(({ isOurs }) => !isOurs);
  const isOnlyHidden = !consent.inText;
  return (
    <>
      <NextStep
        title={t(consent.state === 'recalled' ? 'consent_recalled_title' : 'consent_declined_title')}
        text={t(isOnlyHidden ? 'consent_recalled_face_text' : 'consent_recalled_text')}
      />
      {!isOnlyHidden && gone.length > 0 && (
        <>
          <h2>{t('uses_gone')}</h2>
          <UseList uses={gone} />
        </>
      )}
      {elsewhere.length > 0 && (
        <>
          <h2>{t('uses_elsewhere')}</h2>
          <p>{t('uses_elsewhere_text')}</p>
          <UseList uses={elsewhere} />
        </>
      )}
    </>
  );
}

function Proofs({ proofs }: Pick<ConsentProps, 'proofs'>): VNode {
  const t = useWords(storiesMessages);
  const { dayTime } = useFormats();
  return (
    <section class="stack">
      <h2>{t('proofs_title')}</h2>
      <p class="quiet">{t('proofs_text')}</p>
      <SummaryList
        rows={proofs.map(({ act, at, code }) => ({
          label: t(`proof_${act}`),
          value: (
            <>
              {dayTime(at)} · <span class="unbroken">{code}</span>
            </>
          ),
        }))}
      />
    </section>
  );
}
