import type { DispatchRequest } from './types.ts';

/**
 * Refuses a request that cannot be ranked exactly.
 * @throws RangeError for numbers that are not whole or out of range, a time without length, no possible time,
 * a visit in person without a place, or a limit below 1.
 */
export function checkRequest(request: DispatchRequest, limit: number): void {
  if (!isCount(limit, 1, 1000)) throw new RangeError('The limit must be a whole number from 1 to 1,000.');
  if (!isCount(request.today, 0, 60_000)) throw new RangeError('Today must be an epoch day.');
  if (!isCount(request.travelBufferMinutes, 0, 24 * 60)) {
    throw new RangeError('The travel buffer must be a whole number of minutes, at most a day.');
  }
  if (!isCount(request.neededLevel, 0, 6) || !isCount(request.spokenJapanese, 0, 6)) {
    throw new RangeError('A level must be a whole number from 0 to 6.');
  }
  checkTimes(request);
  if (request.mode !== 'in_person') return;
  const { place } = request;
  if (!place) throw new RangeError('A visit in person needs a place.');
  if (![place.eastMeters, place.northMeters].every((meters) => isCount(meters, -2e7, 2e7))) {
    throw new RangeError('A place must be given in whole meters.');
  }
}

function checkTimes({ possibleTimes }: DispatchRequest): void {
  if (possibleTimes.length === 0) throw new RangeError('A request needs at least one possible time.');
  for (const { startMinute, durationMinutes, weekday, slot } of possibleTimes) {
    const isWhole = isCount(startMinute, 0, 2 ** 31 - 1) && isCount(durationMinutes, 1, 24 * 60);
    if (!isWhole || !isCount(weekday, 0, 6) || !isCount(slot, 0, 47)) {
      throw new RangeError(
        'A possible time needs whole minutes, a weekday from 0 to 6 and a slot from 0 to 47.',
      );
    }
  }
}

function isCount(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
