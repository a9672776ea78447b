import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPreviewBody } from '../../src/http/is-preview-body.js';
import { previewBody } from '../../src/http/schemas/preview.schema.js';

const scalar = fc.oneof(
  fc.string({ maxLength: 5 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('x'.repeat(4000), 'x'.repeat(4001), 1e21, 123456789012345, 1234567890123456, 0.1),
);
const wrong = fc.oneof(
  fc.constant([]),
  fc.constant({}),
  fc.constant({ value: {} }),
  fc.array(scalar),
);
const field = fc.constantFrom(
  'value',
  'status',
  'source',
  'verifier',
  'reason',
  'points',
  'evidence',
  'date',
  'other',
);
const cell = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 5, arbitrary: fc.dictionary(field, scalar, { maxKeys: 3 }) },
  wrong,
);
const byName = fc.dictionary(fc.constantFrom('mfg_sampled', 'brand', '', 'n'.repeat(201)), cell, {
  maxKeys: 3,
});
const body = fc.oneof(
  fc.record(
    {
      period: scalar,
      source: scalar,
      metrics: fc.oneof(fc.dictionary(fc.constantFrom('2015', '2014'), byName), wrong),
      targets: fc.oneof(byName, wrong),
      self: fc.oneof(byName, wrong),
      events: fc.constantFrom([], [{ id: 'e1' }], {}),
      more: scalar,
    },
    { requiredKeys: [] },
  ),
  fc.jsonValue(),
);

describe('the quick look at a body', () => {
  it('lets nothing through that the schema would refuse or change', () => {
    let through = 0;
    fc.assert(
      fc.property(body, (sent) => {
        if (!isPreviewBody(sent)) return;
        through += 1;
        const parsed = previewBody.safeParse(sent);
        expect(parsed.success).toBe(true);
        expect(parsed.data).toEqual(sent);
      }),
      { numRuns: 3000 },
    );
    expect(through).toBeGreaterThan(30);
  });

  it('lets through what a page sends', () => {
    const sent = {
      period: '2015',
      metrics: { 2015: { mfg_sampled: { value: '605', source: '台账' }, agri_passed: 623 } },
      targets: { mfg_rate: '92.5' },
      self: { brand: { points: '3.5', reason: '政策未配套' } },
    };
    expect(isPreviewBody(sent)).toBe(true);
  });
});
