// What the production bundle offers to bin/start.ts.
export { start } from './main.ts';
