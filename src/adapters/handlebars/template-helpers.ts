import type Handlebars from 'handlebars';
import { drawChart, type ChartPart } from '../../domain/documents/index.js';
import { breakTitle } from './break-title.js';
import { figureMarkup, markNames, type NamedRegion } from './mark-names.js';

/** The helpers that a template may call beside #if, #each and #with; they only arrange text. */
export const HELPERS = {
  chart: true,
  equals: true,
  figure: true,
  lines: true,
  list: true,
  named: true,
  ordinal: true,
  plain: true,
} as const;

/** Gives a Handlebars of one's own the helpers of templates. */
export function registerHelpers(handlebars: typeof Handlebars): void {
  const escape = (text: unknown): string => handlebars.escapeExpression(String(text));
  const helpers: Record<keyof typeof HELPERS, Handlebars.HelperDelegate> = {
    chart: (chart: ChartPart) => new handlebars.SafeString(drawChart(chart)),
    equals: (a: unknown, b: unknown) => a === b,
    figure: (text: unknown, ...reference: unknown[]) => {
      const value = reference.slice(0, -1).map(String).join(':');
      return new handlebars.SafeString(figureMarkup(String(text), value, escape));
    },
    lines: (text: string, perLine: number, options: Handlebars.HelperOptions) => {
      const broken = breakTitle(text, perLine).join('\n');
      const marked = markNames(broken, regionOf(options), escape);
      return new handlebars.SafeString(marked.replaceAll('\n', '<br>'));
    },
    list: (...items: unknown[]) => items.slice(0, -1),
    named: (text: unknown, options: Handlebars.HelperOptions) =>
      new handlebars.SafeString(markNames(String(text), regionOf(options), escape)),
    ordinal: (index: number) => index + 1,
    plain: (...texts: unknown[]) => texts.slice(0, -1).join(''),
  };
  for (const [name, helper] of Object.entries(helpers)) handlebars.registerHelper(name, helper);
}

/** Whom the document is about that a helper is called in. */
function regionOf({ data }: Handlebars.HelperOptions): NamedRegion | null {
  const { root } = data as { readonly root: { readonly region?: NamedRegion | null } };
  return root.region ?? null;
}
