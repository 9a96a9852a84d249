import type { VNode } from 'preact';
import type { Database } from '../../platform/database/connect.ts';
import type { Locale } from '../../platform/languages/locales.ts';
import { useWords } from '../../platform/languages/reading.tsx';
import { organizationSetting } from '../../platform/settings/organization.ts';
import { readSetting } from '../../platform/settings/settings.ts';
import { page, type Reply } from '../../platform/web/route.ts';
import { Link, Notice, PageHead } from '../../ui/index.ts';
import { OfficeLinks } from './office-links.tsx';
import { signInPaths } from './paths.ts';
import { signInMessages } from './words.ts';

/** For a browser that has just been given a cookie and came back without it: why signing in can't go on, and what to do. */
export async function showNoCookie(call: { db: Database; locale: Locale }): Promise<Reply> {
  const office = await readSetting(call.db, organizationSetting);
  const title = signInMessages.in(call.locale).plain('no_cookie_title');
  return page(title, <NoCookiePage {...office} />, 422);
}

function NoCookiePage(props: { phone: string; email: string }): VNode {
  const words = useWords(signInMessages);
  return (
    <>
      <PageHead title={words('no_cookie_title')} lead={words('browser_keeps_no_cookie')} />
      <Notice tone="notice" role="alert">
        <p>{words('no_cookie_text')}</p>
        <OfficeLinks {...props} />
      </Notice>
      <p>
        <Link href={signInPaths.signIn()} kind="block">
          {words('no_cookie_again')}
        </Link>
      </p>
    </>
  );
}
