import { governmentOf } from './parts/describe-base.js';
import type { DocumentKind } from './document-kind.js';
import type { DocumentSource } from './document-source.js';
import type { OfficeRecord, PaperRecord } from './records/records.schema.js';

/** Why a paper's form does not fit its issuer or its addressee, for the words in messages/. */
export interface FormWarning {
  readonly code:
    | 'office-writes-down'
    | 'prefecture-writes-down'
    | 'upward-unsigned'
    | 'request-to-several'
    | 'request-without-contact'
    | 'upward-copied-down';
  readonly issuer: string;
  readonly label: string;
}

/** Whose papers may give orders to prefecture governments in their own name. */
const MAY_ORDER: readonly OfficeRecord['kind'][] = [
  'provincialGovernment',
  'provincialGeneralOffice',
];

/** Those below whom a paper that goes up must not be copied to. */
const BELOW = /市、(自治)?州人民政府|各市州|县（市、区）人民政府/u;

/**
 * 行文规则: issuer and addressee decide the form (党政机关公文处理工作条例 第十五至十七条). The provincial
 * government and its general office send 通知 and 通报 to prefecture governments; a department or the
 * joint conference's office sends a 函, or says 「经省政府同意」; what goes up names its 签发人, goes to one
 * addressee and is not copied down; a 请示 says whom to ask.
 */
export function checkForm(source: DocumentSource, kind: DocumentKind): readonly FormWarning[] {
  if (kind.direction === 'internal') return [];
  const paper = source.records.papers[kind.id];
  const copied = kind.direction === 'upward' ? copiedDown(source, kind, paper) : [];
  if (kind.issuer === 'region') return [...unsignedReports(source, kind), ...copied];
  const office = paper?.from === undefined ? undefined : source.records.offices[paper.from];
  if (office === undefined) return copied;
  const say = (code: FormWarning['code']): FormWarning => ({
    ...{ code, issuer: office.name, label: kind.label },
  });
  const warnings: FormWarning[] = [];
  if (kind.direction === 'downward' && office.kind === 'prefecture') {
    warnings.push(say('prefecture-writes-down'));
  } else if (
    kind.direction === 'downward' &&
    !MAY_ORDER.includes(office.kind) &&
    paper?.approved !== true
  ) {
    warnings.push(say('office-writes-down'));
  }
  if (kind.direction === 'upward') {
    if (office.signer === undefined) warnings.push(say('upward-unsigned'));
    if (/[，、；]/u.test(paper?.to ?? '')) warnings.push(say('request-to-several'));
    const asks = office.contact ?? paper?.remark;
    if (kind.label.includes('请示') && asks === undefined) {
      warnings.push(say('request-without-contact'));
    }
  }
  return [...warnings, ...copied];
}

/** Reports of prefectures that are recorded without whoever signed them. */
function unsignedReports(
  { set, records }: DocumentSource,
  { id: kind, label }: DocumentKind,
): readonly FormWarning[] {
  const reports = kind === 'self-assessment' ? records.selfReports : records.rectificationReports;
  return set.regions.assessed
    .filter(({ id }) => {
      const report = reports[id];
      return report !== undefined && report.signer === undefined;
    })
    .map(({ name }) => ({ code: 'upward-unsigned', issuer: governmentOf(name), label }));
}

function copiedDown(
  { set, records }: DocumentSource,
  { label }: DocumentKind,
  paper: PaperRecord | undefined,
): readonly FormWarning[] {
  const names = set.regions.assessed.map(({ name }) => name);
  const isDown = (to: string): boolean => BELOW.test(to) || names.some((one) => to.includes(one));
  const office = paper?.from === undefined ? undefined : records.offices[paper.from];
  const issuer = office?.name ?? '';
  return paper?.copyTo.some(isDown) === true ? [{ code: 'upward-copied-down', issuer, label }] : [];
}
