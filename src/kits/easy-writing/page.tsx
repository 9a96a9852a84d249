import type { VNode } from 'preact';
import measured from '../../japanese/data/measured.json' with { type: 'json' };
import { READING_EXAMPLE } from '../../japanese/writing/index.ts';
import { useWords } from '../../platform/languages/reading.tsx';
import type { FormState } from '../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Disclosure,
  Form,
  FormErrors,
  LineScene,
  PageHead,
  TextArea,
} from '../../ui/index.ts';
import { AID, writeAct } from './acts.ts';
import type { Seen } from './aid.ts';
import { inBrackets } from './brackets.ts';
import { Found } from './found.tsx';
import { easyWritingPaths } from './paths.ts';
import { aidMessages } from './words.ts';

export const MOST_WORDS = 4000;
const FIELD = 'words';

/** The aid as a page of its own, for whoever comes by. */
export function EasyJapanesePage({
  form,
  example,
}: {
  readonly form: FormState;
  readonly example?: string | undefined;
}): VNode {
  const t = useWords(aidMessages);
  const seen = form.beside(FIELD) as Seen | undefined;
  const check = writeAct({ kind: 'check', field: FIELD });
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <p>{t('for_everybody')}</p>
      <FormErrors refusals={form.refusals} />
      <div class="aid-whole" data-width="full">
        <Form action={easyWritingPaths.easyJapanese()} label={t.plain('title')}>
          <div class="aid-page" data-aid={FIELD}>
            <div class="stack">
              <TextArea
                {...form.field(FIELD)}
                value={form.value(FIELD) || example}
                label={t('your_text')}
                hint={t('your_text_hint', { example: <span lang="ja">{READING_EXAMPLE}</span> })}
                lang="ja"
                rows={10}
                maxLength={MOST_WORDS}
              />
              <Actions>
                <Button kind="main" name={AID} value={check}>
                  {t('check')}
                </Button>
                {!seen && (
                  <Button href={`${easyWritingPaths.easyJapanese()}?example=1`}>{t('example_try')}</Button>
                )}
              </Actions>
              <p class="field-hint">{t('nothing_kept')}</p>
              <div data-aid-part="copied">{seen && <Copied text={seen.examined.text} />}</div>
            </div>
            <div data-aid-part="found">
              {seen ? <Found seen={seen} name={FIELD} isPage /> : <LineScene name="counter" />}
            </div>
          </div>
        </Form>
      </div>
      <Disclosure summary={t('how_title')} id="how">
        <p>{t('how_found', measured)}</p>
        <p>{t('how_share')}</p>
        <p>{t('how_dictionary')}</p>
      </Disclosure>
    </>
  );
}

/** The text for other programs, which know no readings above words. */
function Copied({ text }: { readonly text: string }): VNode {
  const t = useWords(aidMessages);
  return (
    <div class="field">
      <label class="field-label" for="copy">
        {t('copy_form')}
      </label>
      <textarea class="input" id="copy" readonly rows={4} lang="ja">
        {inBrackets(text)}
      </textarea>
      <div hidden data-copy="copy" data-copied={t.plain('copied')}>
        <Button type="button">{t('copy')}</Button>
      </div>
    </div>
  );
}
