import type { VNode } from 'preact';
import { machineTime } from '../../../../platform/clock.ts';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { Heading, Notice, OwnWords, Timeline, type TimelineItem } from '../../../../ui/index.ts';
import { sayCorrection } from '../../ask/correct/correction-words.tsx';
import type { HistoryLine, SupportRequest } from '../../types.ts';
import { deskMessages } from '../words.ts';
import type { DeskProps } from './scene.ts';

/** All that was done to a request and put right in it, the newest first, with who did it and why. */
export function History(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  const entries = useEntries(props);
  return (
    <section class="stack">
      <Heading level={2}>{t('history_title')}</Heading>
      <Timeline items={entries.map(({ item }) => item)} />
    </section>
  );
}

/**
 * Why a form from an older page was refused: what has been done since it was shown, by whom and when, and that nothing
 * was done now. Nothing when the form was of this version.
 */
export function Meanwhile(props: DeskProps): VNode | null {
  const t = useWords(deskMessages);
  const { form, request } = props;
  const entries = useEntries(props);
  const version = form.value('version');
  if (version === '' || version === String(request.version)) return null;
  const seen = Number(form.value('seen'));
  const since = entries.filter(({ at }) => at.epochMilliseconds > seen);
  return (
    <Notice tone="notice" role="alert" title={t('meanwhile_title')}>
      <p>{t('meanwhile_text')}</p>
      <Timeline items={(since.length > 0 ? since : entries.slice(0, 1)).map(({ item }) => item)} />
    </Notice>
  );
}

function useEntries(props: DeskProps): Entry[] {
  const inTurn = [...useActs(props), ...useAskings(props), ...useRendering(props), ...useCorrections(props)];
  // What was done at the same instant stands in turn as well: the last of it first.
  return inTurn.toReversed().sort((one, other) => Temporal.Instant.compare(other.at, one.at));
}

interface Entry {
  readonly at: Temporal.Instant;
  readonly item: TimelineItem;
}

function useActs({ history, names, request }: DeskProps): Entry[] {
  const t = useWords(deskMessages);
  const formats = useFormats();
  return history.map((line) => ({
    at: line.at,
    item: {
      at: machineTime(line.at),
      title: t(`act_${line.act}`),
      when: t('by_at', {
        name: line.byPerson ? (names.get(line.byPerson) ?? t.plain('somebody')) : t.plain('the_program'),
        party: line.byParty,
        when: formats.dayTime(line.at),
      }),
      children: whatWasSaid(line, request) && <What line={line} request={request} />,
    },
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
function useAskings({ offers, names }: DeskProps): Entry[] {
  const t = useWords(deskMessages);
  const formats = useFormats();
  const waves = [...Map.groupBy(offers, ({ wave }) => wave).values()];
  return waves.flatMap(([first, ...others]) => {
    if (!first) return [];
    const name = first.askedBy ? (names.get(first.askedBy) ?? t.plain('somebody')) : t.plain('the_program');
    const party = first.askedBy ? 'coordinator' : 'program';
    const when = t('by_at', { name, party, when: formats.dayTime(first.askedAt) });
    const title = t('were_asked', { count: others.length + 1 });
    return [{ at: first.askedAt, item: { at: machineTime(first.askedAt), title, when } }];
  });
}

function useRendering({ request, names }: DeskProps): Entry[] {
  const t = useWords(deskMessages);
  const formats = useFormats();
  const { japanese } = request;
  // What the resident wrote along with the request is no act of its own.
  if (!japanese || japanese.at.equals(request.submittedAt)) return [];
  const when = t('by_at', {
    name: names.get(japanese.by) ?? t.plain('somebody'),
    party: japanese.origin === 'coordinator' ? 'coordinator' : 'requester',
    when: formats.dayTime(japanese.at),
  });
  const item = { at: machineTime(japanese.at), icon: 'change', title: t('act_render'), when } as const;
  return [{ at: japanese.at, item }];
}

function useCorrections({ corrections, names }: DeskProps): Entry[] {
  const t = useWords(deskMessages);
  const locale = useLocale();
  const formats = useFormats();
  return corrections.map((one) => ({
    at: one.at,
    item: {
      at: machineTime(one.at),
      icon: 'change',
      title: t('corrected_from_to', sayCorrection(one, locale)),
      when: t('by_at', {
        name: names.get(one.byPerson) ?? t.plain('somebody'),
        party: 'coordinator',
        when: formats.dayTime(one.at),
      }),
      children: <OwnWords as="p">{one.reason}</OwnWords>,
    },
  }));
}
