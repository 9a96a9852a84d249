import type { VNode } from 'preact';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { ActionForm, Notice } from '../../../../ui/index.ts';
import type { RequestForm } from '../../types.ts';
import { spotMessages } from '../../words.ts';
import { type Beyond, FIELD_OF, findBeyond } from './rules/beyond.ts';

/** Before a request is sent: what of it a neighbor can't do, why, and who can. Nothing is closed by it. */
export function BeyondNotice({ request }: { readonly request: RequestForm }): VNode | null {
  const t = useWords(spotMessages);
  const found = findBeyond(request.ownWords, request.goodToKnow);
  const [first] = found;
  if (first === undefined) return null;
  // Their words go along only by this press, and are read there again before anything is sent.
  const hidden = { words: request.ownWords, origin: 'spot', field: FIELD_OF[first] };
  return (
    <Notice
      tone="notice"
      title={t('beyond_title')}
      actions={
        <ActionForm action={housePaths.consultationsTaking()} hidden={hidden}>
          {t('take_to_consultation')}
        </ActionForm>
      }
    >
      <BeyondList found={found} />
      <p>{t('beyond_door')}</p>
      <p>{t('beyond_send_anyway')}</p>
    </Notice>
  );
}

/** Each with the reason. */
export function BeyondList({ found }: { readonly found: readonly Beyond[] }): VNode {
  const t = useWords(spotMessages);
  return (
    <ul>
      {found.map((one) => (
        <li>
          <b>{t(`beyond_${one}`)}</b>
          <p>{t(`beyond_${one}_why`)}</p>
        </li>
      ))}
    </ul>
  );
}
