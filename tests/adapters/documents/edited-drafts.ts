import { readDocument } from '../../../src/adapters/documents/read-document.js';
import { readPapers } from '../../../src/adapters/html/read-papers.js';
import { openArchive } from '../../../src/adapters/xlsx/zip-archive.js';
import { zipParts } from '../../../src/adapters/xlsx/zip-writer.js';
import { compareDraft, type Difference, type Paper } from '../../../src/domain/papers/index.js';
import { draftOf, filledWith } from '../docx/drafts.js';

/** A draft whose document, or another part, was changed, as a person with Word would. */
export function editDraft(
  draft: Uint8Array,
  change: (xml: string) => string,
  part = 'word/document.xml',
): Uint8Array {
  const archive = openArchive(draft);
  const parts = archive.names.map((name): [string, string | Uint8Array] => {
    const content = archive.read(name);
    return [name, name === part ? change(content.toString('utf8')) : content];
  });
  return zipParts(new Map(parts));
}

/** The tree of a body. */
export function papersOf(body: string): readonly Paper[] {
  const papers = readPapers(filledWith(body));
  if (!papers.ok) throw new Error(JSON.stringify(papers.error));
  return papers.value;
}

const NAMES = ['海东市', '西宁市', '黄南州', '海南州', '海北州', '海西州', '玉树州', '果洛州'];

/** What is said of a draft of this body after it was changed. */
export async function differencesOf(
  body: string,
  change: (xml: string) => string,
  numbers: readonly string[] = [],
): Promise<readonly Difference[]> {
  const read = await readDocument(editDraft(draftOf(body), change));
  if (!read.ok || read.value.kind !== 'draft') throw new Error(JSON.stringify(read));
  return compareDraft(papersOf(body), read.value.paper, { names: NAMES, numbers });
}
