import type { SolvedRound } from '../pairs/types.ts';

/**
 * Says for each volunteer (by column) whether one more resident could be paired with them while nobody loses
 * a pair: those with a free place, and those whose resident could move, directly or through others, to a free
 * place. These are the ends of the augmenting paths (Berge 1957), so a new candidate gives one more pair
 * exactly when this says yes.
 */
export function volunteersWithRoom(round: SolvedRound): Uint8Array {
  const { problem, result } = round;
  const pinned = new Set((problem.pinned ?? []).map(([row]) => row));
  const used = new Int32Array(problem.volunteers);
  for (const volunteer of result.volunteerOf) if (volunteer >= 0) used[volunteer]!++;
  const hasRoom = new Uint8Array(problem.volunteers);
  const queue: number[] = [];
  const open = (volunteer: number) => {
    if (hasRoom[volunteer] === 1) return;
    hasRoom[volunteer] = 1;
    queue.push(volunteer);
  };
  used.forEach((count, volunteer) => {
    if (count < problem.capacity[volunteer]!) open(volunteer);
  });
  const { start, row } = rowsByColumn(round);
  for (let head = 0; head < queue.length; head++) {
    const volunteer = queue[head]!;
    for (let at = start[volunteer]!; at < start[volunteer + 1]!; at++) {
      const resident = row[at]!;
      if (resident < 0 || pinned.has(resident)) continue;
      const now = result.volunteerOf[resident]!;
      if (now >= 0) open(now);
    }
  }
  return hasRoom;
}

/** The residents of each volunteer's candidate edges; -1 where the coordinator has ruled the pair out. */
function rowsByColumn({ problem }: SolvedRound): { start: Int32Array; row: Int32Array } {
  const forbidden = new Set(
    (problem.forbidden ?? []).map(([row, column]) => row * problem.volunteers + column),
  );
  const start = new Int32Array(problem.volunteers + 1);
  for (const column of problem.column) start[column + 1]!++;
  for (let column = 0; column < problem.volunteers; column++) start[column + 1]! += start[column]!;
  const next = start.slice();
  const row = new Int32Array(problem.column.length).fill(-1);
  for (let resident = 0; resident < problem.residents; resident++) {
    for (let at = problem.rowPtr[resident]!; at < problem.rowPtr[resident + 1]!; at++) {
      const column = problem.column[at]!;
      const isOpen = forbidden.size === 0 || !forbidden.has(resident * problem.volunteers + column);
      row[next[column]!++] = isOpen ? resident : -1;
    }
  }
  return { start, row };
}
