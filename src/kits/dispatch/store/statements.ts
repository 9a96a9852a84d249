import { EASY_JAPANESE } from '../../../matching/dispatch/language.ts';
import {
  mostCategoryPoints,
  mostPostingPoints,
  mostRestPoints,
} from '../../../matching/dispatch/memory/check.ts';
import { POINTS_FROM } from '../../../matching/dispatch/rows/rows.ts';
import type { Weights } from '../../../matching/dispatch/weights.ts';

/** Below every total. */
const BELOW_ALL = -1_000_000;

/** The text of `searchNear` for so many possible times. */
export const textNear = remembered(nearText);
/** The text of `searchAnywhere` for so many possible times. */
export const textAnywhere = remembered(anywhereText);

/**
 * Parameters by which a plan made for their values alone would seem cheaper than one for all: each hidden from the planner
 * in a query of its own, so that a statement is planned once a connection. Planning takes as long as searching.
 */
const HIDDEN = {
  languages: '(select $1::text[])',
  shifts: '(select $2::integer[])',
  task: '(select $3::text)',
  most: '(select $4::integer)',
  cells: '(select $8::integer[])',
  points: '(select $9::integer[])',
  sampled: '(select $11::integer)',
  wholeBelow: '(select $13::integer)',
} as const;

/**
 * A few rows of the nearest cells give a first floor; with it, all of these cells that can reach it give a better one;
 * with that, whoever can reach it further out is read.
 */
function nearText(weights: Weights, times: number): string {
  const most = mostCategoryPoints(weights) + mostPostingPoints(weights);
  const given = '($12::integer - (select above from drift))';
  const columns = [
    `volunteers < ${HIDDEN.wholeBelow} or sum(volunteers) over () < 5::bigint * ${HIDDEN.wholeBelow} as is_whole`,
    `${most} - case language when '${EASY_JAPANESE}' then ${weights.easyJapanese} else 0 end as most`,
    `coalesce(${given}, ${BELOW_ALL}) - shift - $14::integer as least`,
  ];
  const total = `at.shift + earned
    + greatest(0, ${weights.distanceFull} - (meters::bigint * ${weights.distancePerKilometer} / 1000)::integer)`;
  const rows = (where: string) => `
    select volunteer_id, ${earned(weights)} as earned, reach_kilometers * 1000 as reach, floor(sqrt(
      (east_meters - $15::integer)::float8 * (east_meters - $15::integer)::float8
      + (north_meters - $16::integer)::float8 * (north_meters - $16::integer)::float8))::integer as meters
    from spot.dispatch_rows where list = at.list and ${where} and ${fits(times, 17, 'open')}`;
  const reaching = (floor: string, cells: string) => `
      select volunteer_id, ${total} as total
      from (
        select list, shift, cell, ${floor} - shift - points as least
        from options cross join unnest((${HIDDEN.cells})${cells}, (${HIDDEN.points})${cells}) as z (cell, points)
        where not is_whole and ${floor} - shift - points <= most
        offset 0
      ) as at cross join lateral (
        ${rows('cell = at.cell and most_points >= at.least')} and ${earned(weights)} >= at.least offset 0) as r
      where meters <= reach and ${total} >= ${floor}`;
  const floorOf = (seen: string) => `
      select coalesce(${given}, (
        select max(total) from (select * from whole union all select * from ${seen}) as seen
        group by volunteer_id order by 1 desc offset ${HIDDEN.most} - 1 limit 1
      ) - (select above + below from drift)) as points`;
  const close = '(select points from close_floor)';
  const least = '(select points from least)';
  // To name the upper end makes the planner expect few rows: else no plan for all values would seem worth while.
  return `
    with ${known(weights, columns)}, whole as materialized (
      select volunteer_id, ${total} as total
      from options as at cross join lateral (${rows(`most_points between at.least and ${most}`)} offset 0) as r
      where is_whole and meters <= reach
    ), sampled as materialized (
      select volunteer_id, ${total} as total
      from options as at cross join unnest((${HIDDEN.cells})[1:$10::integer]) as z (cell)
      cross join lateral (${rows('cell = z.cell')} order by most_points desc limit ${HIDDEN.sampled}) as r
      where not is_whole and meters <= reach
    ), close_floor as materialized (${floorOf('sampled')}
    ), close as materialized (${reaching(close, '[1:$10::integer]')}
    ), least as materialized (
      select coalesce(narrowed.points, close_floor.points) as points
      from close_floor, (${floorOf('close')}) as narrowed
    ), further as (${reaching(least, '[$10::integer + 1:]')}
    ), found as (
      select volunteer_id, max(total) as total
      from (select * from whole union all select * from close union all select * from further) as seen
      where total >= coalesce(${least}, ${BELOW_ALL})
      group by volunteer_id order by total desc, volunteer_id limit ${HIDDEN.most}
    )
    ${answer(least, 'coalesce((select bool_or(not is_whole) from options), false)')}`;
}

/**
 * Goes down each list until as many have been met as are wanted who have all the points that their row could give: whoever
 * comes behind has no more than the last of them.
 */
function anywhereText(weights: Weights, times: number): string {
  const order = 'order by most_points desc, volunteer_id';
  // A limit that nothing reaches: it lets the planner expect an early end, and so go down the index in its order.
  return `
    with ${known(weights, [])}, found as (
      select volunteer_id, max(shift + earned) as total
      from options as at cross join lateral (
        select volunteer_id, earned from (
          select volunteer_id, earned, count(case when earned = most_points then 1 end) over down as certain
          from (
            select volunteer_id, most_points, ${earned(weights)} as earned
            from spot.dispatch_rows where list = at.list and ${fits(times, 8, 'hidden')}
            ${order} limit (select 2147483647)
          ) as ordered window down as (${order} rows unbounded preceding)
        ) as met where certain <= ${HIDDEN.most}
      ) as r
      group by volunteer_id order by total desc, volunteer_id limit ${HIDDEN.most}
    )
    ${answer('null::integer', 'false')}`;
}

/** The lists to read, and by how many points scores may be off today. */
function known(weights: Weights, columns: readonly string[]): string {
  const most = mostRestPoints(weights);
  const drift = (days: string) =>
    `least(greatest(0, ${days}) * ${weights.askedPerDay + weights.servedPerDay}, ${most})`;
  return `drift as materialized (
      select ${drift('$5::integer - oldest_on')} as above, ${drift('newest_on - $5::integer')} as below
      from spot.dispatch_day
    ), options as materialized (
      select ${['list', 'shift', ...columns].join(', ')}
      from unnest(${HIDDEN.languages}, ${HIDDEN.shifts}) as asked (language, shift)
      cross join lateral (
        select list, volunteers from spot.dispatch_lists as known
        where known.language = asked.language and task = ${HIDDEN.task} offset 0) as known
    )`;
}

/** Points without distance: those for the category that brings most give way to those for the one wanted. */
function earned(weights: Weights): string {
  return `most_points - (categories >> ${POINTS_FROM})
    + case when categories & $6::integer <> 0 then ${weights.categorySkill} else 0 end
    + case when categories & $7::integer <> 0 then ${weights.categoryPractice} else 0 end`;
}

/**
 * Whether somebody fits at one of the times, as far as a row can tell. Needs are the parameters from `$first` on; hidden
 * like the others where the planner expects to ask many rows. Of the bits of a need none but these can be left, so that
 * at least as much is the same; of equal numbers the planner would expect next to none, and read lists out of order.
 */
function fits(times: number, first: number, how: 'open' | 'hidden'): string {
  const has = (word: number, parameter: number) => {
    const need = how === 'open' ? `$${parameter}::bigint` : `(select $${parameter}::bigint)`;
    return `traits_${word} & ${need} >= ${need}`;
  };
  const isFree = Array.from({ length: times }, (_, n) =>
    [1, 2, 3].map((word) => has(word, first + 3 * n + word - 1)).join(' and '),
  );
  return `(${isFree.join(' or ')})`;
}

function answer(floor: string, isPartial: string): string {
  return `select ${floor} as floor, ${isPartial} as "isPartial", above, below, last, facts from drift, (
      select min(total) as last, string_agg(facts::text, ',') as facts
      from found join spot.dispatch_volunteers using (volunteer_id)
    ) as candidates`;
}

/** The text of a statement is as long as a page, and the same for all requests with as many possible times. */
function remembered(write: (weights: Weights, times: number) => string): typeof write {
  const known = new WeakMap<Weights, Map<number, string>>();
  return (weights, times) => {
    const texts = known.get(weights) ?? new Map<number, string>();
    const text = texts.get(times) ?? write(weights, times);
    known.set(weights, texts.set(times, text));
    return text;
  };
}
