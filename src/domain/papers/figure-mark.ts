/** What stands for a tag in the name of a bookmark; Word allows 40 letters, digits and underscores. */
const PREFIX = 'kaoheng_';

/** Two of FNV-1a's primes and starts, 32 bits each: together no two tags of a run fall on one mark. */
const HASHES = [
  { start: 0x811c9dc5, prime: 0x01000193 },
  { start: 0x9747b28c, prime: 0x5bd1e995 },
] as const;

/**
 * A figure's tag as a mark that can stand in the name of a bookmark, since an office program that
 * drops the tags of content controls keeps bookmarks.
 *
 * @example figureMark('score:haidong') // a text such as '0k3f5q1z0a9b8c'
 */
export function figureMark(tag: string): string {
  return HASHES.map(({ start, prime }) => {
    let hash = start;
    for (const character of tag) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), prime) >>> 0;
      hash = (hash ^ (hash >>> 15)) >>> 0;
    }
    return hash.toString(36).padStart(7, '0');
  }).join('');
}

/**
 * The name of a figure's bookmark.
 *
 * @param occurrence which of the tag's figures it is: names are unique in a document
 */
export function bookmarkName(tag: string, occurrence: number): string {
  return `${PREFIX}${figureMark(tag)}_${String(occurrence)}`;
}

/** The figure's mark in the name of a bookmark; undefined where it is somebody else's bookmark. */
export function markOfBookmark(name: string): string | undefined {
  return /^kaoheng_([\da-z]{14})_\d+$/i.exec(name)?.[1]?.toLowerCase();
}
