import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePlan } from '../../src/domain/plan/index.js';
import { createPreviewer, type Preview } from '../../src/domain/preview/index.js';
import { previewText } from '../../src/http/preview-text.js';
import { findingMessage } from '../../src/messages/index.js';
import { sampleYear } from '../domain/preview/sample-year.js';

/** The answer as it would be written if no text were kept. */
function plainText({ findings, indicators, derivation, ...head }: Preview): string {
  const told = findings.map((finding) => ({
    level: finding.level,
    code: finding.code,
    message: findingMessage(finding),
    region: finding.region ?? null,
    metric: finding.metric ?? null,
  }));
  const whole = { notice: '预览，非正式结果', ...head, indicators, findings: told, derivation };
  return JSON.stringify(whole);
}

const typing = fc.array(
  fc.record({
    who: fc.nat({ max: 1 }),
    at: fc.nat(),
    number: fc.constantFrom('0', '12', '97.8', undefined),
    explain: fc.constantFrom('all', 'none'),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('the text of a preview', () => {
  it('is that of its own figures, whoever typed what before', async () => {
    const { set, data } = await sampleYear('qinghai-2015');
    const regions = set.regions.assessed.slice(0, 2).map(({ id }) => id);
    const plan = compilePlan(set, data.period);
    const previewers = regions.map((region) => createPreviewer(set, plan, region));
    fc.assert(
      fc.property(typing, (steps) => {
        let values = data.values;
        for (const { who, at, number, explain } of steps) {
          const own = values.filter((value) => value.region === regions[who]);
          const changed = own[at % own.length];
          values = values.flatMap((value) => {
            if (value !== changed) return [value];
            return number === undefined ? [] : [{ ...value, text: number }];
          });
          const preview = previewers[who]?.({ ...data, values }, explain === 'all' ? 'all' : []);
          if (preview === undefined) throw new Error('no previewer');
          expect(previewText(preview).toString('utf8')).toBe(plainText(preview));
        }
      }),
      { numRuns: 60 },
    );
  });
});
