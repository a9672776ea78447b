import type { Indicator } from '../../indicators/index.js';
import { decimal, decimalText } from '../../kernel/decimal.js';
import { indicatorsOf, metricsOfIndicator } from '../../metrics/index.js';
import { chineseDate } from '../chinese-date.js';
import type { DocumentSource } from '../document-source.js';
import type { DocumentRecords } from '../records/records.schema.js';
import { describeTargets, targetOfIndicator } from './describe-targets.js';
import { markText } from './mark-text.js';
import type { SiteVisitItemPart, SiteVisitPart } from './site-visit.schema.js';
import { statedMetrics } from './stated-metrics.js';
import { valueTexts } from './value-texts.js';

type Item = DocumentRecords['siteVisits'][number]['items'][number];

/** 现场核查 of a region: every visit that was recorded, or one blank form over all indicators. */
export function describeSiteVisits(
  source: DocumentSource,
  region: string,
): readonly SiteVisitPart[] {
  const itemPart = itemReader(source, region);
  const visits = source.records.siteVisits.filter((visit) => visit.region === region);
  if (visits.length === 0) {
    return [
      {
        ...{ date: null, places: '', leader: '', members: '', praise: [], suggestions: [] },
        items: indicatorsOf(source.set).map((leaf) => itemPart(leaf, undefined)),
        isBlank: true,
      },
    ];
  }
  return visits.map((visit) => ({
    date: visit.date === undefined ? null : chineseDate(visit.date),
    places: visit.places.join('、'),
    leader: visit.leader ?? '',
    members: visit.members.join('、'),
    items: visit.items.flatMap((item) => {
      const leaf = source.set.nodes.get(item.indicator);
      return leaf?.kind === 'indicator' ? [itemPart(leaf, item)] : [];
    }),
    praise: visit.praise,
    suggestions: visit.suggestions,
    isBlank: false,
  }));
}

function itemReader(
  source: DocumentSource,
  region: string,
): (leaf: Indicator, item: Item | undefined) => SiteVisitItemPart {
  const targets = describeTargets(source, region);
  const selfValue = selfValueReader(source, region);
  const said = markText(source.set);
  const marks = source.data.marks.filter((mark) => mark.region === region && mark.stage === 'self');
  return (leaf, item) => {
    const self = marks.find((mark) => mark.indicator === leaf.id)?.points;
    return {
      id: leaf.id,
      number: leaf.number,
      label: leaf.label,
      fullPoints: leaf.fullPoints,
      target: targetOfIndicator(targets, leaf)?.used ?? '',
      selfValue: selfValue(leaf),
      selfPoints: self === undefined ? null : said(self),
      found: item?.found ?? null,
      foundPoints: item?.points === undefined ? null : said(item.points),
      evidence: item?.evidence ?? '',
      difference: item?.difference ?? differenceText(self, item?.points),
      reason: item?.reason ?? '',
    };
  };
}

/** What the prefecture itself submitted: its stated rate, its answer; never a department's count. */
function selfValueReader(
  { set, data }: DocumentSource,
  region: string,
): (leaf: Indicator) => string {
  const text = valueTexts(set, data);
  return (leaf) => {
    const read = metricsOfIndicator(leaf, set);
    const own = read.filter((id) => {
      const metric = set.metrics.get(id);
      return metric?.supplier === 'region' && metric.type !== 'computed';
    });
    const said = [...statedMetrics(set, read), ...own]
      .map((id) => ({ label: set.metrics.get(id)?.label ?? id, value: text(region, id, 0) }))
      .filter(({ value }) => value !== '');
    const [only, ...more] = said;
    if (only === undefined) return '';
    return more.length === 0
      ? only.value
      : said.map(({ label, value }) => `${label}：${value}`).join('；');
  };
}

function differenceText(self: string | undefined, found: string | undefined): string {
  if (self === undefined || found === undefined) return '';
  const difference = decimal(found).minus(decimal(self));
  if (difference.isZero()) return '与自评一致';
  const way = difference.isNegative() ? '低' : '高';
  return `比自评${way}${decimalText(difference.abs())}分`;
}
