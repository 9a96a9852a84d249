import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { Card, Notice, OwnWords, SummaryList, type SummaryRow, TextArea } from '../../../../ui/index.ts';
import { BeyondList } from '../../ask/scope/beyond-notice.tsx';
import { findBeyond } from '../../ask/scope/rules/beyond.ts';
import { mayShowWordsBeforeConfirmation } from '../../rules/words.ts';
import { FINAL_STATES } from '../../transitions.ts';
import { MOST } from '../../types.ts';
import { deskMessages } from '../words.ts';
import { Decision } from './decision.tsx';
import type { DeskProps } from './scene.ts';

/** While a coordinator decides where it belongs. */
const OPEN_QUESTION: readonly string[] = ['submitted', 'asked_back', 'open', 'unfilled'];

/** What of it is not for a volunteer, with the reason. */
function BeyondForDesk({ request }: DeskProps): VNode | null {
  const t = useWords(deskMessages);
  const found = findBeyond(request.ownWords, request.goodToKnow, request.japanese?.words ?? '');
  if (found.length === 0) return null;
  return (
    <Notice tone="notice" title={t('beyond_desk_title')}>
      <BeyondList found={found} />
      <p>{t('beyond_desk_text')}</p>
    </Notice>
  );
}

/** The requester's own words, never changed, and the Japanese beside them with who wrote it. */
export function RequestWords(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  const formats = useFormats();
  const { request, names, form } = props;
  const { japanese } = request;
  if (request.forgottenAt) {
    return (
      <Card title={t('words_title')} level={2}>
        <p>{t('words_are_forgotten')}</p>
      </Card>
    );
  }
  const rows: (SummaryRow | null)[] = [
    { label: t('own_words'), value: <OwnWords as="p">{request.ownWords}</OwnWords> },
    japanese && {
      label: t('japanese_words'),
      value: (
        <>
          <p class="kept-lines" lang="ja">
            {japanese.words}
          </p>
          <p class="field-hint">
            {t(`rendered_by_${japanese.origin}`, {
              name: names.get(japanese.by) ?? t.plain('somebody'),
              when: formats.dayTime(japanese.at),
            })}
          </p>
        </>
      ),
    },
    request.goodToKnow
      ? { label: t('good_to_know'), value: <OwnWords as="p">{request.goodToKnow}</OwnWords> }
      : null,
  ];
  const mayRender = !FINAL_STATES.includes(request.state) && request.ownWordsLocale !== 'ja';
  const isHeldBack = !mayShowWordsBeforeConfirmation(request.category);
  return (
    <Card title={t('words_title')} level={2}>
      {OPEN_QUESTION.includes(request.state) && <BeyondForDesk {...props} />}
      {isHeldBack && <p class="quiet">{t('words_are_held_back')}</p>}
      <SummaryList rows={rows.filter((row) => row !== null)} />
      {mayRender && (
        <Decision of={props} act="japanese-rendering" label={japanese ? t('render_again') : undefined}>
          <TextArea
            {...form.field('japaneseWords')}
            value={form.value('japaneseWords') || japanese?.words}
            label={t('japanese_words')}
            hint={t('render_hint')}
            lang="ja"
            rows={4}
            maxLength={MOST.japaneseWords}
          />
        </Decision>
      )}
    </Card>
  );
}
