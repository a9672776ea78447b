import type { IndicatorSet, Metric } from '../../indicators/index.js';
import { chineseDate } from '../chinese-date.js';
import type { DocumentKind } from '../document-kind.js';
import type { DocumentSource } from '../document-source.js';
import { describeBase } from '../parts/describe-base.js';
import { requireRegion } from '../parts/require-region.js';
import { valueTexts } from '../parts/value-texts.js';
import { dataConfirmationSchema, type DataConfirmation } from './data-confirmation.schema.js';

const SUPPLIERS: Readonly<Record<Metric['supplier'], string>> = {
  region: '本单位填报',
  department: '部门提供',
  thirdParty: '第三方',
  cycle: '考核过程',
};

const EFFECTS = { bonus: '加分', penalty: '扣分', veto: '否决或降级' } as const;

/**
 * 数据确认单: everything that a prefecture's score will be computed from, with where it came from and
 * who verified it, for the prefecture to sign or to dispute, the data that others supply about it too.
 */
export const dataConfirmation: DocumentKind<DataConfirmation> = {
  id: 'data-confirmation',
  label: '数据确认单',
  per: 'region',
  direction: 'internal',
  restsOnResult: false,
  schema: dataConfirmationSchema,
  build(source, named) {
    const region = requireRegion(named);
    const { records, findings } = source;
    const record = records.dataConfirmations[region];
    return {
      ...describeBase(source, dataConfirmation, region),
      values: describeValues(source, region),
      events: describeEvents(source, region),
      // A total over all regions tells what the others submitted: it is left out.
      findings: findings.filter((one) => one.region === region),
      date: record?.date === undefined ? null : chineseDate(record.date),
      filler: record?.filler ?? '',
      approver: record?.approver ?? '',
      contact: record?.contact ?? '',
      isConfirmed: record?.answer === 'confirmed',
      isDisputed: record?.answer === 'disputed',
    };
  },
};

function describeValues(source: DocumentSource, region: string): DataConfirmation['values'] {
  const { set, data, records } = source;
  const text = valueTexts(set, data);
  const objections = records.dataConfirmations[region]?.objections ?? [];
  return [...set.metrics.values()].map((metric, index) => {
    const own = data.values.find(
      (one) => one.region === region && one.metric === metric.id && one.period === data.period,
    );
    const value = text(region, metric.id, 0);
    return {
      id: metric.id,
      number: String(index + 1),
      label: metric.label,
      supplier: supplierOf(set, metric),
      lastYear: text(region, metric.id, 1),
      value: value === '' ? null : value,
      source: own?.provenance.source ?? '',
      verifier: departmentName(set, own?.provenance.verifier),
      reason: own?.reason ?? '',
      objection: objections
        .filter((one) => one.metric === metric.id)
        .map((one) => one.text)
        .join('；'),
    };
  });
}

function supplierOf(set: IndicatorSet, metric: Metric): string {
  if (metric.type === 'computed') return '由个数计算';
  return metric.department === undefined
    ? SUPPLIERS[metric.supplier]
    : departmentName(set, metric.department);
}

function departmentName(set: IndicatorSet, id: string | undefined): string {
  return id === undefined ? '' : (set.departments.get(id) ?? id);
}

/** A summary may tell of the other regions that an event concerns: it is left out. */
function describeEvents({ set, data }: DocumentSource, region: string): DataConfirmation['events'] {
  return data.events
    .filter((event) => event.region === region)
    .map((event) => {
      const kind = set.events.get(event.kind);
      return {
        kind: kind?.label ?? event.kind,
        effectText: kind === undefined ? '' : EFFECTS[kind.effect],
        matter: event.matter,
        occurred: event.occurred === undefined ? '' : chineseDate(event.occurred),
        found: event.found === undefined ? '' : chineseDate(event.found),
        authority: event.authority ?? '',
        document: event.document ?? '',
        share: event.share === '1' ? '' : event.share,
      };
    });
}
