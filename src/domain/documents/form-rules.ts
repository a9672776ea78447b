import type { DocumentKind } from './document-kind.js';
import type { DocumentSource } from './document-source.js';
import type { OfficeRecord } from './records/records.schema.js';

/** Why a paper's form does not fit its issuer, for the words in messages/. */
export type FormWarning =
  | { readonly code: 'office-writes-down'; readonly issuer: string; readonly label: string }
  | { readonly code: 'upward-unsigned'; readonly issuer: string; readonly label: string }
  | { readonly code: 'prefecture-writes-down'; readonly issuer: string; readonly label: string };

/** Whose papers may give orders to prefecture governments in their own name. */
const MAY_ORDER: readonly OfficeRecord['kind'][] = [
  'provincialGovernment',
  'provincialGeneralOffice',
];

/**
 * 行文规则: issuer and addressee decide the form (党政机关公文处理工作条例 第十五至十七条). The provincial
 * government and its general office send 通知 and 通报 to prefecture governments; a department or the
 * joint conference's office sends a 函, or says 「经省政府同意」; what goes up names its 签发人.
 */
export function checkForm(source: DocumentSource, kind: DocumentKind): readonly FormWarning[] {
  const paper = source.records.papers[kind.id];
  const office = paper?.from === undefined ? undefined : source.records.offices[paper.from];
  if (office === undefined || kind.direction === 'internal') return [];
  const facts = { issuer: office.name, label: kind.label };
  const warnings: FormWarning[] = [];
  if (kind.direction === 'downward' && office.kind === 'prefecture') {
    warnings.push({ code: 'prefecture-writes-down', ...facts });
  } else if (
    kind.direction === 'downward' &&
    !MAY_ORDER.includes(office.kind) &&
    paper?.approved !== true
  ) {
    warnings.push({ code: 'office-writes-down', ...facts });
  }
  if (kind.direction === 'upward' && office.signer === undefined) {
    warnings.push({ code: 'upward-unsigned', ...facts });
  }
  return warnings;
}
