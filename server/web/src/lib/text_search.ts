/** Where in the text the words are, each place once and none inside another. */
export function placesOf(text: string, wanted: string, matchCase: boolean): number[] {
  if (wanted === '') return [];
  const places: number[] = [];
  const pattern = new RegExp(wanted.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'), matchCase ? 'gu' : 'giu');
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) places.push(found.index);
  return places;
}

/** The number of the first place at or after a position, the first one again behind the last; -1 where there is none. */
export function nextPlace(places: readonly number[], position: number): number {
  if (places.length === 0) return -1;
  const found = places.findIndex((place) => place >= position);
  return found < 0 ? 0 : found;
}

export function previousPlace(places: readonly number[], position: number): number {
  if (places.length === 0) return -1;
  for (let at = places.length - 1; at >= 0; at--) if (places[at]! < position) return at;
  return places.length - 1;
}
