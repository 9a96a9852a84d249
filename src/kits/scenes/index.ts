export { FactList, type Facts, factsFor, lines, type Saying } from './facts.tsx';
export { type Happening, History, newestFirst } from './history.tsx';
export { NextStep } from './next-step.tsx';
export { ScenesSample } from './sample.tsx';
