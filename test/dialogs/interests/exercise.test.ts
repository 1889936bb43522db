import { expect } from 'chai';
import fc from 'fast-check';
import {
  answerStatement,
  backInExercise,
  changeMode,
  type ExerciseState,
  isFinished,
  lengthOf,
  nextStatement,
  progressOf,
  restoreExercise,
  resultOf,
  skipStatement,
  startExercise,
  stopExercise,
} from '../../../dialogs/interests/exercise.ts';
import { LIKINGS, type Liking } from '../../../dialogs/interests/scoring-model.ts';
import { STATEMENTS, type Statement } from '../../../dialogs/interests/statements.ts';

const mode = fc.constantFrom('adaptive' as const, 'full' as const);
const steps = fc.array(fc.option(fc.constantFrom(...LIKINGS)), { maxLength: 70 });

/** Goes on until the exercise ends by itself or the replies run out. */
function play(state: ExerciseState, replies: readonly (Liking | null)[]): ExerciseState {
  let at = state;
  for (const liking of replies) {
    const statement = nextStatement(at);
    if (!statement) break;
    at = liking === null ? skipStatement(at, statement.id) : answerStatement(at, statement.id, liking);
  }
  return at;
}

function complete(reply: (statement: Statement) => Liking, start = startExercise()): ExerciseState {
  let state = start;
  for (let statement = nextStatement(state); statement; statement = nextStatement(state))
    state = answerStatement(state, statement.id, reply(statement));
  return state;
}

const methodical = ({ interest, id }: Statement): Liking => {
  if (interest === 'Methodical') return 5;
  if (interest === 'Innovative') return id.endsWith('1') ? 3 : 4;
  return interest === 'Directive' ? 3 : 1;
};

describe('interests exercise', () => {
  // Protects the promised length, and the short form for people whose interests are plain.
  it('ends after twelve to thirty statements, early for clear answers', () => {
    const state = complete(methodical);
    expect(state.given.length).to.be.within(12, 20);
    const result = resultOf(state);
    expect(result.kind === 'found' && result.codes.map(({ interest }) => interest).slice(0, 2)).to.deep.equal([
      'Methodical',
      'Innovative',
    ]);
  });

  // Protects the full form: everything once, also from a finished short form.
  it('asks every statement once in the full form', () => {
    for (const start of [startExercise('full'), changeMode(complete(methodical), 'full')])
      expect(new Set(complete(methodical, start).given.map(({ id }) => id)).size).to.equal(STATEMENTS.length);
  });

  // Protects the first impression: five interests before any comes again.
  it('begins with one statement of each interest', () => {
    const given = complete(methodical).given.slice(0, 5);
    expect(new Set(given.map(({ id }) => id.split('-')[0])).size).to.equal(5);
  });

  // Protects against a run of one kind, a second showing of a statement, and an exercise without end.
  it('never shows three of one interest in a row, or one twice, or more than thirty', () => {
    fc.assert(
      fc.property(steps, (replies) => {
        const ids = play(startExercise(), replies).given.map(({ id }) => id);
        expect(new Set(ids).size).to.equal(ids.length);
        expect(ids.length).to.be.at.most(30);
        const kinds = ids.map((id) => id.split('-')[0]);
        expect(kinds.some((kind, at) => at > 1 && kind === kinds[at - 1] && kind === kinds[at - 2])).to.equal(false);
      }),
      { numRuns: 60 },
    );
  });

  // Protects "back": it leaves no trace of the answer, and brings its statement up again.
  it('takes the last step back exactly', () => {
    fc.assert(
      fc.property(mode, steps, fc.constantFrom(...LIKINGS), (form, replies, liking) => {
        const state = play(startExercise(form), replies);
        const statement = nextStatement(state);
        if (!statement) return;
        expect(backInExercise(answerStatement(state, statement.id, liking))).to.deep.equal(state);
        expect(backInExercise(skipStatement(state, statement.id))).to.deep.equal(state);
        expect(backInExercise(stopExercise(state))).to.deep.equal(state);
      }),
      { numRuns: 60 },
    );
    expect(backInExercise(startExercise())).to.deep.equal(startExercise());
  });

  // Protects pause and resume: storage gives the same state, the same next statement and the same result.
  it('survives storage as JSON', () => {
    fc.assert(
      fc.property(mode, steps, (form, replies) => {
        const state = play(startExercise(form), replies);
        const again = restoreExercise(JSON.parse(JSON.stringify(state)));
        expect(again).to.deep.equal(state);
        if (again)
          expect([nextStatement(again), resultOf(again)]).to.deep.equal([nextStatement(state), resultOf(state)]);
      }),
      { numRuns: 40 },
    );
  });

  // Protects a person who comes back after the statements have changed.
  it('drops what it does not know from a stored state', () => {
    const stored = {
      mode: 'adaptive',
      given: [
        { id: 'gone-1', liking: 5 },
        { id: 'social-1', liking: 4 },
        { id: 'social-1', liking: 1 },
        { id: 'social-2', liking: 9 },
        { id: 'social-3', liking: null },
        null,
        'social-4',
      ],
      stopped: 'yes',
    };
    const kept = [
      { id: 'social-1', liking: 4 },
      { id: 'social-3', liking: null },
    ];
    expect(restoreExercise(stored)).to.deep.equal({ mode: 'adaptive', given: kept, stopped: false });
    expect([null, 3, 'x', {}, { given: [] }, { mode: 'old', given: [] }].map(restoreExercise)).to.deep.equal(
      Array(6).fill(null),
    );
    const unknown: ExerciseState = { mode: 'adaptive', given: [{ id: 'gone-1', liking: 5 }], stopped: false };
    expect(progressOf(unknown).asked).to.equal(0);
  });

  // Protects against clicks on old cards, and against floods.
  it('takes no harm from unknown, repeated and three hundred answers', () => {
    const one = answerStatement(startExercise(), 'social-1', 2);
    expect(answerStatement(one, 'gone-1', 5)).to.equal(one);
    expect(answerStatement(one, 'social-1', 4).given).to.deep.equal([{ id: 'social-1', liking: 4 }]);
    let state = startExercise('full');
    for (let count = 0; count < 300; count += 1)
      state = answerStatement(state, STATEMENTS[count % STATEMENTS.length]?.id ?? '', LIKINGS[count % 5] ?? 3);
    expect(state.given.length).to.equal(STATEMENTS.length);
    const done = complete(methodical);
    const later = STATEMENTS.find(({ id }) => !done.given.some((each) => each.id === id));
    expect(answerStatement(done, later?.id ?? '', 5)).to.equal(done);
  });

  // Protects a plain word for people who skip everything or stop at once.
  it('says why there is no result', () => {
    expect(resultOf(startExercise())).to.include({ kind: 'none', reason: 'too few' });
    const skipped = play(startExercise(), Array(40).fill(null));
    expect(isFinished(skipped)).to.equal(true);
    expect(resultOf(skipped)).to.include({ kind: 'none', reason: 'skips only' });
    expect(resultOf(complete(() => 4))).to.include({ kind: 'none', reason: 'all the same' });
  });

  // Protects the progress line from promising what does not come.
  it('keeps the told bounds', () => {
    fc.assert(
      fc.property(mode, steps, (form, replies) => {
        const state = play(startExercise(form), replies);
        const { asked, atLeast, atMost } = progressOf(state);
        expect(asked).to.equal(state.given.length);
        expect(asked).to.be.at.most(atLeast);
        expect(atLeast).to.be.at.most(atMost);
        if (!isFinished(state)) expect(asked).to.be.lessThan(atLeast);
      }),
      { numRuns: 60 },
    );
    expect(lengthOf('adaptive')).to.deep.equal({ atLeast: 12, atMost: 30, aboutMinutes: 3 });
    expect(lengthOf('full')).to.deep.equal({ atLeast: 60, atMost: 60, aboutMinutes: 6 });
  });
});
