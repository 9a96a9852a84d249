export { type Fact, FactList, type Facts, factsFor, lines, type Saying, type ToldFact } from './facts.tsx';
export { type Happening, History, newestFirst } from './history.tsx';
export { NextStep } from './next-step.tsx';
export { ScenesSample } from './sample.tsx';
