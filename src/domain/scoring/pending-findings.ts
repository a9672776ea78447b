import type { IndicatorSet } from '../indicators/index.js';
import type { Finding } from '../metrics/year-data.js';
import type { Run } from './run.js';

/**
 * What still keeps a run from being approved: marks that were not given, comparisons among too few
 * regions, ties that wait for a decision. Each is named; full points are never assumed.
 */
export function pendingFindings(set: IndicatorSet, run: Run): readonly Finding[] {
  return run.regions.flatMap((result): readonly Finding[] => {
    const name = set.regions.assessed.find((region) => region.id === result.id)?.name ?? result.id;
    const index = run.field.indexOf(result.id) ?? 0;
    const pending = [...set.nodes.values()].filter(
      (node) =>
        node.kind === 'indicator' &&
        result.indicators[node.id]?.status === 'pending' &&
        node.marking !== undefined,
    );
    const finding = (code: string, facts: Readonly<Record<string, string>>): Finding => ({
      level: 'error',
      code,
      check: undefined,
      region: result.id,
      metric: undefined,
      facts: { region: name, ...facts },
    });
    return [
      ...pending.map((node) =>
        finding('score-mark-pending', { indicator: node.id, label: node.label }),
      ),
      ...(run.field.verdicts.undecided[index] === true
        ? [finding('score-tie-undecided', { score: result.score ?? '' })]
        : []),
    ];
  });
}
