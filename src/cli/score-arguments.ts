import type { TextOptions } from './deliver-score.js';

/** `score SET` with options that give texts, as the quick program can run it. */
export interface ScoreArguments {
  readonly reference: string;
  readonly options: TextOptions;
}

const FORMATS = ['json', 'csv'] as const;

/**
 * Reads the plainest way to write `score`: the set first, each option by its long name with its
 * values behind it. Everything else, help and mistakes included, is for the whole command line.
 *
 * @param argv the arguments after the program's name
 * @returns undefined for everything else
 * @example readScoreArguments(['score', 'qinghai-2015', '--format', 'json'])
 */
export function readScoreArguments(argv: readonly string[]): ScoreArguments | undefined {
  const [command, reference, ...rest] = argv;
  if (command !== 'score' || reference === undefined || reference.startsWith('-')) return undefined;
  const given = new Map<string, string[]>();
  let values: string[] | undefined;
  for (const text of rest) {
    if (!text.startsWith('-')) {
      if (values === undefined) return undefined;
      values.push(text);
      continue;
    }
    if (given.has(text)) return undefined;
    values = [];
    given.set(text, values);
  }
  return optionsOf(given, reference);
}

function optionsOf(
  given: ReadonlyMap<string, readonly string[]>,
  reference: string,
): ScoreArguments | undefined {
  const known = ['--data', '--period', '--format', '--out'];
  for (const [name, values] of given) {
    const isCountRight = name === '--data' ? values.length > 0 : values.length === 1;
    if (!known.includes(name) || !isCountRight || values.includes('')) return undefined;
  }
  const format = FORMATS.find((one) => one === given.get('--format')?.[0]);
  if (format === undefined) return undefined;
  const [data, period, out] = [given.get('--data'), given.get('--period'), given.get('--out')];
  return { reference, options: { format, data, period: period?.[0], out: out?.[0] } };
}
