import { catalogOf } from './page-list.js';
import type { PdfFile } from './pdf-file.js';
import {
  asDictionary,
  asReference,
  changed,
  name,
  text,
  type PdfDictionary,
  type PdfValue,
} from './pdf-value.js';

/** What a file says of itself. */
export interface FileFacts {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** The day that the document bears, as 2016-01-25; null for one that bears none. */
  readonly date: string | null;
}

/** A print must not depend on when it is made: a document without a date gets this one. */
const NO_DATE = '2000-01-01';

/** Writes the file's facts, its language, and how a reader should show and print it. */
export function describeFile(file: PdfFile, facts: FileFacts): void {
  const info = asReference(file.trailer.entries.get('Info'));
  file.set(info, infoOf(file.dictionary(info), facts));
  file.set(asReference(file.trailer.entries.get('Root')), describedCatalog(catalogOf(file)));
}

/** What a file says of itself, beside who produced it. */
export function infoOf(produced: PdfDictionary, facts: FileFacts): PdfDictionary {
  const day = (facts.date ?? NO_DATE).replaceAll('-', '');
  const date: PdfValue = { kind: 'token', text: `(D:${day}000000+08'00')` };
  return changed(produced, {
    Title: text(facts.title),
    Author: text(facts.author),
    Subject: text(facts.subject),
    Keywords: text(facts.keywords.join(' ')),
    Creator: text('考衡'),
    CreationDate: date,
    ModDate: date,
  });
}

/** A catalog with the language, and with how a reader should show and print the file. */
export function describedCatalog(catalog: PdfDictionary): PdfDictionary {
  const preferences = changed(asDictionary(catalog.entries.get('ViewerPreferences')), {
    DisplayDocTitle: { kind: 'token', text: 'true' },
    // The standard's millimetres hold on paper only at full size, on both sides.
    PrintScaling: name('None'),
    Duplex: name('DuplexFlipLongEdge'),
  });
  return changed(catalog, {
    Version: name('1.7'),
    Lang: { kind: 'token', text: '(zh-CN)' },
    ViewerPreferences: preferences,
  });
}
