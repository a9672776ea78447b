import { encode } from 'uqr';

/** What a reader of QR codes needs round the code, in modules (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/**
 * A text as a QR code: one path of black squares on white, sharp at any size.
 *
 * The middle level of error correction mends a crease or a stamp over an eighth of the code. Digits
 * and capital letters alone make a smaller code than small letters do.
 */
export function qrSvg(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const runs = data.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${runs.join('')}"/></svg>`;
}

let last = { runHash: '', mark: 'none' };

/** A run's hash as a picture for a style sheet; `none` for what is no SHA-256. */
export function runMark(runHash: string): string {
  if (!/^[0-9a-f]{64}$/i.test(runHash)) return 'none';
  // Letters of one run, by the hundred, bear the same mark; the code takes longer than the letter.
  if (last.runHash !== runHash) {
    const svg = Buffer.from(qrSvg(runHash.toUpperCase())).toString('base64');
    last = { runHash, mark: `url("data:image/svg+xml;base64,${svg}")` };
  }
  return last.mark;
}

/** Where a row is black: first module and length. */
function runsOf(row: readonly boolean[]): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const [x, isBlack] of row.entries()) {
    const last = runs.at(-1);
    if (isBlack && last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else if (isBlack) runs.push([x, 1]);
  }
  return runs;
}
