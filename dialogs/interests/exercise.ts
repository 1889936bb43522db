import { CWPI_INTERESTS, type CwpiInterest } from '../../knowledge/model.ts';
import { chooseInterest } from './exercise-choice.ts';
import { type InterestsResult, scoreInterests } from './scoring.ts';
import { gather, type InterestAnswer, LIKINGS, type Liking } from './scoring-model.ts';
import { STATEMENTS, type Statement, type StatementId, statementById } from './statements.ts';

/**
 * The interests exercise as a state machine without a clock, a store or a draw: the state is plain JSON, each step gives a new
 * one, and what comes next follows from the answers alone.
 */
export const EXERCISE_MODES = ['adaptive', 'full'] as const;
export type ExerciseMode = (typeof EXERCISE_MODES)[number];

/** `liking` is null for a skipped statement. Ids may be of another version of the exercise: such answers count for nothing. */
export interface GivenAnswer {
  readonly id: string;
  readonly liking: Liking | null;
}

export interface ExerciseState {
  readonly mode: ExerciseMode;
  /** In the order in which they were given, one for each statement. */
  readonly given: readonly GivenAnswer[];
  /** The person stopped early. */
  readonly stopped: boolean;
}

export interface ExerciseProgress {
  readonly asked: number;
  /** Statements in all, fewest and most. */
  readonly atLeast: number;
  readonly atMost: number;
}

const FEWEST = 12;
const MOST = 30;
/** The adaptive form ends when the order is this certain, or when one more answer is not expected to add this much to it. */
const CERTAIN = 0.9;
const WORTH_ASKING = 0.00625;
const SECONDS_EACH = 6;

export function startExercise(mode: ExerciseMode = 'adaptive'): ExerciseState {
  return { mode, given: [], stopped: false };
}

/** A state from storage, whatever it holds by now; null when it is no state at all. */
export function restoreExercise(stored: unknown): ExerciseState | null {
  if (!isRecord(stored) || !Array.isArray(stored.given)) return null;
  const mode = EXERCISE_MODES.find((each) => each === stored.mode);
  if (!mode) return null;
  const given = new Map<string, GivenAnswer>();
  for (const each of stored.given as readonly unknown[]) {
    if (!isRecord(each) || typeof each.id !== 'string' || !statementById(each.id)) continue;
    const liking = each.liking === null ? null : LIKINGS.find((value) => value === each.liking);
    if (liking !== undefined && !given.has(each.id)) given.set(each.id, { id: each.id, liking });
  }
  return { mode, given: [...given.values()], stopped: stored.stopped === true };
}

/** The statement to show; null when the exercise is finished. */
export function nextStatement(state: ExerciseState): Statement | null {
  if (state.stopped) return null;
  const asked = known(state);
  const open = STATEMENTS.filter(({ id }) => !asked.some(({ statement }) => statement.id === id));
  if (open.length === 0) return null;
  const counts = CWPI_INTERESTS.map((interest) => asked.filter((each) => each.statement.interest === interest).length);
  const fewest = Math.min(...counts);
  // Round by round: all of the full form, and the first round of the adaptive one, which has nothing to choose by.
  if (state.mode === 'full' || fewest === 0) return first(open, CWPI_INTERESTS[counts.indexOf(fewest)]);
  const answers = answersOf(asked);
  if (asked.length >= MOST) return null;
  const [last, before] = [asked.at(-1), asked.at(-2)].map((each) => each?.statement.interest);
  const interests = CWPI_INTERESTS.filter(
    (interest) => !(interest === last && interest === before) && open.some((each) => each.interest === interest),
  );
  const choice = chooseInterest(gather(answers), interests);
  const enough = choice.certainty >= CERTAIN || choice.gain < WORTH_ASKING;
  if (answers.length >= FEWEST && enough) return null;
  return first(open, choice.interest);
}

export function isFinished(state: ExerciseState): boolean {
  return nextStatement(state) === null;
}

/** Takes an answer, to the statement shown or to an earlier one; an unknown statement and a finished exercise change nothing. */
export function answerStatement(state: ExerciseState, id: string, liking: Liking): ExerciseState {
  return give(state, id, liking);
}

export function skipStatement(state: ExerciseState, id: string): ExerciseState {
  return give(state, id, null);
}

/** Undoes the last step: a stop, or else the last answer. */
export function backInExercise(state: ExerciseState): ExerciseState {
  return state.stopped ? { ...state, stopped: false } : { ...state, given: state.given.slice(0, -1) };
}

export function stopExercise(state: ExerciseState): ExerciseState {
  return { ...state, stopped: true };
}

/** Goes on in another form with the answers kept: a finished short form can be made into the full one. */
export function changeMode(state: ExerciseState, mode: ExerciseMode): ExerciseState {
  return { ...state, mode, stopped: false };
}

export function progressOf(state: ExerciseState): ExerciseProgress {
  const asked = known(state);
  const count = asked.length;
  if (isFinished(state)) return { asked: count, atLeast: count, atMost: count };
  if (state.mode === 'full') return { asked: count, atLeast: STATEMENTS.length, atMost: STATEMENTS.length };
  const skipped = count - answersOf(asked).length;
  return { asked: count, atLeast: Math.min(MOST, Math.max(count + 1, FEWEST + skipped)), atMost: MOST };
}

export function resultOf(state: ExerciseState): InterestsResult {
  const asked = known(state);
  const answers = answersOf(asked);
  return scoreInterests(answers, asked.length - answers.length);
}

/** What to say before the start: how many statements, and for about how many minutes at six seconds each. */
export function lengthOf(mode: ExerciseMode): { atLeast: number; atMost: number; aboutMinutes: number } {
  const [atLeast, atMost] = mode === 'full' ? [STATEMENTS.length, STATEMENTS.length] : [FEWEST, MOST];
  return { atLeast, atMost, aboutMinutes: Math.ceil((atMost * SECONDS_EACH) / 60) };
}

interface Asked {
  readonly statement: Statement;
  readonly liking: Liking | null;
}

function known(state: ExerciseState): Asked[] {
  return state.given.flatMap(({ id, liking }) => {
    const statement = statementById(id);
    return statement ? [{ statement, liking }] : [];
  });
}

function answersOf(asked: readonly Asked[]): InterestAnswer[] {
  return asked.flatMap(({ statement, liking }) => (liking === null ? [] : [{ interest: statement.interest, liking }]));
}

function give(state: ExerciseState, id: string, liking: Liking | null): ExerciseState {
  const statement = statementById(id);
  if (!statement) return state;
  const one: GivenAnswer = { id: statement.id satisfies StatementId, liking };
  // A second click on an earlier statement corrects its answer, and keeps its place so that "back" still takes the last one back.
  if (state.given.some((each) => each.id === id))
    return { ...state, given: state.given.map((each) => (each.id === id ? one : each)) };
  return isFinished(state) ? state : { ...state, given: [...state.given, one] };
}

function first(open: readonly Statement[], interest: CwpiInterest | null | undefined): Statement | null {
  return open.find((each) => each.interest === interest) ?? null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
