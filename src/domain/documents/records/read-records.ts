import { createReporter, readShape, type IndicatorSet } from '../../indicators/index.js';
import { compareFaults, type Fault, type LocatedDocument, type Path } from '../../kernel/fault.js';
import { nearestName } from '../../kernel/nearest-name.js';
import { failure, success, type Result } from '../../kernel/result.js';
import type { RecordFaultCode } from './fault-codes.js';
import { recordsSchema, type DocumentRecords } from './records.schema.js';

/** No records at all: everything that they would say prints as a blank. */
export const NO_RECORDS: DocumentRecords = recordsSchema.parse({});

/**
 * Reads 文书记录 against a set: every fault of their shape, or every name in them that the set does
 * not have.
 *
 * @param kinds the kinds of documents that `papers` may name
 */
export function readRecords(
  document: LocatedDocument,
  set: IndicatorSet,
  kinds: readonly string[],
): Result<DocumentRecords, readonly Fault[]> {
  const reporter = createReporter([document]);
  const records = readShape(recordsSchema, document, reporter);
  if (records === undefined) return failure([...reporter.faults].sort(compareFaults));
  const faults = findUnknownNames(records, document, set, kinds);
  return faults.length > 0 ? failure([...faults].sort(compareFaults)) : success(records);
}

type Report = (code: RecordFaultCode, path: Path, name: string, known: readonly string[]) => void;

function findUnknownNames(
  records: DocumentRecords,
  document: LocatedDocument,
  set: IndicatorSet,
  kinds: readonly string[],
): Fault[] {
  const faults: Fault[] = [];
  const report: Report = (code, path, name, known) => {
    if (known.includes(name)) return;
    const near = nearestName(name, known);
    const facts = { name, known: known.join('、'), ...(near === undefined ? {} : { near }) };
    faults.push({ code, ...document.locate(path, 'value'), facts });
  };
  const regions = set.regions.assessed.map((region) => region.id);
  const leaves = [...set.nodes.values()].filter((one) => one.kind === 'indicator');
  const indicators = leaves.map((leaf) => leaf.id);
  const offices = Object.keys(records.offices);

  for (const [kind, paper] of Object.entries(records.papers)) {
    report('record-unknown-paper', ['papers', kind], kind, kinds);
    if (paper.from !== undefined) {
      report('record-unknown-office', ['papers', kind, 'from'], paper.from, offices);
    }
    for (const region of Object.keys(paper.numbers)) {
      report('record-unknown-region', ['papers', kind, 'numbers', region], region, regions);
    }
  }
  for (const part of [
    'targetFilings',
    'selfReports',
    'dataConfirmations',
    'rectificationReports',
  ] as const) {
    for (const region of Object.keys(records[part])) {
      report('record-unknown-region', [part, region], region, regions);
    }
  }
  const metrics = [...set.metrics.keys()];
  for (const [region, filing] of Object.entries(records.targetFilings)) {
    for (const [at, { metric }] of filing.items.entries()) {
      const path = ['targetFilings', region, 'items', at, 'metric'];
      report('record-unknown-metric', path, metric, metrics);
    }
  }
  for (const [region, { objections }] of Object.entries(records.dataConfirmations)) {
    for (const [at, { metric }] of objections.entries()) {
      const path = ['dataConfirmations', region, 'objections', at, 'metric'];
      report('record-unknown-metric', path, metric, metrics);
    }
  }
  for (const part of ['siteVisits', 'appeals', 'rectifications', 'talks'] as const) {
    for (const [index, record] of records[part].entries()) {
      report('record-unknown-region', [part, index, 'region'], record.region, regions);
      if ('indicator' in record && record.indicator !== undefined) {
        const path = [part, index, 'indicator'];
        report('record-unknown-indicator', path, record.indicator, indicators);
      }
    }
  }
  for (const [index, visit] of records.siteVisits.entries()) {
    for (const [at, { indicator }] of visit.items.entries()) {
      const path = ['siteVisits', index, 'items', at, 'indicator'];
      report('record-unknown-indicator', path, indicator, indicators);
    }
  }
  return faults;
}
