import { housePaths } from '../../platform/addresses/paths.ts';
import { get, page, type Route } from '../../platform/web/route.ts';
import { listHelplinesWithoutDatabase, listPublicHelplines } from './commands.ts';
import { HelpNowPage } from './help-now-views.tsx';
import { helplineRoutes } from './helplines/routes.tsx';
import { safetyPaths } from './paths.ts';
import { DANGER_PATTERNS } from './rules.ts';
import { safetyMessages } from './words.ts';

export const routes: readonly Route[] = [
  get({
    path: housePaths.helpNow,
    access: 'everyone',
    audit: null,
    async handle(call) {
      const lines = await listPublicHelplines(call.db, call.now);
      return page(safetyMessages.in(call.locale).plain('help_now_title'), <HelpNowPage lines={lines} />);
    },
    withoutDatabase({ locale, now }) {
      const shown = <HelpNowPage {...listHelplinesWithoutDatabase(now)} />;
      return page(safetyMessages.in(locale).plain('help_now_title'), shown);
    },
  }),
  get({
    path: safetyPaths.dangerWords,
    access: 'everyone',
    audit: null,
    handle: () => ({
      kind: 'file',
      body: JSON.stringify(DANGER_PATTERNS),
      mediaType: 'application/json',
      headers: new Headers({ 'cache-control': 'public, max-age=3600' }),
    }),
  }),
  ...helplineRoutes,
];
