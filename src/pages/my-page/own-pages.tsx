import type { VNode } from 'preact';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import { entriesIn, type NavigationEntry, OWN_GROUPS } from '../../platform/parts/navigation.ts';
import type { Role } from '../../platform/permissions.ts';
import { Link } from '../../ui/index.ts';
import { pageMessages } from '../pages.ts';

/** All that somebody can say and see of themselves, by what it concerns; only what matters in the parts they have. */
export function OwnPages(props: { entries: readonly NavigationEntry[]; parts: ReadonlySet<Role> }): VNode {
  const t = useWords(pageMessages);
  const locale = useLocale();
  const groups = OWN_GROUPS.map((group) => ({ group, pages: entriesIn(group, props.entries, props.parts) }));
  return (
    <div class="own-pages">
      {groups
        .filter(({ pages }) => pages.length > 0)
        .map(({ group, pages }) => (
          <section>
            <h3>{t(`own_${group}`)}</h3>
            <ul>
              {pages.map(({ href, label }) => (
                <li>
                  <Link href={href} kind="block">
                    {label(locale)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}
