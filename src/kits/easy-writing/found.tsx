import type { VNode } from 'preact';
import { parseFurigana } from '../../japanese/furigana.ts';
import type { Proposal, Remark, Share } from '../../japanese/writing/index.ts';
import { rubyWords, type Words } from '../../platform/languages/messages.tsx';
import { useWords } from '../../platform/languages/reading.tsx';
import { Button, Notice, StatusChip } from '../../ui/index.ts';
import { AID, AID_FIRST, writeAct } from './acts.ts';
import type { Seen } from './aid.ts';
import { Readings } from './readings.tsx';
import { reasonFor } from './reasons.tsx';
import { aidMessages } from './words.ts';

/** More than anybody mends at once; the rest comes when these are mended. */
const MOST_SHOWN = 60;
const AROUND = 10;

interface FoundProps {
  readonly seen: Seen;
  /** Of the field. */
  readonly name: string;
  /** On a page of its own its parts have headings; below a field, nobody knows of which level. */
  readonly isPage?: true;
}

/** What was found in a field's words: how hard they are, each place with its reason and proposals, the readings. */
export function Found({ seen, name, isPage }: FoundProps): VNode {
  const t = useWords(aidMessages);
  const { examined, first, done } = seen;
  if (examined.plain.trim() === '') return <Notice tone="notice">{t('write_something')}</Notice>;
  const remarks = examined.remarks.filter(isSaidAlone);
  const isUnspaced = examined.remarks.some(({ finding }) => finding.rule === 'Y13');
  return (
    <section class="aid-found stack" aria-labelledby={`${name}-found`}>
      <input type="hidden" name={AID_FIRST} value={`${name} ${first.hard}/${first.words}`} />
      {done !== 'looked' && <Notice tone={done === 'gone' ? 'notice' : 'info'}>{t(done)}</Notice>}
      <ShareLine now={examined.share} first={first} />
      <Head id={`${name}-found`} isPage={isPage} isFirst>
        {t('places', { count: remarks.length })}
      </Head>
      {remarks.length === 0 && <p>{t('nothing_found_text')}</p>}
      <ol class="aid-remarks">
        {remarks.slice(0, MOST_SHOWN).map((remark) => (
          <RemarkRow remark={remark} name={name} plain={examined.plain} />
        ))}
      </ol>
      {isUnspaced && (
        <div class="aid-ask">
          <Button name={AID} value={writeAct({ kind: 'apart', field: name })} noCheck>
            {t('apart')}
          </Button>
        </div>
      )}
      <Head isPage={isPage}>{t('readings_title')}</Head>
      <Readings readings={examined.readings} name={name} />
      <Head isPage={isPage}>{t('as_read')}</Head>
      <AsRead text={examined.text} remarks={remarks} />
    </section>
  );
}

function Head(props: {
  readonly children: Words;
  readonly isPage: true | undefined;
  readonly id?: string;
  readonly isFirst?: true;
}): VNode {
  const { id, isPage, isFirst, children } = props;
  const focus = isFirst && { tabindex: -1, autofocus: true };
  return isPage ? (
    <h2 id={id} {...focus}>
      {children}
    </h2>
  ) : (
    <p class="aid-head" id={id} {...focus}>
      {children}
    </p>
  );
}

/** Missing readings and spaces are mended all at once; each of them is not said. */
function isSaidAlone({ finding: { rule, params } }: Remark): boolean {
  return rule !== 'Y13' && !(rule === 'Y3' && params['kanji'] !== undefined);
}

const percentOf = ({ hard, words }: Share) => (words === 0 ? 0 : Math.round((hard / words) * 100));

function ShareLine({ now, first }: { readonly now: Share; readonly first: Share }): VNode {
  const t = useWords(aidMessages);
  const [percent, before] = [percentOf(now), percentOf(first)];
  return (
    <div class="aid-share">
      <p>
        <strong>{t('hard_words')}</strong>{' '}
        <span>{t('share_line', { hard: now.hard, words: now.words })}</span>
      </p>
      <meter min={0} max={100} value={percent} aria-label={t.plain('hard_words')}>
        {percent} %
      </meter>
      <p class="aid-percents">
        <span>{t('share_first', { percent: before })}</span> <strong>{t('share_now', { percent })}</strong>
      </p>
    </div>
  );
}

interface RemarkProps {
  readonly remark: Remark;
  readonly name: string;
  readonly plain: string;
}

function RemarkRow({ remark, name, plain }: RemarkProps): VNode {
  const t = useWords(aidMessages);
  const { finding, proposals } = remark;
  const { instead } = finding.params;
  const isOnlySaid = proposals.length === 0;
  return (
    <li class="aid-remark" data-level={finding.level}>
      <p class="aid-place">
        <StatusChip tone={finding.level === 'refused' ? 'notice' : 'plain'}>
          {t(finding.level === 'refused' ? 'must' : 'may')}
        </StatusChip>{' '}
        <Place remark={remark} plain={plain} />
      </p>
      <p class="aid-why" data-as-written={finding.rule === 'Y4' || undefined}>
        {reasonFor(remark, t)}
      </p>
      {isOnlySaid && (
        <p class="aid-why">
          {typeof instead === 'string'
            ? t('idea', { words: <span lang="ja">{rubyWords(instead)}</span> })
            : t('only_you')}
        </p>
      )}
      {!isOnlySaid && (
        <div class="actions">
          {proposals.map((proposal) => (
            <Use proposal={proposal} name={name} />
          ))}
        </div>
      )}
    </li>
  );
}

/** The words, with a little of what stands around them. */
function Place({ remark: { words, from, to }, plain }: Omit<RemarkProps, 'name'>): VNode {
  const before =
    plain
      .slice(Math.max(0, from - AROUND), from)
      .split('\n')
      .at(-1) ?? '';
  const after = plain.slice(to, to + AROUND).split('\n')[0] ?? '';
  const shown = words.length > 40 ? `${words.slice(0, 40)}…` : words;
  return (
    <span lang="ja" class="aid-context" data-as-written>
      {before}
      <mark>{shown}</mark>
      {after}
    </span>
  );
}

function Use({ proposal, name }: { readonly proposal: Proposal; readonly name: string }): VNode {
  const t = useWords(aidMessages);
  const { from, words, put } = proposal;
  const act = writeAct({ kind: 'put', field: name, from, to: from + words.length, words, put });
  return (
    <Button name={AID} value={act} noCheck icon="change">
      <span class="visually-hidden">{t('use')}: </span>
      <span lang="ja" data-as-written>
        {put === '' ? `— ${words} —` : rubyWords(put)}
      </span>
    </Button>
  );
}

/** The text with its readings, what was found marked in it. */
export function AsRead({
  text,
  remarks,
}: {
  readonly text: string;
  readonly remarks: readonly Remark[];
}): VNode {
  let at = 0;
  const marks = new Uint8Array(text.length);
  for (const { from, to } of remarks) if (to - from < 30) marks.fill(1, from, to);
  const isMarked = (from: number, to: number) => marks.subarray(from, to).includes(1);
  return (
    <div class="aid-read kept-lines" lang="ja" data-as-written>
      {parseFurigana(text).map((segment) => {
        const from = at;
        if (!('text' in segment)) {
          at += segment.base.length;
          const ruby = rubyWords(`｜${segment.base}《${segment.reading}》`);
          return isMarked(from, at) ? <mark>{ruby}</mark> : ruby;
        }
        at += segment.text.length;
        return piecesOf(segment.text, (place) => isMarked(from + place, from + place + 1)).map(
          ({ words, marked }) => (marked ? <mark>{words}</mark> : words),
        );
      })}
    </div>
  );
}

function piecesOf(text: string, isMarked: (at: number) => boolean): { words: string; marked: boolean }[] {
  const pieces: { words: string; marked: boolean }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const [last, marked] = [pieces.at(-1), isMarked(at)];
    if (last && last.marked === marked) last.words += text[at];
    else pieces.push({ words: text[at] ?? '', marked });
  }
  return pieces;
}
