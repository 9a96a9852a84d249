import type { Field } from '../../../../kits/forms/index.ts';
import { type Locale, localeFacts } from '../../../../platform/languages/locales.ts';
import type { Standing } from '../../guide/pieces.ts';
import { guidesStaffMessages } from '../../words.ts';

/** What stands with a field of a translation: the Japanese of the same piece, and whose words are there. */
export interface Beside {
  readonly japanese: string;
  /** What it was when the words were made, where it is another by now. */
  readonly was?: string | undefined;
  readonly standing?: Standing | undefined;
}

/** The same field with the Japanese above its box, so that nobody looks for it elsewhere on the page. */
export function withSource<One extends Field>(field: One, beside: Beside | undefined): One {
  if (!beside) return field;
  const { japanese, was, standing } = beside;
  const hint = (locale: Locale) => {
    const t = guidesStaffMessages.in(locale);
    const keys = [
      ...(typeof field.hint === 'string' ? [field.hint] : []),
      ...(standing ? [`piece_is_${standing.origin}`] : []),
      ...(standing?.isBehind ? ['piece_is_behind'] : []),
    ];
    const between = localeFacts[locale].staff === 'ja' ? '' : ' ';
    return (
      <>
        {keys.map((key) => t.plain(key as never)).join(between)}
        <span class="translated-from" lang="ja">
          {was !== undefined && was !== japanese ? (
            <>
              <del>{was}</del> <ins>{japanese}</ins>
            </>
          ) : (
            japanese
          )}
        </span>
      </>
    );
  };
  return { ...field, hint };
}
