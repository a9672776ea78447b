import { describedCatalog, infoOf, type FileFacts } from '../describe-file.js';
import { catalogOf } from '../page-list.js';
import type { PdfFile } from '../pdf-file.js';
import {
  array,
  asItems,
  asNumber,
  asReference,
  changed,
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
  part: DocumentPart,
): { pdf: Uint8Array; fonts: FontFacts } {
  return new DocumentCut(sheaf).cut(part);
}

/** The file of one document while it is put together. */
class DocumentCut {
  readonly #sheaf: Sheaf;
  readonly #to = new NewPdf();
  readonly #copier: Copier;
  readonly #resources: Resources;
  /** What the marked content of each page and link belongs to, in the order of their new keys. */
  readonly #marked: PdfValue[] = [];
  readonly #heights = new Map<number, number>();

  constructor(sheaf: Sheaf) {
    this.#sheaf = sheaf;
    this.#copier = new Copier(sheaf.file, this.#to);
    this.#resources = new Resources(sheaf.file, this.#to, this.#copier, sheaf.fonts);
    this.#copier.nameBy((content, of) => this.#resources.own(content, of));
  }

  cut({ pages, elements, facts }: DocumentPart): { pdf: Uint8Array; fonts: FontFacts } {
    const { file, outline: lines } = this.#sheaf;
    const [to, copier] = [this.#to, this.#copier];
    const [catalog, info, root] = [to.reserve(), to.reserve(), to.reserve()];
    const ids = pages.map(() => to.reserve());
    pages.forEach((page, at) => copier.settle(page, ids[at] ?? 0));
    for (const page of pages) this.#putPage(page, root);
    copier.copyWaiting();
    const fonts = this.#resources.putFonts();
    const kids = ids.map((id) => `${id} 0 R`).join(' ');
    to.put(root, `<</Type /Pages\n/Count ${ids.length}\n/Kids [${kids}]>>`);
    const structure = this.#putStructure(elements);
    const outline = putOutline(to, copier, lines, this.#heights);
    const described = describedCatalog(catalogOf(file));
    const rest = changed(described, { Pages: null, StructTreeRoot: null, Outlines: null });
    const entries = copier.renumbered(writeValue(rest)).replace(/>>$/, '');
    const outlines = outline === null ? '' : `\n/Outlines ${outline} 0 R`;
    to.put(
      catalog,
      `${entries}\n/Pages ${root} 0 R\n/StructTreeRoot ${structure} 0 R${outlines}>>`,
    );
    const produced = file.dictionaryAt(file.trailer.entries.get('Info'));
    to.put(info, writeValue(infoOf(produced, facts)));
    copier.copyWaiting();
    return { pdf: to.bytes(catalog, info), fonts };
  }

  #putPage(page: number, root: number): void {
    const { file, parents } = this.#sheaf;
    const of = file.dictionary(page);
    const contents = asReference(of.entries.get('Contents'));
    const given = file.dictionaryAt(of.entries.get('Resources'));
    const { content, resources } = this.#resources.own(file.stream(contents), given);
    const contentId = this.#to.reserve();
    this.#to.putContent(contentId, [], content);
    const key = this.#keyFor(parents.entryOf(of.entries.get('StructParents')));
    const height = asNumber(asItems(of.entries.get('MediaBox'))[3]);
    this.#heights.set(page, height);
    const links = asItems(of.entries.get('Annots')).map(asReference);
    for (const link of links) this.#copier.settle(link, this.#to.reserve());
    const listed = array(links.map((link) => reference(this.#copier.numberOf(link))));
    const own = changed(of, {
      Resources: resources,
      Contents: reference(contentId),
      Parent: reference(root),
      StructParents: key,
      Annots: links.length === 0 ? null : listed,
    });
    this.#to.put(this.#copier.numberOf(page), writeValue(own));
    for (const link of links) this.#putLink(link, height);
  }

  #putLink(link: number, height: number): void {
    const { file, parents } = this.#sheaf;
    const of = file.dictionary(link);
    const own = changed(of, {
      Rect: settledRectangle(asItems(of.entries.get('Rect')), height),
      StructParent: this.#keyFor(parents.entryOf(of.entries.get('StructParent'))),
    });
    this.#to.put(this.#copier.numberOf(link), this.#copier.renumbered(writeValue(own)));
  }

  /** The new key by which the table of parents leads to these elements. */
  #keyFor(elements: PdfValue | undefined): PdfValue | null {
    return elements === undefined ? null : number(this.#marked.push(elements) - 1);
  }

  /** Puts the elements of the text, and the tables that lead to them; gives the root's object. */
  #putStructure(elements: readonly number[]): number {
    const { file, root, holder } = this.#sheaf;
    const [to, copier] = [this.#to, this.#copier];
    const [rootId, holderId, parentsId] = [to.reserve(), to.reserve(), to.reserve()];
    copier.settle(holder, holderId);
    const kids = array(elements.map((element) => reference(copier.numberOf(element))));
    const held = changed(file.dictionary(holder), { P: reference(rootId), K: kids });
    to.put(holderId, writeValue(held));
    copier.copyWaiting();
    const marked = this.#marked.map((value, key) => `${key} ${this.#listed(value)}`);
    to.put(parentsId, `<</Type /ParentTree\n/Nums [${marked.join(' ')}]>>`);
    const named = copier.namedElements();
    const names = named.map(([node, id]) => `(${node}) ${id} 0 R`).join(' ');
    const tree = named.length === 0 ? null : to.reserve();
    if (tree !== null) to.put(tree, `<</Names [${names}]>>`);
    const own = changed(root, {
      K: reference(holderId),
      ParentTreeNextKey: number(marked.length),
      ParentTree: reference(parentsId),
      IDTree: tree === null ? null : reference(tree),
    });
    to.put(rootId, writeValue(own));
    return rootId;
  }

  /** Elements as a list of their new numbers: a page's are a list in an object of its own. */
  #listed(elements: PdfValue): string {
    const { file } = this.#sheaf;
    const source = elements.kind === 'reference' ? file.text(elements.id) : '';
    const list = source.startsWith('[') ? source.slice(0, source.indexOf(']') + 1) : '';
    return this.#copier.renumbered(list === '' ? writeValue(elements) : list);
  }
}
