export { BarPlot, Level, type PlotProps } from './bars.tsx';
export { FlowerPlot } from './flower.tsx';
export { type Cell, hiddenAmong, mayBeShown } from './hiding.ts';
export { LinePlot } from './line.tsx';
export { Meter, type MeterProps } from './meter.tsx';
export { PathPlot, type StepState } from './path.tsx';
export { PlotsSample } from './sample.tsx';
export type { Point } from './scale.ts';
