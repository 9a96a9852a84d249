import type { VNode } from 'preact';
import { ChangedMeanwhile, Fields } from '../../../../kits/forms/index.ts';
import { factsFor } from '../../../../kits/scenes/index.ts';
import { languageOf } from '../../../../platform/languages/detect.ts';
import { localeFacts } from '../../../../platform/languages/locales.ts';
import { ReadIn, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import type { MayAnswer } from '../../../../platform/parts/before-asking.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Disclosure,
  Form,
  FormErrors,
  Link,
  Notice,
  PageHead,
  Select,
  SummaryList,
  type SummaryRow,
  TextArea,
} from '../../../../ui/index.ts';
import { LANGUAGES, nameForm, plainLanguageName } from '../../../people/index.ts';
import { spotPaths } from '../../paths.ts';
import { requestFacts } from '../../request/facts.tsx';
import { MOST, type RequestForm } from '../../types.ts';
import { spotMessages } from '../../words.ts';
import { BeyondNotice } from '../scope/beyond-notice.tsx';
import { DraftPhoto } from './steps/draft-photo.tsx';

/** "Check your answers": every answer in the reader's language, with the Japanese beside it that volunteers will read. */
export function SummaryPage(props: {
  request: RequestForm;
  /** What they had before them when they sent it, where it was changed meanwhile and is still known. */
  before: RequestForm | null;
  hasChanged: boolean;
  /** Who has no name yet says it here. */
  isWelcomed: boolean;
  /** Pages on which they may find it at once. */
  mayAnswer: readonly MayAnswer[];
  /** Of the draft that is shown: sent along in place of all answers. */
  version: number;
  form: FormState;
}): VNode {
  const t = useWords(spotMessages);
  const { request, form } = props;
  const before = useRows(props.before).map(({ label, value }) => ({ label, value }));
  const isJapanese = request.ownWordsLocale === 'ja';
  return (
    <>
      <PageHead title={t('summary_title')} lead={t('summary_lead')} />
      <FormErrors refusals={form.refusals} />
      {props.hasChanged && (
        <ChangedMeanwhile>{props.before && <SummaryList rows={before} />}</ChangedMeanwhile>
      )}
      <BeyondNotice request={request} />
      <MayHelp pages={props.mayAnswer} />
      <SummaryList rows={useRows(request)} />
      <Form
        action={spotPaths.requests()}
        draft="spot-request-japanese"
        draftNote={t('draft_in_tab_only')}
        hidden={{ version: `${props.version}` }}
      >
        {!props.isWelcomed && <Fields of={nameForm} form={form} />}
        <WrittenIn request={request} />
        {!isJapanese && (
          <Disclosure
            summary={t('japanese_fold')}
            open={form.value('japaneseWords') !== '' || form.refusalOf('japaneseWords') !== undefined}
          >
            <TextArea
              {...form.field('japaneseWords')}
              label={t('japanese_words_label')}
              hint={t('japanese_words_hint')}
              maxLength={MOST.japaneseWords}
              rows={4}
              lang="ja"
              optional
            />
          </Disclosure>
        )}
        <Notice tone="info">
          <p>{t('what_happens_next')}</p>
          <p>{t('what_it_costs')}</p>
        </Notice>
        <Actions>
          <Button kind="main">{t('send_request')}</Button>
          <Button name="intent" value="change" noCheck>
            {t('change_answers')}
          </Button>
        </Actions>
      </Form>
    </>
  );
}

/** What to read first: the answer may stand there. */
function MayHelp({ pages }: { readonly pages: readonly MayAnswer[] }): VNode | null {
  const t = useWords(spotMessages);
  if (pages.length === 0) return null;
  return (
    <Notice tone="info" title={t('read_first')}>
      <ul>
        {pages.map(({ href, title }) => (
          <li>
            <Link href={href}>{title}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** In which language they wrote: asked where the words alone don't show it, with the likely one chosen. */
function WrittenIn({ request }: { readonly request: RequestForm }): VNode {
  const t = useWords(spotMessages);
  const locale = useLocale();
  const tag = request.ownWordsLocale;
  const code = tag === 'zh-Hans' ? 'zh' : tag;
  if (languageOf(request.ownWords) === tag) return <input type="hidden" name="writtenIn" value={code} />;
  return (
    <Select
      name="writtenIn"
      value={code}
      label={t('written_in_label')}
      hint={t('written_in_hint')}
      options={LANGUAGES.map((one) => ({ value: one, label: plainLanguageName(one, locale) }))}
    />
  );
}

function useRows(request: RequestForm | null): SummaryRow[] {
  const locale = useLocale();
  const photos = usePhotoRow(request?.photoIds ?? []);
  if (!request) return [];
  const of = { request, exactAddress: request.place.exactAddress };
  const own = factsFor(requestFacts, 'requester', { of, locale });
  const japanese = factsFor(requestFacts, 'requester', { of, locale: 'ja' });
  const bilingual = localeFacts[locale].tag !== 'ja';
  const rows = own.map(({ label, plainLabel, field, value, isOwn }, index): SummaryRow => {
    const beside = bilingual && !isOwn ? japanese[index] : undefined;
    return {
      label,
      value,
      change: { href: `${spotPaths.requestsNew()}#${field}`, plainLabel },
      ...(beside && { beside: <ReadIn locale="ja">{beside.value}</ReadIn>, besideLang: 'ja' }),
    };
  });
  return photos ? rows.toSpliced(AFTER_TASKS, 0, photos) : rows;
}

/** Where the form asks for photos: behind what is to be done. */
const AFTER_TASKS = 3;

function usePhotoRow(ids: readonly string[]): SummaryRow | null {
  const t = useWords(spotMessages);
  if (ids.length === 0) return null;
  const plainLabel = t.plain('photo_label');
  const change = { href: `${spotPaths.requestsNew()}#photo`, plainLabel };
  return { label: t('photo_label'), value: <Photos ids={ids} />, change };
}

function Photos(props: { ids: readonly string[] }): VNode {
  return (
    <span class="row">
      {props.ids.map((id, index) => (
        <DraftPhoto id={id} number={index + 1} />
      ))}
    </span>
  );
}
