import { AdvisorError } from '../../knowledge/errors.ts';

/** More is no position of any log. */
const MOST_DIGITS = 12;

/** The position that a watermark stands for: 0 where there is none yet. Throws WATERMARK_INVALID. */
export function positionOf(watermark: unknown): number {
  if (watermark === undefined || watermark === '' || watermark === '-') return 0;
  if (typeof watermark !== 'string' || !/^\d+$/.test(watermark) || watermark.length > MOST_DIGITS) {
    throw new AdvisorError('WATERMARK_INVALID');
  }
  return Number(watermark);
}
