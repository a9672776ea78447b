import { chineseDate } from '../chinese-date.js';
import type { DocumentKind } from '../document-kind.js';
import type { PaperPart } from '../document-model.schema.js';
import type { DocumentSource } from '../document-source.js';
import { describeRegion } from './describe-base.js';
import { describePaper } from './describe-paper.js';

/** What a prefecture says of its own paper. */
export interface OwnPaper {
  readonly number?: string | undefined;
  readonly signer?: string | undefined;
  readonly date?: string | undefined;
  readonly contact?: string | undefined;
}

/**
 * 公文要素 of a paper that a prefecture sends up (报告): its government issues and seals it, to the
 * body that assesses it where no other is named.
 */
export function prefecturePaper(
  source: DocumentSource,
  kind: Pick<DocumentKind, 'id' | 'direction'>,
  region: string,
  own: OwnPaper = {},
): PaperPart {
  const { government } = describeRegion(source.set, region);
  const general = source.records.papers[kind.id];
  const contact = own.contact ?? '';
  return {
    ...describePaper(source, kind),
    mark: `${government}文件`,
    issuer: government,
    number: own.number ?? null,
    signer: own.signer ?? null,
    date: own.date === undefined ? null : chineseDate(own.date),
    addressees: general?.to ?? source.set.issuer?.name ?? '',
    contact,
    remark: general?.remark ?? (contact === '' ? '' : `联系人：${contact}`),
    // A government's papers are printed by its own office.
    printer: government.endsWith('人民政府') ? `${government}办公室` : government,
    printedOn: own.date === undefined ? null : chineseDate(own.date),
  };
}
