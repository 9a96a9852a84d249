import type { ComponentChildren, VNode } from 'preact';
import { WARD_MAP_VIEW_BOX, type WardPath, wardPaths } from '../../japanese/map.ts';
import { findMunicipality } from '../../japanese/places.ts';
import { keepDrawn } from '../../platform/languages/keep-drawn.ts';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import { DataTable } from '../data-table/data-table.tsx';
import { uiMessages } from '../messages.ts';

export interface WardCount {
  /** JIS code of the municipality: `13101` to `13123` lie on the map, others stand in the table. */
  code: string;
  /** A round with its number. */
  marked: number;
  /** The darker the ward, the more. */
  shaded: number;
}

/** A line between two wards, the wider the more. */
export interface WardWay {
  from: string;
  to: string;
  count: number;
}

export interface WardMapProps {
  /** Names the map and its table. */
  caption: ComponentChildren;
  plainCaption: string;
  /** Wards without an entry count as none and none. */
  counts: readonly WardCount[];
  labels: { ward: ComponentChildren; marked: ComponentChildren; shaded: ComponentChildren };
  /** Who comes from where, with what the lines are called; in the table they stand in the row to which they lead. */
  ways?: { label: ComponentChildren; between: readonly WardWay[] } | undefined;
  /** Where the outlines come from. */
  credits?: ComponentChildren | undefined;
}

/** The 23 wards of Tokyo: one figure as numbered rounds, one as shading, with the same figures as a table behind. */
export function WardMap(props: WardMapProps): VNode {
  const most = Math.max(1, ...props.counts.map((count) => count.shaded));
  return (
    <figure class="ward-map">
      <figcaption>{props.caption}</figcaption>
      <Wards
        counts={props.counts}
        ways={props.ways?.between ?? []}
        most={most}
        caption={props.plainCaption}
      />
      <Legend {...props} most={most} />
      <WardTable {...props} counts={props.counts.filter((count) => count.marked + count.shaded > 0)} />
      {props.credits && <p class="ward-credits">{props.credits}</p>}
    </figure>
  );
}

const Wards = keepDrawn(function Wards(props: {
  counts: readonly WardCount[];
  ways: readonly WardWay[];
  most: number;
  caption: string;
}): VNode {
  const counts = new Map(props.counts.map((count) => [count.code, count]));
  return (
    <svg viewBox={WARD_MAP_VIEW_BOX} role="img" aria-label={props.caption}>
      {wardPaths().map((ward) => (
        // Out of a file that the browser keeps: a desk renews itself all day, and half of what it weighs would be outlines.
        <use
          class="ward"
          href={`/wards.svg#ward-${ward.code}`}
          data-shade={shadeOf(counts.get(ward.code)?.shaded ?? 0, props.most)}
        />
      ))}
      <Ways between={props.ways} />
      {wardPaths().map((ward) => (
        <WardLabel ward={ward} marked={counts.get(ward.code)?.marked ?? 0} />
      ))}
    </svg>
  );
});

/** Straight lines between the middles of wards, one for both directions. */
function Ways({ between }: { between: readonly WardWay[] }): VNode {
  const centers = new Map(wardPaths().map(({ code, centre }) => [code, centre]));
  const lines = Map.groupBy(between, ({ from, to }) => [from, to].toSorted().join('-'));
  return (
    <>
      {[...lines.values()].map((both) => {
        const [from, to] = [centers.get(both[0]?.from ?? ''), centers.get(both[0]?.to ?? '')];
        const count = both.reduce((sum, way) => sum + way.count, 0);
        return (
          from &&
          to && (
            <path
              class="ward-way"
              d={`M${from.x} ${from.y - 10}L${to.x} ${to.y - 10}`}
              stroke-width={Math.min(18, 4 + 2 * count)}
            />
          )
        );
      })}
    </>
  );
}

/** One of five shades: none, then up to a quarter, a half, three quarters and all of the most. */
function shadeOf(shaded: number, most: number): number {
  return shaded === 0 ? 0 : Math.ceil((4 * shaded) / most);
}

function WardLabel(props: { ward: WardPath; marked: number }): VNode {
  const { x, y } = props.ward.centre;
  const name = useWardName();
  if (props.marked === 0) {
    return (
      <text class="ward-name" x={x} y={y + 8}>
        {name(props.ward)}
      </text>
    );
  }
  return (
    <g>
      <circle class="ward-round" cx={x} cy={y - 10} r={24} />
      <text class="ward-number" x={x} y={y + 1}>
        {props.marked}
      </text>
      <text class="ward-name" x={x} y={y + 36}>
        {name(props.ward)}
      </text>
    </g>
  );
}

function useWardName(): (ward: Pick<WardPath, 'name' | 'english'>) => string {
  const locale = useLocale();
  return (ward) => (locale === 'en' ? ward.english : ward.name);
}

function Legend(props: Pick<WardMapProps, 'labels' | 'ways'> & { most: number }): VNode {
  return (
    <ul class="ward-legend">
      <li>
        <svg viewBox="0 0 48 48" aria-hidden="true">
          <circle class="ward-round" cx="24" cy="24" r="22" />
        </svg>
        <span>{props.labels.marked}</span>
      </li>
      <li>
        <svg viewBox="0 0 192 48" aria-hidden="true" data-wide>
          {[1, 2, 3, 4].map((shade) => (
            <path class="ward" data-shade={shade} d={`M${(shade - 1) * 48} 4h48v40h-48Z`} />
          ))}
        </svg>
        <span>{props.labels.shaded}</span>
        <span class="numeric">{props.most > 1 ? `1–${props.most}` : 1}</span>
      </li>
      {props.ways && props.ways.between.length > 0 && (
        <li>
          <svg viewBox="0 0 48 48" aria-hidden="true">
            <path class="ward-way" d="M4 24H44" stroke-width="8" />
          </svg>
          <span>{props.ways.label}</span>
        </li>
      )}
    </ul>
  );
}

function WardTable(props: Pick<WardMapProps, 'caption' | 'counts' | 'labels' | 'ways'>): VNode {
  const words = useWords(uiMessages);
  const name = useWardName();
  const { ways } = props;
  const nameOf = (code: string) => {
    const place = findMunicipality(code);
    return place ? name(place) : code;
  };
  const comingTo = (code: string) =>
    (ways?.between ?? [])
      .filter(({ to }) => to === code)
      .map(({ from, count }) => `${nameOf(from)} ${count}`)
      .join(' · ');
  return (
    <details class="behind">
      <summary>{words('map_table')}</summary>
      <DataTable
        caption={props.caption}
        captionHidden
        dense
        columns={[
          { key: 'ward', head: props.labels.ward, cell: ({ code }) => nameOf(code), rowHead: true },
          { key: 'marked', head: props.labels.marked, cell: ({ marked }) => marked, numeric: true },
          { key: 'shaded', head: props.labels.shaded, cell: ({ shaded }) => shaded, numeric: true },
          ...(ways ? [{ key: 'ways', head: ways.label, cell: ({ code }: WardCount) => comingTo(code) }] : []),
        ]}
        rows={[...props.counts].sort((a, b) => b.marked - a.marked || a.code.localeCompare(b.code))}
      />
    </details>
  );
}
