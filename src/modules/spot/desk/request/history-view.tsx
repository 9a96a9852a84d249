import type { VNode } from 'preact';
import { type Happening, History, newestFirst } from '../../../../kits/scenes/index.ts';
import type { Words } from '../../../../platform/languages/messages.tsx';
import { useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { Notice, OwnWords } from '../../../../ui/index.ts';
import { sayCorrection } from '../../ask/correct/correction-words.tsx';
import type { Party } from '../../transitions.ts';
import type { HistoryLine, SupportRequest } from '../../types.ts';
import { deskMessages } from '../words.ts';
import type { DeskProps } from './scene.ts';

/** All that was done to a request and put right in it, the newest first, with who did it and why. */
export function RequestHistory(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  return <History title={t('history_title')} happenings={useHappenings(props)} />;
}

/**
 * Why a form from an older page was refused: what has been done since it was shown, by whom and when, and that nothing
 * was done now. Nothing when the form was of this version.
 */
export function Meanwhile(props: DeskProps): VNode | null {
  const t = useWords(deskMessages);
  const { form, request } = props;
  const happenings = newestFirst(useHappenings(props));
  const version = form.value('version');
  if (version === '' || version === String(request.version)) return null;
  const seen = Number(form.value('seen'));
  const since = happenings.filter(({ at }) => at.epochMilliseconds > seen);
  const told = since.length > 0 ? since : happenings.slice(0, 1);
  return (
    <Notice tone="notice" role="alert" title={t('meanwhile_title')}>
      <p>{t('meanwhile_text')}</p>
      <History happenings={told.toReversed()} />
    </Notice>
  );
}

function useHappenings(props: DeskProps): Happening[] {
  return [...useActs(props), ...useAskings(props), ...useRendering(props), ...useCorrections(props)];
}

/** Who did something, in which part; the program where nobody did. */
export function useBy({ names }: Pick<DeskProps, 'names'>) {
  const t = useWords(deskMessages);
  return (id: string | null, party: Party) => (when: Words) => {
    const name = id ? (names.get(id) ?? t.plain('somebody')) : t.plain('the_program');
    return t('by_at', { name, party, when });
  };
}

function useActs({ history, names, request }: DeskProps): Happening[] {
  const t = useWords(deskMessages);
  const by = useBy({ names });
  return history.map((line) => ({
    at: line.at,
    title: t(`act_${line.act}`),
    by: by(line.byPerson, line.byParty),
    children: whatWasSaid(line, request) && <What line={line} request={request} />,
  }));
}

/** Why, and how a request ended: where its person was sent, and in which words. */
function What({ line, request }: { line: HistoryLine; request: SupportRequest }): VNode {
  const t = useWords(deskMessages);
  const words = whatWasSaid(line, request);
  return (
    <>
      {line.act === 'redirect' && request.redirectedTo && <p>{t(`target_${request.redirectedTo}`)}</p>}
      {words && <OwnWords as="p">{words}</OwnWords>}
    </>
  );
}

/** The reason of an act; of an ending, what its person reads. */
function whatWasSaid(line: HistoryLine, request: SupportRequest): string | null {
  const isEnd = line.act === 'redirect' || line.act === 'decline';
  return line.reason ?? (isEnd ? request.outcomeWords : null);
}

/** Each round of asking, with how many were asked and by whom. */
function useAskings({ offers, names }: DeskProps): Happening[] {
  const t = useWords(deskMessages);
  const by = useBy({ names });
  return [...Map.groupBy(offers, ({ wave }) => wave).values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { askedAt: at, askedBy } = first;
    const title = t('were_asked', { count: others.length + 1 });
    return [{ at, title, by: by(askedBy, askedBy ? 'coordinator' : 'program') }];
  });
}

function useRendering({ request, names }: DeskProps): Happening[] {
  const t = useWords(deskMessages);
  const by = useBy({ names });
  const { japanese } = request;
  // What the resident wrote along with the request is no act of its own.
  if (!japanese || japanese.at.equals(request.submittedAt)) return [];
  const party = japanese.origin === 'coordinator' ? 'coordinator' : 'requester';
  return [{ at: japanese.at, icon: 'change', title: t('act_render'), by: by(japanese.by, party) }];
}

function useCorrections({ corrections, names }: DeskProps): Happening[] {
  const t = useWords(deskMessages);
  const locale = useLocale();
  const by = useBy({ names });
  return corrections.map((one) => ({
    at: one.at,
    icon: 'change',
    title: t('corrected_from_to', sayCorrection(one, locale)),
    by: by(one.byPerson, 'coordinator'),
    children: <OwnWords as="p">{one.reason}</OwnWords>,
  }));
}
