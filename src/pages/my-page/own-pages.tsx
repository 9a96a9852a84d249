import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import type { Role } from '../../platform/permissions.ts';
import { Card, Link } from '../../ui/index.ts';
import { pageMessages } from '../pages.ts';

/** To whom a page of one's own matters: all, or whoever has a part. Who applies to volunteer has that part already. */
type For = 'all' | readonly Role[];

const WHO_HELPS = ['volunteer'] as const;
/** Where somebody lives decides who is near; staff are looked for by nobody. */
const WHO_MEETS = ['resident', 'volunteer'] as const;

const GROUPS = [
  [
    'own_helping',
    [
      ['/spot/visits', 'visits', WHO_HELPS],
      ['/me/availability', 'availability', WHO_HELPS],
      ['/volunteering', 'volunteering', WHO_HELPS],
    ],
  ],
  [
    'own_about_me',
    [
      ['/me/profile', 'profile', 'all'],
      ['/me/languages', 'my_languages', 'all'],
      ['/me/place', 'my_place', WHO_MEETS],
      ['/me/household', 'household', ['resident']],
    ],
  ],
  [
    'own_messages',
    [
      ['/conversations', 'conversations', 'all'],
      ['/inbox', 'inbox', 'all'],
      ['/me/notifications', 'notification_settings', 'all'],
    ],
  ],
  [
    'own_privacy',
    [
      ['/me/sharing', 'sharing', WHO_MEETS],
      ['/me/record', 'my_record', 'all'],
      ['/me/export', 'my_copy', 'all'],
      ['/sessions', 'sessions', 'all'],
      ['/me/leaving', 'leaving', 'all'],
    ],
  ],
] as const;

/** All that somebody can say and see of themselves, by what it concerns; only what matters in the parts they have. */
export function OwnPages(props: { roles: ReadonlySet<Role>; isApplying: boolean }): VNode {
  const t = useWords(pageMessages);
  const parts = props.isApplying ? [...props.roles, 'volunteer' as const] : [...props.roles];
  const matters = (whom: For) => whom === 'all' || whom.some((role) => parts.includes(role));
  const groups = GROUPS.map(([title, pages]) => ({
    title,
    pages: pages.filter(([, , whom]) => matters(whom)),
  }));
  return (
    <div class="tiles">
      {groups
        .filter(({ pages }) => pages.length > 0)
        .map(({ title, pages }) => (
          <Card title={t(title)}>
            <ul>
              {pages.map(([href, key]) => (
                <li>
                  <Link href={href} kind="block">
                    {t(key)}
                  </Link>
                </li>
              ))}
            </ul>
          </Card>
        ))}
    </div>
  );
}
