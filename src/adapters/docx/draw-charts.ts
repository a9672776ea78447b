import type { Chart, Paper } from '../../domain/papers/index.js';
import type { DrawPicture, Picture } from '../pictures/draw-picture.js';

/** A chart that was drawn, with its place in the package. */
export interface ChartPicture extends Picture {
  /** Counts from 1. */
  readonly number: number;
}

/** The charts of papers, in the order in which they stand. */
export function chartsOf(papers: readonly Paper[]): readonly Chart[] {
  return papers.flatMap(({ sections }) =>
    sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'chart')),
  );
}

/** Draws every chart of papers; one that cannot be drawn is left out. */
export async function drawCharts(
  papers: readonly Paper[],
  draw: DrawPicture,
): Promise<ReadonlyMap<Chart, ChartPicture>> {
  const drawn = new Map<Chart, ChartPicture>();
  for (const chart of chartsOf(papers)) {
    const picture = await draw(chart.drawing);
    if (picture !== undefined) drawn.set(chart, { ...picture, number: drawn.size + 1 });
  }
  return drawn;
}
