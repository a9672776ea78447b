import { describedCatalog, infoOf, type FileFacts } from '../describe-file.js';
import { catalogOf } from '../page-list.js';
import type { PdfFile } from '../pdf-file.js';
import {
  array,
  asItems,
  asNumber,
  asReference,
  changed,
  dictionary,
  name,
  number,
  reference,
  writeValue,
  type PdfDictionary,
  type PdfValue,
} from '../pdf-value.js';
import type { FontFacts } from '../read-fonts.js';
import type { ParentTree } from '../structure-tree.js';
import { Copier } from './copier.js';
import { NewPdf } from './new-pdf.js';
import { putOutline, type OutlineLine } from './outline.js';
import { settledRectangle } from './places.js';
import { Resources } from './resources.js';
import type { SheafFonts } from './used-fonts.js';

/** A printed file of several documents, read. */
export interface Sheaf {
  readonly file: PdfFile;
  readonly fonts: SheafFonts;
  readonly parents: ParentTree;
  readonly outline: readonly OutlineLine[];
  /** The element that holds the documents', and the one above it. */
  readonly root: PdfDictionary;
  readonly holder: number;
}

/** A document's part of a sheaf. */
export interface DocumentPart {
  readonly pages: readonly number[];
  /** Its elements right below the one that holds all documents. */
  readonly elements: readonly number[];
  readonly facts: FileFacts;
}

/**
 * Cuts a document out of a sheaf: a file that holds what its pages and its text speak of, numbered in
 * that order, so that its bytes are the same whatever it was printed with.
 */
export function cutDocument(
  sheaf: Sheaf,
  { pages, elements, facts }: DocumentPart,
): { pdf: Uint8Array; fonts: FontFacts } {
  const { file } = sheaf;
  const to = new NewPdf();
  const copier = new Copier(file, to);
  const resources = new Resources(file, to, copier, sheaf.fonts);
  copier.nameBy((content, of) => resources.own(content, of));
  const [catalogId, info, root] = [to.reserve(), to.reserve(), to.reserve()];
  for (const page of pages) copier.settle(page, to.reserve());
  const marked: [number, PdfValue][] = [];
  for (const page of pages) putPage(sheaf, to, copier, resources, page, root, marked);
  copier.copyWaiting();
  const fonts = resources.putFonts();
  const kids = pages.map((page) => reference(copier.numberOf(page)));
  to.put(
    root,
    writeValue(
      dictionary([
        ['Type', name('Pages')],
        ['Count', number(kids.length)],
        ['Kids', array(kids)],
      ]),
    ),
  );
  const structure = putStructure(sheaf, to, copier, elements, marked);
  const outline = putOutline(file, to, copier, sheaf.outline);
  const catalog = changed(describedCatalog(catalogOf(file)), {
    Pages: null,
    StructTreeRoot: null,
    Outlines: null,
  });
  const rest = copier.renumbered(writeValue(catalog)).replace(/>>$/, '');
  const outlines = outline === null ? '' : `\n/Outlines ${outline} 0 R`;
  to.put(catalogId, `${rest}\n/Pages ${root} 0 R\n/StructTreeRoot ${structure} 0 R${outlines}>>`);
  const producer = file.dictionaryAt(file.trailer.entries.get('Info'));
  to.put(info, writeValue(infoOf(producer, facts)));
  copier.copyWaiting();
  return { pdf: to.bytes(catalogId, info), fonts };
}

function putPage(
  { file, parents }: Sheaf,
  to: NewPdf,
  copier: Copier,
  resources: Resources,
  page: number,
  root: number,
  marked: [number, PdfValue][],
): void {
  const of = file.dictionary(page);
  const contents = asReference(of.entries.get('Contents'));
  const own = resources.own(file.stream(contents), file.dictionaryAt(of.entries.get('Resources')));
  const contentId = to.reserve();
  to.putContent(contentId, [], own.content);
  const key = of.entries.get('StructParents');
  if (key !== undefined) marked.push([marked.length, array(parents.elementsOf(of))]);
  const entries = changed(of, {
    Resources: own.resources,
    Contents: reference(contentId),
    Parent: reference(root),
    ...(key === undefined ? {} : { StructParents: number(marked.length - 1) }),
    Annots: null,
  });
  const height = asNumber(asItems(of.entries.get('MediaBox'))[3]);
  const annotations = asItems(of.entries.get('Annots')).map(asReference);
  for (const annotation of annotations) copier.settle(annotation, to.reserve());
  const listed = array(annotations.map((each) => reference(copier.numberOf(each))));
  to.put(
    copier.numberOf(page),
    writeValue(annotations.length === 0 ? entries : changed(entries, { Annots: listed })),
  );
  for (const annotation of annotations) {
    const dictionary_ = file.dictionary(annotation);
    const element = parents.entryOf(dictionary_.entries.get('StructParent'));
    if (element !== undefined) marked.push([marked.length, element]);
    const changes: Record<string, PdfValue> = {
      Rect: settledRectangle(asItems(dictionary_.entries.get('Rect')), height),
      ...(element === undefined ? {} : { StructParent: number(marked.length - 1) }),
    };
    const text = copier.renumbered(writeValue(changed(dictionary_, changes)));
    to.put(copier.numberOf(annotation), text);
  }
}

/** Puts the elements of the text, and the tables that lead to them; gives the root's object. */
function putStructure(
  { file, root, holder }: Sheaf,
  to: NewPdf,
  copier: Copier,
  elements: readonly number[],
  marked: readonly (readonly [number, PdfValue])[],
): number {
  const [rootId, holderId, parentsId] = [to.reserve(), to.reserve(), to.reserve()];
  copier.settle(holder, holderId);
  const kids = array(elements.map((element) => reference(copier.numberOf(element))));
  to.put(holderId, writeValue(changed(file.dictionary(holder), { P: reference(rootId), K: kids })));
  copier.copyWaiting();
  const items = marked.map(([key, value]) => `${key} ${copier.renumbered(writeValue(value))}`);
  to.put(parentsId, `<</Type /ParentTree\n/Nums [${items.join(' ')}]>>`);
  const named = copier.namedElements();
  const names = named.map(([node, id]) => `(${node}) ${id} 0 R`).join(' ');
  const tree = named.length === 0 ? null : to.reserve();
  if (tree !== null) to.put(tree, `<</Names [${names}]>>`);
  to.put(
    rootId,
    writeValue(
      changed(root, {
        K: reference(holderId),
        ParentTreeNextKey: number(marked.length),
        ParentTree: reference(parentsId),
        IDTree: tree === null ? null : reference(tree),
      }),
    ),
  );
  return rootId;
}
