import type { ComponentChildren } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { type Call, page, type Reply, redirect } from '../../../platform/web/route.ts';
import { PageHead } from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';

type About =
  | 'profile'
  | 'languages'
  | 'japanese'
  | 'place'
  | 'household'
  | 'portrait'
  | 'availability'
  | 'free_hours'
  | 'sharing';

/** A page on which somebody says something of themselves: what, why it is asked, and the way back to their own page. */
export function ownPage({ locale }: Pick<Call, 'locale'>, about: About, children: ComponentChildren): Reply {
  const words = peopleMessages.in(locale);
  return page(
    words.plain(`${about}_title`),
    <>
      <PageHead
        title={words(`${about}_title`)}
        lead={words(`${about}_lead`)}
        back={{ href: housePaths.me(), label: words('back_to_my_page') }}
      />
      {children}
    </>,
  );
}

/** What was said there is kept. */
export function kept({ locale }: Pick<Call, 'locale'>, path: string): Reply {
  return redirect(path, { tone: 'done', text: peopleMessages.in(locale).noted('kept') });
}
