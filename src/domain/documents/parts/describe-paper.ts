import { chineseDate } from '../chinese-date.js';
import type { DocumentKind } from '../document-kind.js';
import type { PaperPart } from '../document-model.schema.js';
import type { DocumentSource } from '../document-source.js';

/**
 * 公文要素 of one kind of document, from its records; what is not known is a blank. A letter to a region
 * may have a number of its own; what the document itself decides, such as its addressee, is `own`.
 */
export function describePaper(
  { set, records }: DocumentSource,
  { id, direction }: Pick<DocumentKind, 'id' | 'direction'>,
  region?: string,
  own: Partial<PaperPart> = {},
): PaperPart {
  const paper = records.papers[id];
  const office = paper?.from === undefined ? undefined : records.offices[paper.from];
  const issuer = office?.name ?? set.issuer?.name ?? '';
  // Whom the set names are those below; a 请示 or a 函 to others has its addressee in the records.
  const usual = direction === 'upward' || direction === 'level' ? '' : set.issuer?.addressees;
  const numbered = region === undefined ? undefined : paper?.numbers[region];
  return {
    mark: office?.mark ?? `${issuer}文件`,
    number: numbered ?? paper?.number ?? null,
    signer: office?.signer ?? null,
    isUpward: direction === 'upward',
    addressees: paper?.to ?? usual ?? '',
    issuer,
    date: paper?.date === undefined ? null : chineseDate(paper.date),
    sealed: paper?.sealed ?? true,
    remark: paper?.remark ?? '',
    copyTo: paper?.copyTo ?? [],
    printer: paper?.printer ?? '',
    printedOn: paper?.printedOn === undefined ? null : chineseDate(paper.printedOn),
    contact: office?.contact ?? '',
    approval: paper?.approved === true ? '经省政府同意' : '',
    ...own,
  };
}
