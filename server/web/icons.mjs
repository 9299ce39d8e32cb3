// The program's icon: a diamond on a rounded square. Drawn here and not kept as files, so that its colour comes from the
// design tokens and no tool is needed that makes pictures out of SVG.

import { deflateSync } from 'node:zlib';

/** In units of a square of 32: the rounding of its corners, and from the middle of the diamond to its tips. */
const rounding = 8;
const reach = 9.5;

export function iconSvg(accent) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <rect width="32" height="32" rx="${rounding}" fill="${accent}" />
  <path d="M16 ${16 - reach} ${16 + reach} 16 16 ${16 + reach} ${16 - reach} 16Z" fill="#ffffff" />
</svg>
`;
}

/** How much of a pixel is inside of an edge that is so many pixels away from its middle (negative: inside). */
const cover = (distance) => Math.min(1, Math.max(0, 0.5 - distance));

/** How far a point is from the edge of the rounded square (negative: inside). Points are seen from the middle. */
function toSquare(x, y, corner) {
  const [across, down] = [Math.abs(x) - 16 + corner, Math.abs(y) - 16 + corner];
  return Math.hypot(Math.max(across, 0), Math.max(down, 0)) + Math.min(Math.max(across, down), 0) - corner;
}

const toDiamond = (x, y) => (Math.abs(x) + Math.abs(y) - reach) / Math.SQRT2;

/** `bleeds`: to the edges, for systems that cut icons into a shape of their own ("maskable"). */
export function iconPng(size, accent, bleeds = false) {
  const colour = [1, 3, 5].map((at) => Number.parseInt(accent.slice(at, at + 2), 16));
  const scale = size / 32;
  const rows = Buffer.alloc(size * (1 + size * 4)); // Each row begins with its filter: 0, none.
  for (let row = 0, at = 0; row < size; row++) {
    at++;
    for (let column = 0; column < size; column++) {
      const [x, y] = [column, row].map((one) => (one + 0.5) / scale - 16);
      const white = cover(toDiamond(x, y) * scale);
      for (const channel of colour) rows[at++] = Math.round(channel + (255 - channel) * white);
      rows[at++] = bleeds ? 255 : Math.round(255 * cover(toSquare(x, y, rounding) * scale));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6], 8); // Eight bits each of red, green, blue and alpha.
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name, data) {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** As PNG wants it (ISO 3309); node has one of its own only since version 20. */
function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
