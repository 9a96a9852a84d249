import { z } from 'zod';
import type { Setting } from '../../settings/settings.ts';

/** From how many different people's records on administrators are told. */
export interface ReadingLimits {
  readonly perHour: number;
  readonly perDay: number;
  /** And how many times as many as on a usual day of the same reader. */
  readonly times: number;
}

/** First values: a coordinator who opens the whole desk of a busy day stays below. */
export const readingSetting: Setting<ReadingLimits> = {
  subject: 'reading-watch',
  schema: z.object({
    perHour: z.number().int().min(5).max(10_000),
    perDay: z.number().int().min(5).max(10_000),
    times: z.number().int().min(1).max(20),
  }),
  value: { perHour: 60, perDay: 150, times: 3 },
};

/** Different people whose records somebody of staff has seen. */
export interface Reading {
  readonly personId: string;
  readonly hourCount: number;
  readonly dayCount: number;
  /** On a usual day: the average of the days of the last four weeks on which they read; 0 for somebody new. */
  readonly usualDay: number;
}

/** Whether somebody has read many more records than their work needs, by the limits and by their own usual. */
export function isMassReading(reading: Reading, limits: ReadingLimits): boolean {
  const own = limits.times * reading.usualDay;
  return reading.hourCount > Math.max(limits.perHour, own) || reading.dayCount > Math.max(limits.perDay, own);
}

/** Whether it needs to be asked what is usual for them. */
export function isBeyondLimits(reading: Omit<Reading, 'usualDay'>, limits: ReadingLimits): boolean {
  return isMassReading({ ...reading, usualDay: 0 }, limits);
}
