import type { IndicatorSet } from '../../indicators/index.js';
import type { Run } from '../../scoring/index.js';
import { chineseDate } from '../chinese-date.js';
import type { DocumentKind } from '../document-kind.js';
import type { DocumentModel, PaperPart, RegionPart, SetPart } from '../document-model.schema.js';
import type { DocumentSource } from '../document-source.js';
import { describePaper } from './describe-paper.js';

/** What everything invented is called. */
const EXAMPLE = '示例';

const STATUS_TEXTS: Readonly<Record<IndicatorSet['status'], string>> = {
  draft: '起草中',
  consultation: '征求意见稿',
  issued: '已印发',
  superseded: '已废止',
};

/**
 * What every document says of its set, its run, its paper and its region.
 *
 * @param own what the document itself decides of its paper, such as a letter's addressee
 */
export function describeBase(
  source: DocumentSource,
  kind: Pick<DocumentKind, 'id' | 'direction' | 'restsOnResult'>,
  region?: string,
  own: Partial<PaperPart> = {},
): DocumentModel {
  const { set, run } = source;
  return {
    set: describeSet(set, run, disclaimerOf(source)),
    engine: run.engine,
    runHash: kind.restsOnResult ? run.runHash : '',
    periodText: run.plan.period,
    fullPoints: set.fullPoints,
    paper: describePaper(source, kind, region, own),
    region: region === undefined ? null : describeRegion(set, region),
  };
}

/** What is invented says so: the set's data, or the records alone, with which real data are printed. */
function disclaimerOf({ set, records }: DocumentSource): string | null {
  const said = [set.disclaimer, records.note].filter((one) => one !== undefined);
  const [first = null] = said;
  return first?.includes(EXAMPLE) === true ? first : said.length > 0 ? said.join('；') : null;
}

/** The set and its version, as a document names it. */
export function describeSet(
  set: IndicatorSet,
  run: Pick<Run, 'set'>,
  disclaimer: string | null,
): SetPart {
  return {
    id: set.id,
    version: set.version,
    title: set.title,
    subject: set.subject,
    activity: activityOf(set.subject),
    matter: activityOf(set.subject).replace(ASSESSED, ''),
    year: set.year,
    yearText: yearText(set),
    windowText: `${chineseDate(set.window.from)}至${chineseDate(set.window.to)}`,
    statusText: STATUS_TEXTS[set.status],
    digest: run.set.digest,
    disclaimer,
    basis: set.basis
      .filter((one) => one.use === 'basis')
      .map((one) => ({
        title: one.title,
        document: one.document ?? '',
        date: one.date === undefined ? '' : chineseDate(one.date),
      })),
    labels: labelsUsed(set),
  };
}

/**
 * The region that a document is about.
 *
 * @throws RangeError when it is not assessed: callers check names
 */
export function describeRegion(set: IndicatorSet, id: string): RegionPart {
  const region = set.regions.assessed.find((one) => one.id === id);
  if (region === undefined) throw new RangeError(`no region ${id}`);
  return {
    id,
    code: region.code ?? '',
    name: region.name,
    government: governmentOf(region.name),
    place: /[市州县区旗盟]$/u.exec(region.name)?.[0] ?? '地',
  };
}

/**
 * The government of a place; a development zone has a 管理委员会 instead.
 *
 * @example governmentOf('西宁市') // '西宁市人民政府'
 */
export function governmentOf(name: string): string {
  if (/(开发区|园区|高新区)$/u.test(name)) return `${name}管理委员会`;
  return /[市州区县旗盟]$/u.test(name) ? `${name}人民政府` : name;
}

/** Who is assessed, at the beginning of an assessment's name; a letter to one of them leaves it out. */
const ASSESSED =
  /^(市（州）|市州|设区市|县（区）|县（市、区）|县区|区县|市|县)(人民政府)?(?=.{4})/u;

/** What is carried out: a subject that names a thing alone, such as a pass rate, is put as 考核. */
function activityOf(subject: string): string {
  return subject.endsWith('考核') ? subject : `${subject}考核`;
}

/** A window from July to June belongs to two calendar years, and its documents say both. */
function yearText({ window }: IndicatorSet): string {
  const [from, to] = [window.from.slice(0, 4), window.to.slice(0, 4)];
  return from === to ? `${to}年度` : `${from}—${to}年度`;
}

function labelsUsed(set: IndicatorSet): readonly string[] {
  const kinds = new Set([...set.nodes.values()].map((node) => node.source.kind));
  for (const parameter of set.parameters.values()) kinds.add(parameter.source.kind);
  return [
    ...(kinds.has('example') ? [`〔示例〕表示：${set.labels.example}`] : []),
    ...(kinds.has('unverified') ? [`〔待核〕表示：${set.labels.unverified}`] : []),
  ];
}
