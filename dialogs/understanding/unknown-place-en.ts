import type { FoldedText, Stretch } from './folded-text.ts';

/** "In" with up to three words, at the end of what is asked. */
const IN_AT_END = / (?:in|near|around)((?: the)?((?: \p{L}+){1,3}?)(?: now| today| please| these days)?)$/u;
/** Words with a capital at times that begin or end no place: fields of work, months, currencies. */
const CAPITALS: readonly string[] =
  `agriculture america american april army area august autumn average canadian care christmas construction country dec
  december demand dollars education emergency engineering english fall february finance forces forestry french friday
  general government grade health healthcare home hospital hospitality hospitals indigenous industry january july june
  level management manufacturing march may mining monday month months my navy november nursing october oil our person
  police practice private province public reality region research retail sales saturday school schools science sector
  september service services spring summer sunday teaching technology teer theory thursday time total tourism trades
  transportation tuesday union unions us wednesday week winter year years your`.split(/\s+/);
/** Words that stand behind "in" as they are: workplaces, times, money, turns of phrase. */
const ORDINARY: readonly string[] =
  `abattoirs academic access aerospace agencies aircraft airline airlines airport airports armed automobile aviation
  bakeries bakery bank banks barns bars base beauty bitcoin boats bonuses brief bulk bureau cafes cafeterias camp
  camps carpentry cash casino casinos certain charge charities chemistry churches cities city class clinic clinics
  clubs coins combat commerce committee companies comparison contract contracts countryside court courthouse courts
  craft crisis currency dairies dairy data day daycare daycares days decades degrees depth detail details digital
  diners docks dollar dollars early effect emergency energy entry estate euro euros evenings event events experience
  fact factories factory famous farms fashion favour federal fields film fire firms fishery fitness flight force
  foreign forest forests foundries foundry front full future gas genetic glass gold greenhouse greenhouses groceries
  grocery group groups guild hand hands history homes hospice hospices hotel hotels hour hours house houses housing
  hydro icu insurance international internet job jobs kindergarten kitchen kitchens lab labour labs large law least
  libraries library life local logistics long lumber major malls marine marketing mass meat media medicine mental mill
  mills mind mine mines minutes mobile money morgue morgues morning mosques most motorcycle museum museums music
  nature nonprofit nuclear nurseries nursery offices offshore oilfield oilpatch oncology operations orchard orchards
  overtime particular parts past peak pediatrics percent period pesos petroleum pharma pharmacies pharmacy planes
  plant plants politics ports power preschool press prison prisons product production programming property psychiatry
  pubs quarter radio rail railway railways ranch ranches real refineries refinery regions remote rent residential
  resort resorts restaurant restaurants return rupees rural salon salons sawmill sawmills season seasons sectors
  security senior shape shift shifts shipping ships shipyard shipyards shop shops short silver small society software
  space spare spas sport sports stock store stores street studio studios suburbs subway suites surgery tandem tech
  telecom temples theatre theatres theirs therapy tips today town towns trade transit transport travel travelling
  trouble trucking trucks tune turn underground unionized universities university urban utilities village villages
  wards warehouse warehouses welding wholesale wildlife woodland woods workshop workshops yards yours yuan zone`.split(
    /\s+/,
  );
const NO_PLACE: ReadonlySet<string> = new Set(CAPITALS);
/** Never misspelt places. */
export const BEHIND_IN: readonly string[] = [...CAPITALS, ...ORDINARY];
/** Endings of words for what people do, are and think; few places have them. */
const NO_PLACE_ENDING =
  /(?:ing|[ts]ions?|ments?|ness|ity|ities|isms?|ists?|ics|ances?|ences?|ships?|hoods?|ives?|ably|ally|work|works|care|time|ware|logy|graphy|ers)$/;
/** Shortest word without a capital that is taken for a place: shorter ones are too often something else. */
const SHORTEST_PLAIN = 5;

/**
 * A place that the store does not know, at the end of a question for the pay or the outlook. Words with capitals count right behind what is
 * asked ("wage in Seattle"), where not all words have capitals. Others count where no word of them is an ordinary one ("in timbuktu", never
 * "in general"), and behind a job title as well.
 */
export function unknownPlaceIn(
  text: FoldedText,
  asked: readonly Stretch[],
  titles: readonly Stretch[],
  isKnown: (word: string) => boolean,
  free: (stretch: Stretch) => boolean,
): { readonly quoted: string; readonly stretch: Stretch } | null {
  const match = asked.length === 0 ? null : IN_AT_END.exec(text.folded);
  const said = match?.[2]?.trim();
  if (!match || !said) return null;
  const start = text.folded.indexOf(said, match.index);
  const stretch = { start: match.index + 1, end: text.folded.length };
  const words = said.split(' ');
  if (!free(stretch) || words.some((word) => NO_PLACE.has(word))) return null;
  // A topic's phrase may end with the "in" itself.
  const behind = ({ end }: Stretch): boolean => end >= match.index && end < start;
  const quoted = text.quote(start, start + said.length);
  const named = quoted.split(/\s+/).every((word) => /^\p{Lu}\p{Ll}/u.test(word));
  const plain = /(^|\s)\p{Ll}{3}/u.test(text.quote(0, match.index));
  if (asked.some(behind) && named && plain) return { quoted, stretch };
  const strange = words.every((word) => word.length >= SHORTEST_PLAIN && !isKnown(word) && !NO_PLACE_ENDING.test(word));
  return strange && [...asked, ...titles].some(behind) ? { quoted, stretch } : null;
}
