import { toPlace } from '../plane.ts';
import type { Place } from '../types.ts';
import type { Draw } from './draw.ts';

/** Latitude, longitude and weight of where people live: the 23 wards and six towns around them. */
const CENTERS = `
  35.694 139.754 2  35.671 139.772 3  35.658 139.752 4  35.694 139.703 6  35.708 139.752 4
  35.713 139.78 4  35.711 139.802 4  35.673 139.817 7  35.609 139.73 5  35.641 139.698 4
  35.561 139.716 9  35.646 139.653 12  35.664 139.698 4  35.707 139.664 5  35.699 139.636 8
  35.726 139.717 5  35.753 139.734 5  35.736 139.783 4  35.751 139.709 8  35.736 139.652 10
  35.775 139.805 9  35.743 139.847 6  35.707 139.868 9  35.703 139.56 6  35.666 139.316 5
  35.53 139.703 8  35.861 139.646 6  35.695 139.983 5  35.448 139.642 8
`;

const centers = CENTERS.trim()
  .split(/\s{2,}/)
  .map((center) => center.split(' ').map(Number))
  .map(([latitude = 0, longitude = 0, weight = 0]) => [{ latitude, longitude }, weight] as const);

/** A place in the made-up city: most people live close to a center, some further out. */
export function cityPlace(draw: Draw): Place {
  const { latitude, longitude } = draw.pick(centers);
  const spread = draw.chance(0.85) ? 0.035 : 0.12;
  return toPlace(latitude + draw.bell() * spread * 0.8, longitude + draw.bell() * spread);
}
