import type { VNode } from 'preact';
import { ChangedMeanwhile, Fields, FilledIn, snake, typed as typedOf } from '../../../kits/forms/index.ts';
import { lines } from '../../../kits/scenes/index.ts';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  ActionForm,
  Actions,
  Button,
  Form,
  FormErrors,
  Heading,
  Notice,
  PageHead,
  SummaryList,
  type SummaryRow,
} from '../../../ui/index.ts';
import { OwnProfileFacts } from '../applications/own/profile-view.tsx';
import type { ProfileFacts } from '../applications/profile.ts';
import { pairsPaths } from '../paths.ts';
import { pairsMessages } from '../words.ts';
import type { FillingIn } from './filling-in.ts';
import type { Applied } from './form.ts';
import { pledgeForm } from './pledge.ts';

type Shown = FillingIn & { readonly profile: ProfileFacts; readonly form: FormState };

/** The form of one side, with what the profile says already. */
export function ApplyPage(
  props: Shown & {
    /** Who is in their household by now. */
    readonly family: readonly string[];
    readonly hasDraft: boolean;
    /** Whether it is filled in with what they said when they last applied. */
    readonly isSaidBefore: boolean;
  },
): VNode {
  const t = useWords(pairsMessages);
  const { side, of, form, profile } = props;
  return (
    <>
      <PageHead
        title={t(`apply_title_${side}`)}
        lead={t(`apply_lead_${side}`)}
        back={{ href: pairsPaths.own(), label: t('back_to_pairs') }}
      />
      {props.hasDraft && (
        <Notice
          actions={
            <ActionForm action={pairsPaths.applyRemoval({ side })}>{t('draft_throw_away')}</ActionForm>
          }
        >
          {t('draft_is_here')}
        </Notice>
      )}
      {props.isSaidBefore && <Notice>{t('apply_said_before')}</Notice>}
      <Heading level={2}>{t('profile_known_title')}</Heading>
      <p>{t('profile_known_text')}</p>
      <OwnProfileFacts facts={profile} family={props.family} />
      <FilledIn
        of={of}
        form={form}
        action={pairsPaths.apply({ side })}
        draft={`pairs-apply-${side}`}
        button={t('to_summary')}
        more={
          <Button name="intent" value="keep" noCheck>
            {t('keep_for_later')}
          </Button>
        }
      />
    </>
  );
}

/** Every answer to look through, the pledge line by line, and the button that sends it. */
export function ApplySummary(
  props: Shown & {
    readonly applied: Applied;
    readonly version: number;
    /** What they had before them when they sent it, where it was changed meanwhile and is still known. */
    readonly before: Applied | null;
    readonly hasChanged: boolean;
  },
): VNode {
  const t = useWords(pairsMessages);
  const { side, form, profile, version, before } = props;
  return (
    <>
      <PageHead title={t('summary_title')} lead={t('summary_lead')} />
      <FormErrors refusals={form.refusals} />
      {props.hasChanged && (
        <ChangedMeanwhile>{before && <SummaryList rows={useRows(props, before)} />}</ChangedMeanwhile>
      )}
      <SummaryList rows={useRows(props, props.applied, pairsPaths.apply({ side }))} />
      <Heading level={2}>{t('profile_known_title')}</Heading>
      <OwnProfileFacts facts={profile} />
      <Form action={pairsPaths.applySummary({ side })} hidden={{ version: `${version}` }}>
        <Heading level={2}>{t('pledge_title')}</Heading>
        <Fields of={pledgeForm} form={form} />
        <Notice>{t('what_happens_next')}</Notice>
        <Actions>
          <Button kind="main">{t('send_application')}</Button>
          <Button href={pairsPaths.apply({ side })}>{t('change_answers')}</Button>
        </Actions>
      </Form>
    </>
  );
}

/** Answers with their questions, each with the way back to it where one is given. */
export function useRows({ of }: Pick<FillingIn, 'of'>, applied: Applied, back?: string): SummaryRow[] {
  const locale = useLocale();
  return of.fields.flatMap((field): SummaryRow[] => {
    const value = applied[field.name];
    const say = (one: unknown) => field.say?.(one, locale) ?? typedOf(one);
    // Several stand below each other: some are sentences, some have an “and” of their own.
    const said =
      Array.isArray(value) && value.length > 1 ? lines(value.map((one) => say([one]))) : say(value);
    // Not answered is not “none”.
    if (value === '' || !said) return [];
    const label = of.label(field.name, locale);
    const key = typeof field.label === 'string' ? field.label : snake(field.name);
    const plainLabel = pairsMessages.in(locale).plain(key as never);
    const change = back ? { href: `${back}#${field.name}`, plainLabel } : undefined;
    return [{ label, value: <div class="kept-lines">{said}</div>, ...(change && { change }) }];
  });
}
