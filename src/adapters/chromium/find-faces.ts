import type { Page } from 'puppeteer';
import type { FaceFacts } from '../../ports/document-renderer.js';
import { CUTS, type CutId } from '../fonts/cuts.js';
import { FACES, familyName, type Face } from '../fonts/faces.js';
import type { FontShelf } from '../fonts/font-shelf.js';

/** What the browser has for printing. */
export interface FoundFaces {
  readonly faces: readonly FaceFacts[];
  /** Whether it sees our fonts; one that brings its own list of fonts does not. */
  readonly hasShelf: boolean;
}

/** Any font of the shelf would do. */
const PROBE: CutId = 'half';

/** Asks the browser which font it would really take for each face. */
export async function findFaces(page: Page, shelf: FontShelf): Promise<FoundFaces> {
  const probes = [
    { id: 'shelf', names: [familyName(PROBE)], text: '0' },
    ...FACES.map((face) => ({ id: face.id, names: face.local, text: '考' })),
  ];
  const spans = probes.map(({ id, names, text }) => {
    const list = names.map((name) => `'${name}'`).join(',');
    return `<p id="${id}" style="font-family:${list},monospace">${text}</p>`;
  });
  await page.setContent(`<!doctype html><meta charset="utf-8">${spans.join('')}`);
  const session = await page.createCDPSession();
  try {
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const used = new Map<string, string>();
    for (const { id, names } of probes) {
      const selector = { nodeId: root.nodeId, selector: `#${id}` };
      const { nodeId } = await session.send('DOM.querySelector', selector);
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
      const found = fonts.find((font) => names.includes(font.familyName));
      if (found !== undefined) used.set(id, found.familyName);
    }
    const faces = FACES.map((face) => factsOf(face, used.get(face.id), shelf));
    return { faces, hasShelf: used.has('shelf') };
  } finally {
    await session.detach();
  }
}

function factsOf(face: Face, local: string | undefined, shelf: FontShelf): FaceFacts {
  const chain = face.chain.filter((cut) => shelf.cuts.has(cut));
  const titles = [...new Set(chain.map((cut) => titleOf(cut, shelf)))];
  const first = titles[0] ?? '';
  const rare = local === undefined ? titles.slice(1) : titles;
  return {
    wanted: face.wanted,
    used: local ?? first,
    isStandIn: local === undefined,
    isSameStyle: local !== undefined || face.id !== 'body' || shelf.fang !== null,
    digits: face.latin === null ? null : titleOf(face.latin.half, shelf),
    rare,
  };
}

function titleOf(cut: CutId, shelf: FontShelf): string {
  return cut === 'fang' ? (shelf.fang ?? '') : CUTS[cut].font.title;
}
