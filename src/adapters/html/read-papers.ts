import { parseFragment, serializeOuter } from 'parse5';
import { failure, success, type Result } from '../../domain/kernel/result.js';
import type {
  Align,
  Block,
  Chart,
  Inline,
  Paper,
  PaperForm,
  PaperHeading,
  PaperSection,
  Paragraph,
  Role,
} from '../../domain/papers/index.js';
import type { PrintFault } from '../../ports/document-renderer.js';
import type { FilledTemplate } from '../../ports/template-source.js';
import {
  allText,
  attribute,
  childElements,
  classesOf,
  hasClass,
  isElement,
  ownText,
  UnknownElement,
  type Element,
  type Node,
} from './elements.js';
import { faceOf, isSpread, readInlines, readSpread } from './read-inlines.js';
import { readTable } from './read-table.js';
import { CONTAINERS, INLINES, PARAGRAPHS, PRINT_ONLY, ROLE_CLASSES } from './vocabulary.js';

/**
 * Reads the body of a filled template, one paper for each of its articles, with the same rules by
 * which a browser reads it. An element that no paper can have is a fault and not left out.
 */
export function readPapers(filled: FilledTemplate): Result<readonly Paper[], PrintFault> {
  try {
    const { childNodes } = parseFragment(filled.body);
    const articles = childNodes.filter(isElement).filter(({ tagName }) => tagName === 'article');
    return success(articles.map((article) => readPaper(article, filled.manifest.form)));
  } catch (error) {
    if (!(error instanceof UnknownElement)) throw error;
    const facts = { template: filled.manifest.name, element: error.message.slice(0, 40) };
    return failure({ code: 'unknown-markup', facts });
  }
}

/** What is known of the elements around the one that is read. */
interface Surroundings {
  readonly role: Role | undefined;
  readonly isAnnex: boolean;
  readonly isCover: boolean;
  readonly isSealed: boolean;
  readonly list: number;
}

/** Puts blocks into sections; a new one begins where pages turn. */
class PaperBuilder {
  readonly heading: PaperHeading;
  readonly sections: { isWide: boolean; blocks: Block[] }[] = [];
  lists = 0;
  #isWide = false;
  #isParted = false;

  constructor(heading: PaperHeading) {
    this.heading = heading;
  }

  add(block: Block): void {
    const last = this.sections.at(-1);
    if (last?.isWide === this.#isWide && !this.#isParted) last.blocks.push(block);
    else this.sections.push({ isWide: this.#isWide, blocks: [block] });
    this.#isParted = false;
  }

  /** What comes next stands on pages of its own: a sheet that another office seals. */
  part(): void {
    this.#isParted = this.sections.length > 0;
  }

  /** Reads what lies on pages of one kind. */
  turned(isWide: boolean, read: () => void): void {
    const before = this.#isWide;
    this.#isWide = isWide;
    read();
    this.#isWide = before;
  }
}

function readPaper(article: Element, form: PaperForm): Paper {
  const heading = headingOf(article);
  const builder = new PaperBuilder(heading);
  const around = { role: undefined, isAnnex: false, isCover: false, isSealed: false, list: 0 };
  builder.turned(isWide(article), () => readChildren(article, around, builder));
  const sections: readonly PaperSection[] = builder.sections;
  return { form, heading, sections };
}

function headingOf(article: Element): PaperHeading {
  if (attribute(article, 'data-cover') === 'plain') return 'none';
  return attribute(article, 'data-red-heading') === 'preprinted' ? 'preprinted' : 'printed';
}

function isWide(element: Element): boolean {
  return hasClass(element, 'wide');
}

function readChildren(parent: Element, around: Surroundings, builder: PaperBuilder): void {
  let loose: Node[] = [];
  const flush = (): void => {
    const holder: Element = {
      ...parent,
      tagName: 'p',
      nodeName: 'p',
      childNodes: loose,
      attrs: [],
    };
    loose = [];
    const inlines = readInlines(holder);
    if (inlines.length > 0) builder.add(paragraph(holder, around.role ?? 'text', around, inlines));
  };
  for (const node of parent.childNodes) {
    const isLoose = isElement(node) ? INLINES.has(node.tagName) : ownText(node).trim() !== '';
    if (isLoose) {
      loose.push(node);
      continue;
    }
    if (loose.length > 0) flush();
    if (isElement(node)) readBlock(node, around, builder);
  }
  if (loose.length > 0) flush();
}

function readBlock(element: Element, around: Surroundings, builder: PaperBuilder): void {
  if (hasClass(element, ...PRINT_ONLY) || attribute(element, 'aria-hidden') === 'true') return;
  const { tagName } = element;
  if (builder.heading === 'none' && hasClass(element, 'heading', 'letter-heading')) return;
  const drawn = childElements(element).find((one) => one.tagName === 'svg');
  const role = PARAGRAPHS[tagName];
  if (tagName === 'table') builder.add(readTable(element));
  else if (tagName === 'svg') builder.add(chart(element, []));
  else if (tagName === 'hr' || tagName === 'style') return;
  else if (tagName === 'figure' && drawn !== undefined) {
    const caption = childElements(element).find((one) => one.tagName === 'figcaption');
    builder.add(chart(drawn, caption === undefined ? [] : readInlines(caption)));
  } else if (role !== undefined) {
    const inner = readLine(element);
    if (inner.length > 0) builder.add(paragraph(element, role, around, inner));
  } else if (CONTAINERS.has(tagName)) readContainer(element, around, builder);
  else throw new UnknownElement(tagName);
}

function readContainer(element: Element, around: Surroundings, builder: PaperBuilder): void {
  const isAnnex = hasClass(element, 'annex');
  if (isAnnex) builder.lists += 1;
  if (hasClass(element, 'part')) builder.part();
  const inner: Surroundings = {
    role: roleOf(element) ?? around.role,
    isAnnex: around.isAnnex || isAnnex,
    isCover: around.isCover || hasClass(element, 'cover'),
    isSealed: hasClass(element, 'sealed') || (around.isSealed && !hasClass(element, 'unsealed')),
    list: isAnnex ? builder.lists : around.list,
  };
  if (isWide(element)) builder.turned(true, () => readChildren(element, inner, builder));
  else readChildren(element, inner, builder);
}

function readLine(element: Element): readonly Inline[] {
  const face = faceOf(element, undefined);
  if (!isSpread(element)) return readInlines(element, face);
  const tab: Inline = { kind: 'tab' };
  return readSpread(element, face).flatMap((span, index) => (index === 0 ? span : [tab, ...span]));
}

function paragraph(
  element: Element,
  usual: Role,
  { role: outer, isAnnex, isCover, isSealed, list }: Surroundings,
  inlines: readonly Inline[],
): Paragraph {
  const own = isCover ? coverRoleOf(element) : roleOf(element);
  const isLevel = usual.startsWith('level');
  const plain = usual === 'title' && isAnnex ? 'annexTitle' : usual;
  const named = own ?? (usual === 'text' ? (outer ?? 'text') : plain);
  // Words at the ends of a line are no paragraph, whatever they are about.
  const role = named === 'facts' && inlines.some(({ kind }) => kind === 'tab') ? 'plain' : named;
  const isNumbered = isLevel && !hasClass(element, 'unnumbered');
  return {
    kind: 'paragraph',
    role,
    align: alignOf(element),
    inlines,
    isSealed,
    list: isNumbered ? list : undefined,
  };
}

function roleOf(element: Element): Role | undefined {
  const name = classesOf(element).find((one) => Object.hasOwn(ROLE_CLASSES, one));
  return name === undefined ? undefined : ROLE_CLASSES[name];
}

function coverRoleOf(element: Element): Role {
  if (hasClass(element, 'title')) return 'coverTitle';
  return hasClass(element, 'by', 'date', 'note') ? 'coverFoot' : 'subtitle';
}

function alignOf(element: Element): Align | undefined {
  return (['left', 'center', 'right'] as const).find((align) => hasClass(element, align));
}

/** A drawing is told by its title and description; its own words are the picture's. */
function chart(svg: Element, caption: readonly Inline[]): Chart {
  const text = (name: string): string => {
    const found = childElements(svg).find(({ tagName }) => tagName === name);
    return found === undefined ? '' : allText(found);
  };
  const title = text('title');
  return {
    kind: 'chart',
    drawing: serializeOuter(svg),
    title: title === '' ? (attribute(svg, 'aria-label') ?? '') : title,
    description: text('desc'),
    caption,
  };
}
