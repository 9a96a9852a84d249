import type { Database } from '../../../platform/database/connect.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import { page, type Reply, type Visit } from '../../../platform/web/route.ts';
import type { Danger } from '../../safety/index.ts';
import { spotSetting } from '../settings.ts';
import { spotMessages } from '../words.ts';
import { AskPage } from './views.tsx';

interface Shown {
  readonly form: FormState;
  readonly dangers: readonly Danger[];
  readonly hasDraft: boolean;
}

/** The form as it stands, with what is missing; status 422 when something has to be looked at. */
export async function askPage(
  visit: Pick<Visit<unknown, unknown, Database>, 'db' | 'locale' | 'now'>,
  shown: Shown,
): Promise<Reply> {
  const settings = await readSetting(visit.db, spotSetting);
  const title = spotMessages.in(visit.locale).plain('ask_title');
  const status = shown.form.refusals.length > 0 || shown.dangers.length > 0 ? 422 : 200;
  return page(title, <AskPage {...shown} settings={settings} now={visit.now} />, status);
}
