import { drawNormal, drawWeighted, type Random } from './random.ts';

interface Ward {
  readonly latitude: number;
  readonly longitude: number;
  /** Inhabitants and foreign residents, in thousands. */
  readonly inhabitants: number;
  readonly foreigners: number;
  readonly radius_km: number;
}

const WARDS: readonly Ward[] = (
  [
    [35.694, 139.754, 68, 4, 1.5], // Chiyoda
    [35.671, 139.772, 176, 10, 1.5], // Chuo
    [35.658, 139.752, 266, 22, 2.0], // Minato
    [35.694, 139.703, 350, 45, 2.0], // Shinjuku
    [35.708, 139.752, 240, 14, 1.6], // Bunkyo
    [35.713, 139.78, 211, 19, 1.5], // Taito
    [35.711, 139.801, 280, 16, 1.7], // Sumida
    [35.673, 139.817, 530, 38, 3.0], // Koto
    [35.609, 139.73, 420, 16, 2.2], // Shinagawa
    [35.641, 139.698, 288, 11, 1.8], // Meguro
    [35.561, 139.716, 748, 29, 3.6], // Ota
    [35.646, 139.653, 940, 27, 3.6], // Setagaya
    [35.664, 139.698, 243, 13, 1.8], // Shibuya
    [35.707, 139.664, 344, 22, 1.9], // Nakano
    [35.699, 139.636, 590, 20, 2.8], // Suginami
    [35.726, 139.716, 300, 34, 1.7], // Toshima
    [35.753, 139.734, 355, 27, 2.2], // Kita
    [35.736, 139.783, 217, 22, 1.5], // Arakawa
    [35.751, 139.709, 584, 34, 2.7], // Itabashi
    [35.736, 139.652, 752, 25, 3.3], // Nerima
    [35.775, 139.804, 695, 43, 3.5], // Adachi
    [35.743, 139.847, 465, 28, 2.8], // Katsushika
    [35.707, 139.868, 690, 46, 3.4], // Edogawa
  ] as const
).map(([latitude, longitude, inhabitants, foreigners, radius_km]) => ({
  latitude,
  longitude,
  inhabitants,
  foreigners,
  radius_km,
}));

const KM_NORTH = 111.0;
const KM_EAST = 90.3;

/** How often each of 16 languages is spoken, in percent. The first is Japanese, the second English. */
const RESIDENT_LANGUAGES = [55, 45, 38, 14, 12, 9, 6, 3, 4, 5, 3, 3, 2, 2, 4, 1];
const VOLUNTEER_LANGUAGES = [95, 62, 12, 9, 2, 1, 1, 3, 2, 1, 2, 6, 6, 2, 1, 1];

/** People as columns: place in km, bit sets of languages, weekly slots and interests, age, gender, wish. */
export interface People {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly languages: Int32Array;
  readonly slots: Int32Array;
  readonly interests: Int32Array;
  readonly age: Int32Array;
  readonly gender: Int8Array;
  /** The gender this person asks for, 0 for any. */
  readonly wish: Int8Array;
}

interface Kind {
  readonly languages: readonly number[];
  readonly density: number;
  readonly weights: readonly number[];
}

function drawPeople(random: Random, count: number, kind: Kind): People {
  const people: People = {
    count,
    x: new Float64Array(count),
    y: new Float64Array(count),
    languages: new Int32Array(count),
    slots: new Int32Array(count),
    interests: new Int32Array(count),
    age: new Int32Array(count),
    gender: new Int8Array(count),
    wish: new Int8Array(count),
  };
  for (let i = 0; i < count; i++) {
    const ward = WARDS[drawWeighted(random, kind.weights)]!;
    people.x[i] = ward.longitude * KM_EAST + drawNormal(random) * ward.radius_km * 0.6;
    people.y[i] = ward.latitude * KM_NORTH + drawNormal(random) * ward.radius_km * 0.6;
    people.languages[i] = drawLanguages(random, kind.languages);
    people.slots[i] = drawSlots(random, kind.density);
    let interests = 0;
    for (let n = 0; n < 5; n++) interests |= 1 << Math.floor(random() * 24);
    people.interests[i] = interests;
    people.age[i] = Math.floor(18 + random() * 55);
    people.gender[i] = random() < 0.55 ? 1 : 2;
    people.wish[i] = random() < 0.2 ? people.gender[i]! : 0;
  }
  return people;
}

function drawLanguages(random: Random, percent: readonly number[]): number {
  let spoken = 0;
  for (let language = 0; language < 16; language++) {
    if (random() * 100 < percent[language]!) spoken |= 1 << language;
  }
  return spoken === 0 ? 1 : spoken;
}

/** 21 slots: seven days, three times a day; weekends are freer. */
function drawSlots(random: Random, density: number): number {
  let free = 0;
  for (let slot = 0; slot < 21; slot++) {
    if (random() < (slot % 7 >= 5 ? density * 1.8 : density)) free |= 1 << slot;
  }
  return free === 0 ? 1 << Math.floor(random() * 21) : free;
}

export function drawResidents(random: Random, count: number): People {
  const weights = WARDS.map((ward) => ward.foreigners);
  return drawPeople(random, count, { languages: RESIDENT_LANGUAGES, density: 0.18, weights });
}

export function drawVolunteers(random: Random, count: number): People {
  const weights = WARDS.map((ward) => ward.inhabitants);
  return drawPeople(random, count, { languages: VOLUNTEER_LANGUAGES, density: 0.14, weights });
}

export function drawCapacities(random: Random, count: number): Int32Array {
  return Int32Array.from({ length: count }, () => {
    const draw = random();
    return draw < 0.85 ? 1 : draw < 0.96 ? 2 : 3;
  });
}
