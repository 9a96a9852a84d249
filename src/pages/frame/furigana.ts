import { z } from 'zod';
import { housePaths } from '../../platform/addresses/paths.ts';
import { expectQuestions } from '../../platform/languages/furigana/known-readings.ts';
import { rememberFurigana } from '../../platform/web/cookies.ts';
import { backPath } from '../../platform/web/passage/back-path.ts';
import { post, type Route } from '../../platform/web/route.ts';

/** Readings above the kanji of Japanese, on or off for this browser; back to the page on which that was pressed. */
export const furiganaRoute: Route = post({
  path: housePaths.furigana,
  access: 'everyone',
  audit: null,
  keep: 'nothing',
  form: z.object({ furigana: z.enum(['shown', 'hidden']), back: z.string().max(500).optional() }),
  handle({ fields }) {
    if (fields.furigana === 'shown') expectQuestions();
    const headers = new Headers({ 'set-cookie': rememberFurigana(fields.furigana) });
    const path = fields.back === '/' ? '/' : backPath(fields.back);
    return { kind: 'redirect', path, headers, isDetour: true };
  },
});
