import type Handlebars from 'handlebars';
import { drawChart, type ChartPart } from '../../domain/documents/index.js';
import { breakTitle } from './break-title.js';

/** The helpers that a template may call beside #if, #each and #with; they only arrange text. */
export const HELPERS = {
  chart: true,
  equals: true,
  figure: true,
  lines: true,
  list: true,
  ordinal: true,
  plain: true,
} as const;

/** Gives a Handlebars of one's own the helpers of templates. */
export function registerHelpers(handlebars: typeof Handlebars): void {
  const escape = (text: unknown): string => handlebars.escapeExpression(String(text));
  const helpers: Record<keyof typeof HELPERS, Handlebars.HelperDelegate> = {
    chart: (chart: ChartPart) => new handlebars.SafeString(drawChart(chart)),
    equals: (a: unknown, b: unknown) => a === b,
    // A figure or a name of the run: the Word file is held against the run by it.
    figure: (text: unknown, ...reference: unknown[]) => {
      const value = reference.slice(0, -1).map(escape).join(':');
      return new handlebars.SafeString(
        `<data class="figure" value="${value}">${escape(text)}</data>`,
      );
    },
    lines: (text: string, perLine: number) =>
      new handlebars.SafeString(breakTitle(text, perLine).map(escape).join('<br>')),
    list: (...items: unknown[]) => items.slice(0, -1),
    ordinal: (index: number) => index + 1,
    plain: (...texts: unknown[]) => texts.slice(0, -1).join(''),
  };
  for (const [name, helper] of Object.entries(helpers)) handlebars.registerHelper(name, helper);
}
