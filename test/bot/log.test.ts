import { expect } from 'chai';
import fc from 'fast-check';
import { createLogger, type Logger } from '../../bot/log.ts';
import { toldError } from '../../bot/told-error.ts';
import { AdvisorError } from '../../knowledge/errors.ts';
import { ROOT } from '../knowledge/helpers.ts';

/** A logger, and all that it wrote. */
function collecting(): { readonly log: Logger; written(): string } {
  const lines: string[] = [];
  return { log: createLogger('trace', { write: (line) => void lines.push(line) }), written: () => lines.join('') };
}

/** What must never stand in a log line, each as somebody may bring it in. */
const WORDS = 'my neighbour beats his dog';
const MAIL = 'someone@example.com';
const PHONE = '780 555 0100';
const USER = 'dl_q8Zr1xT0bYw2';
const CONVERSATION = 'c7Yb2kLm9Qp4Rt6Vw8Xz1';
const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkbF9xOCJ9.c2lnbmF0dXJl';
const SECRET = 'n0body-may-read-this-0123456789abcdef';
const PRIVATE = [WORDS, MAIL, PHONE, USER, CONVERSATION, TOKEN, SECRET];

function parserError(): unknown {
  try {
    return JSON.parse(`${WORDS} ${MAIL}`);
  } catch (error) {
    return error;
  }
}

function withFields(error: Error, fields: object): Error {
  return Object.assign(error, fields);
}

describe('the log', () => {
  // Protects people from faults: what is thrown may carry the body of a request, its headers, or what somebody typed.
  const hostile: readonly (readonly [string, unknown])[] = [
    ['what a parser says of a body', parserError()],
    [
      'an error that carries a whole request',
      withFields(new Error('bad'), { body: { text: WORDS }, headers: { authorization: TOKEN } }),
    ],
    ['an error that quotes', new Error(`unexpected value "${WORDS}" in '${WORDS}' and \`${WORDS}`)],
    ['an error with a number and an address', new Error(`cannot send to ${MAIL} or ${PHONE}`)],
    ['an error with a header', new Error(`refused Bearer ${SECRET}`)],
    ['an error with ids and a token', new Error(`conversation ${CONVERSATION} of ${USER} with ${TOKEN}`)],
    ['words that were thrown', `${WORDS} ${MAIL}`],
    ['an object that was thrown', { text: WORDS, toString: () => WORDS }],
    ['words in the name and the code', withFields(new Error('bad'), { name: WORDS, code: `${WORDS} ${MAIL}` })],
    [
      'words among the frames',
      withFields(new Error('bad'), { stack: `Error: bad\n    at ${WORDS} (${ROOT}/${WORDS}:1:1)` }),
    ],
    [
      'a cause that carries words',
      new Error('outer', { cause: new Error(`"${WORDS}" ${PHONE}`, { cause: parserError() }) }),
    ],
    ['a cause that is words', new AdvisorError('INTERNAL_FAULT', [], { cause: WORDS })],
    ['an error that answers JSON', withFields(new Error('bad'), { toJSON: () => ({ text: WORDS }) })],
    ['an address cut in two by the end', new Error(`${'x '.repeat(146)}${MAIL}`)],
  ];
  for (const [name, thrown] of hostile) {
    it(`never holds ${name}`, () => {
      const { log, written } = collecting();
      log.error({ err: thrown }, 'a turn failed');
      log.warn({ error: thrown }, 'a turn failed');
      if (thrown instanceof Error) log.error(thrown);
      log.error({ err: thrown });
      expect(written()).to.include('a turn failed');
      for (const secret of PRIVATE) expect(written()).not.to.include(secret);
      expect(written()).not.to.match(/someone|neighbour/);
    });
  }

  // Protects people from slips of ours: fields that tell of them are left out, wherever they stand.
  it('leaves out fields of people and secrets', () => {
    const { log, written } = collecting();
    const fields = {
      text: WORDS,
      from: { id: USER },
      conversation: { id: CONVERSATION },
      token: TOKEN,
      authorization: `Bearer ${TOKEN}`,
      headers: { cookie: SECRET },
      secret: SECRET,
      signingKey: SECRET,
      userId: USER,
      conversationId: CONVERSATION,
      value: { say: WORDS },
    };
    log.info({ ...fields, channel: 'directline' }, 'one');
    log.info({ activity: fields }, 'two');
    log.info({ deep: fields, deeper: { still: fields } }, 'three');
    for (const secret of PRIVATE) expect(written()).not.to.include(secret);
    expect(written().split('\n').filter(Boolean)).to.have.length(3);
    expect(written()).to.include('"channel":"directline"');
  });

  it('tells of a fault what helps to find it', () => {
    const { log, written } = collecting();
    const full = Object.assign(new Error('SQLITE_FULL: database or disk is full'), { code: 'SQLITE_FULL' });
    log.error({ err: new AdvisorError('STORE_WRITE_FAILED', ['/data/state.sqlite'], { cause: full }) }, 'not kept');
    const { err, msg, level } = JSON.parse(written());
    expect([msg, level]).to.deep.equal(['not kept', 50]);
    expect(err).to.include({ type: 'AdvisorError', code: 'STORE_WRITE_FAILED' });
    expect(err.message).to.include('free space').and.to.include('/data/state.sqlite');
    expect(err.at[0]).to.match(/^test\/bot\/log\.test\.ts:\d+:\d+$/);
    expect(err.cause).to.include({ code: 'SQLITE_FULL', message: 'SQLITE_FULL: database or disk is full' });
  });

  // Protects the one line that says what is wrong: dialogs of the SDK put an error of their own, with the conversation, around it.
  it('tells what a dialog failed of, and nothing of the conversation', () => {
    const inner = new AdvisorError('STORE_DAMAGED');
    const around = Object.assign(new Error(inner.message), {
      name: 'DialogContextError',
      error: inner,
      dialogContext: { stack: [{ state: { text: WORDS } }] },
    });
    const told = toldError(around);
    expect(told.type).to.equal('DialogContextError');
    expect(told.cause).to.include({ type: 'AdvisorError', code: 'STORE_DAMAGED' });
    expect(JSON.stringify(told)).not.to.include(WORDS);
  });

  it('names no file of libraries and of the machine', () => {
    const thrown = parserError();
    expect(JSON.stringify(toldError(thrown))).not.to.match(/node_modules|node:|file:\/\/|"\//);
  });

  it('survives what cannot be read', () => {
    const cyclic = new Error('round');
    cyclic.cause = cyclic;
    const trap = Object.defineProperty(new Error('trap'), 'message', {
      get: () => {
        throw new Error(WORDS);
      },
    });
    const { log, written } = collecting();
    for (const err of [cyclic, trap, null, undefined, 7, Symbol(WORDS), new Proxy(new Error(), { get: () => trap })])
      log.error({ err }, 'odd');
    expect(written()).not.to.include(WORDS);
    expect(written().match(/"odd"/g)).to.have.length(7);
  });

  // Protects the log's size, and the promise above whatever an error says.
  it('cuts messages, and takes numbers and addresses out of any', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.constantFrom(MAIL, PHONE, '046-454-286'),
        (around, secret) => {
          const { message = '' } = toldError(new Error(`${around} ${secret} ${around}`));
          expect(message.length).to.be.at.most(300);
          expect(message).not.to.include(secret);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('writes one line of JSON each', () => {
    const { log, written } = collecting();
    log.info({ channel: 'directline', ms: 1.2, decisions: ['match'], topics: ['wage'] }, 'turn');
    expect(JSON.parse(written())).to.deep.include({
      channel: 'directline',
      decisions: ['match'],
      topics: ['wage'],
      msg: 'turn',
    });
  });
});
