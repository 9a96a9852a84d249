import type { VNode } from 'preact';
import { useWords } from '../../../../../platform/languages/reading.tsx';
import type { MayAnswer } from '../../../../../platform/parts/before-asking.ts';
import { ForChoice, Link } from '../../../../../ui/index.ts';
import { CATEGORIES } from '../../../types.ts';
import { spotMessages } from '../../../words.ts';

/** What may answer it at once: in a line below the kinds of help, for the one that is chosen. */
export function MayHelpAtOnce({ pages }: { readonly pages: readonly MayAnswer[] }): VNode {
  const t = useWords(spotMessages);
  return (
    <>
      {CATEGORIES.map((category) => {
        const own = pages.filter(({ helpKind }) => helpKind === category);
        return (
          own.length > 0 && (
            <ForChoice value={category}>
              <p>{t('read_at_once')}</p>
              <ul>
                {own.map(({ href, title }) => (
                  <li>
                    <Link href={href}>{title}</Link>
                  </li>
                ))}
              </ul>
            </ForChoice>
          )
        );
      })}
    </>
  );
}
