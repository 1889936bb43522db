import type { Answer } from '../../../dialogs/answers/answer.ts';
import { type Sentence, textOf } from '../../../dialogs/answers/sentence.ts';
import type { Wording } from '../../../dialogs/wording/index.ts';
import { ANY, sameWords } from './same-words.ts';
import type { NoteView } from './views.ts';

type Notes = readonly NoteView[];

/** Sentences that the eye must fall on: old, over, estimated, of a whole group or of one occupation, of another place. */
export function isWarning(sentence: Sentence, wording: Wording): boolean {
  return oftenUsed(wording).warnings.some((words) => sameWords(sentence, words)) || isElsewhere(sentence, wording);
}

/** That a figure is another place's than the one asked about. */
export function isElsewhere(sentence: Sentence, wording: Wording): boolean {
  return oftenUsed(wording).places.some((words) => sameWords(sentence, words));
}

interface CaveatWords {
  readonly warnings: readonly Sentence[];
  readonly places: readonly Sentence[];
}

/** Stands for any words that a wording puts together. */
const SOME: Sentence = { segments: [ANY] };

const made = new WeakMap<Wording, CaveatWords>();

/** Every sentence of a sheet is held against them. */
function oftenUsed(wording: Wording): CaveatWords {
  const known = made.get(wording) ?? { warnings: warningWords(wording), places: placeWords(wording) };
  made.set(wording, known);
  return known;
}

function warningWords({ common, classification, plans, market }: Wording): readonly Sentence[] {
  return [
    common.over(ANY, ANY),
    common.stale(ANY, ANY),
    common.staleFigures(ANY, ANY),
    common.groupCaveat({ segments: [] }),
    common.groupCaveatOccupation(ANY, { segments: [] }),
    common.fromProfile(ANY, ANY),
    classification.estimate,
    classification.estimateMany,
    plans.estimated,
    market.newPositionsShared,
  ];
}

function placeWords({ wage, market, comparison }: Wording): readonly Sentence[] {
  return [
    wage.regionMissing(ANY, ANY),
    wage.regionMissingInstead(ANY),
    wage.placeMissing(ANY, ANY, undefined),
    wage.membersMissing(ANY),
    wage.sameAsProvince(ANY, ANY),
    market.ratedMissing(ANY, ANY),
    market.outlookRegion(ANY),
    comparison.placeLeft(ANY, SOME, ANY),
    comparison.placeLeft(ANY, null, ANY),
    comparison.placeLeftByOne(ANY, SOME),
  ];
}

/** What an agent does with the bot and not with a caller: said to nobody. */
function isForTheBot(sentence: Sentence, { work, plans }: Wording): boolean {
  return [work.similarHow, plans.pick, plans.pickAlone, plans.end].includes(sentence);
}

/** What tells the reader how capitals are meant: a caller hears "strong" and "weaker" instead. */
function isForTheEye(sentence: Sentence, { classification, comparison }: Wording): boolean {
  return sentence === classification.interestsScale || sentence === comparison.scale;
}

/** Notes that are shown: warnings first, and first of all whose figures they are where they are another place's. */
export function notesOf(answer: Answer, wording: Wording): Notes {
  const shown = answer.notes.filter(({ sentence }) => !isForTheBot(sentence, wording));
  const told = [
    ...answer.lead.filter((sentence) => isElsewhere(sentence, wording)).map(asWarning),
    ...warningsOfFacts(answer, wording),
    ...shown.map(({ sentence }) => (isWarning(sentence, wording) ? asWarning(sentence) : asNote(sentence))),
  ];
  return [...told.filter(({ kind }) => kind === 'warning'), ...told.filter(({ kind }) => kind === 'note')];
}

/** Notes that are read to a caller. */
export function notesAloud({ notes }: Answer, wording: Wording): Sentence[] {
  const { common, aloud } = wording;
  const forTheEar = (sentence: Sentence): Sentence => {
    if (sameWords(sentence, common.groupCaveat({ segments: [] }))) return aloud.wholeGroup;
    return sameWords(sentence, common.groupCaveatOccupation(ANY, { segments: [] })) ? aloud.partOfGroup : sentence;
  };
  return notes
    .filter((note) => note.aloud && !isForTheBot(note.sentence, wording) && !isForTheEye(note.sentence, wording))
    .map(({ sentence }) => forTheEar(sentence));
}

/** What sentences of the lead say and the eye might pass over. */
function warningsOfFacts({ lead }: Answer, { market, wage, desk }: Wording): Notes {
  const has = (...words: readonly Sentence[]): boolean =>
    lead.some((sentence) => words.some((each) => sameWords(sentence, each)));
  const found = [
    ...(has(expiredWords(market)) ? [desk.warnings.over] : []),
    ...(has(implausibleWords(market)) ? [desk.warnings.implausible] : []),
    ...(has(wage.derivedHour(ANY_FACT, ANY), wage.derivedYear(ANY_FACT, ANY)) ? [desk.warnings.derived] : []),
  ];
  return found.map((text) => ({ kind: 'warning', text }));
}

const ANY_FACT = {
  id: '',
  value: '',
  unit: 'text',
  text: '',
  source: '',
  period: '',
  edition: null,
  code: '',
  region: null,
  reliability: null,
  derived: '',
} as const;

export function expiredWords(market: Wording['market']): Sentence {
  return market.expired(ANY, ANY, ANY_FACT, ANY);
}

export function implausibleWords(market: Wording['market']): Sentence {
  return market.implausible(ANY_FACT);
}

function asWarning(sentence: Sentence): Notes[number] {
  return { kind: 'warning', text: textOf(sentence) };
}

function asNote(sentence: Sentence): Notes[number] {
  return { kind: 'note', text: textOf(sentence) };
}
