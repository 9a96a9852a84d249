import { expect, test } from 'vitest';
import { namesAPlace } from './places.ts';

test.each([
  ['私は豊島区に住んでいます。', ['豊島区']],
  ['豊島《としま》区《く》に 住《す》んで います。', ['豊島区']],
  ['我住在丰岛。', []],
  ['We live in Toshima City.', ['豊島区']],
  ['Mrs. Ota helped me.', []],
  ['I like Ota-ku and sushi.', ['大田区']],
  ['We met in the neighborhood.', []],
])('%s', (words, places) => {
  expect(namesAPlace([words])).toEqual(places);
});
