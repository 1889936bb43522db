import { type Answer, answerFacts } from '../../../dialogs/answers/answer.ts';
import type { Fact } from '../../../dialogs/answers/fact.ts';
import { factsOf, type Sentence, textOf } from '../../../dialogs/answers/sentence.ts';
import type { Wording } from '../../../dialogs/wording/index.ts';
import type { Region } from '../../../knowledge/model.ts';
import { expiredWords, implausibleWords } from '../../rendering/screen/caveats.ts';
import { ANY, sameWords } from '../../rendering/screen/same-words.ts';
import type { MustNotSay, SourceView } from '../views.ts';

/** What the rules look at: an answer with what it was asked for and how old its sources are. */
export interface Told {
  readonly answer: Answer;
  readonly available: boolean;
  readonly region: Region;
  readonly sources: readonly SourceView[];
  readonly wording: Wording;
}

interface Known extends Told {
  readonly facts: readonly Fact[];
  /** Whether a fact's id begins so. */
  has(...ids: readonly string[]): boolean;
  /** Whether a sentence or note was made by this wording. */
  says(...wordings: readonly Sentence[]): boolean;
}

type Words = Wording['desk']['mustNotSay'];
type Rule = readonly [calledFor: (known: Known) => boolean, words: (words: Words, known: Known) => MustNotSay];

/** What the facts that are told call for: nothing here is a matter of taste, and nothing hangs on a group. */
const RULES: readonly Rule[] = [
  [({ available }) => !available, ({ unavailable }) => unavailable],
  [({ has }) => has('wage.'), ({ wage }) => wage],
  [
    ({ answer, facts, region }) => isElsewhere(answer, facts, region),
    (words, known) => words.wageElsewhere(placeOf(known)),
  ],
  [({ facts }) => facts.some(isDerivedFigure), ({ derived }) => derived],
  [({ says, wording }) => says(wording.wage.notComparable), ({ twoSurveys }) => twoSurveys],
  [({ says, wording }) => says(expiredWords(wording.market)), ({ over }) => over],
  [({ says, wording }) => says(implausibleWords(wording.market)), ({ implausible }) => implausible],
  [isNational, (words, known) => words.national(placeOf(known))],
  [({ answer, has }) => answer.topic === 'outlook' && has('outlook.'), ({ outlook }) => outlook],
  [({ answer, has }) => answer.topic === 'certification' || has('education.licence'), ({ licence }) => licence],
  [({ says, wording }) => says(wording.schooling.teerNote), ({ teer }) => teer],
  [({ says, wording }) => says(wording.schooling.noGuarantee), ({ program }) => program],
  [({ has }) => has('interests.estimate'), ({ estimated }) => estimated],
  [({ has }) => has('interests.holland'), ({ holland }) => holland],
  [isMissing, ({ missing }) => missing],
  [({ says, wording }) => says(wording.work.skillsNoValues), ({ noValues }) => noValues],
  [({ says, wording }) => says(wording.work.industriesNotJoined), ({ notJoined }) => notJoined],
  [({ says, wording }) => says(wording.official.scale.skills), ({ skillLevels }) => skillLevels],
  [({ says, wording }) => says(wording.classification.groupCodesNote), ({ crosswalk }) => crosswalk],
  [({ says, wording }) => says(wording.work.similarHow), ({ similar }) => similar],
  [isOfGroup, ({ group }) => group],
  [({ says, wording }) => says(wording.common.fromProfile(ANY, ANY)), ({ oneOccupation }) => oneOccupation],
  [({ sources }) => sources.some(({ freshness }) => freshness === 'stale'), ({ stale }) => stale],
];

/** What an agent must not say of this answer, by rules on its facts and caveats. */
export function mustNotSay(told: Told): MustNotSay[] {
  const { answer, wording } = told;
  const facts = answerFacts(answer);
  const sentences = [...answer.lead, ...answer.notes.map((note) => note.sentence)];
  const known: Known = {
    ...told,
    facts,
    has: (...ids) => facts.some(({ id }) => ids.some((each) => id.startsWith(each))),
    says: (...wordings) => sentences.some((sentence) => wordings.some((words) => sameWords(sentence, words))),
  };
  return RULES.filter(([calledFor]) => calledFor(known)).map(([, words]) => words(wording.desk.mustNotSay, known));
}

function placeOf({ region, wording }: Told): string {
  return textOf(wording.common.place(region));
}

/** Whether the wage told is of another place than the one asked about. */
function isElsewhere({ lead }: Answer, facts: readonly Fact[], region: Region): boolean {
  const told = lead.flatMap(factsOf).filter(({ id }) => id.startsWith('wage.'));
  return facts.length > 0 && told.length > 0 && told.every((fact) => fact.region !== region.id);
}

function isNational({ facts, region }: Known): boolean {
  return region.id !== 'CA' && facts.some(({ id, region: of }) => id.startsWith('outlook.') && of === 'CA');
}

/** Worked out from a published figure; cents that are rounded away do not make it another figure. */
function isDerivedFigure({ unit, derived }: Fact): boolean {
  return unit.startsWith('CAD') && derived !== '' && !derived.startsWith('rounded');
}

function isMissing({ answer, wording }: Known): boolean {
  const { market, wage } = wording;
  const cells = answer.table?.rows.flatMap((row) => row.cells) ?? [];
  return cells.includes(wage.missingCell) || answerFacts(answer).some(({ text }) => text === market.notPublished);
}

/** The wage has its own words for that. */
function isOfGroup({ has, says, wording: { common } }: Known): boolean {
  return (
    !has('wage.') && says(common.groupCaveat({ segments: [] }), common.groupCaveatOccupation(ANY, { segments: [] }))
  );
}
