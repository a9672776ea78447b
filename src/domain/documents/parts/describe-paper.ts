import { chineseDate } from '../chinese-date.js';
import type { DocumentKind } from '../document-kind.js';
import type { PaperPart } from '../document-model.schema.js';
import type { DocumentSource } from '../document-source.js';

/** 公文要素 of one kind of document, from its records; what is not known is a blank. */
export function describePaper(
  { set, records }: DocumentSource,
  { id, direction }: Pick<DocumentKind, 'id' | 'direction'>,
): PaperPart {
  const paper = records.papers[id];
  const office = paper?.from === undefined ? undefined : records.offices[paper.from];
  const issuer = office?.name ?? set.issuer?.name ?? '';
  return {
    mark: office?.mark ?? `${issuer}文件`,
    number: paper?.number ?? null,
    signer: office?.signer ?? null,
    isUpward: direction === 'upward',
    addressees: paper?.to ?? set.issuer?.addressees ?? '',
    issuer,
    date: paper?.date === undefined ? null : chineseDate(paper.date),
    sealed: paper?.sealed ?? true,
    remark: paper?.remark ?? '',
    copyTo: paper?.copyTo ?? [],
    printer: paper?.printer ?? '',
    printedOn: paper?.printedOn === undefined ? null : chineseDate(paper.printedOn),
    contact: office?.contact ?? '',
    isExample: records.note !== undefined,
  };
}
