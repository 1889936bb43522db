import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { chat } from '../../../adapters/console/chat.ts';
import { ConsoleAdapter } from '../../../adapters/console/console-adapter.ts';
import { lookupLines, lookupOne } from '../../../adapters/console/lookup.ts';
import { renderReply, wrap } from '../../../adapters/console/render.ts';
import { plainReply, replyActivity } from '../../../dialogs/replies.ts';
import { en } from '../../../dialogs/wording/index.ts';
import { shippedKnowledge, startConversation } from '../../dialogs/helpers.ts';

async function piped(lines: string, json: boolean): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const echo = new ConsoleAdapter(async (context) => {
    await context.sendActivity(
      replyActivity(plainReply([{ segments: [`heard ${context.activity.text}`] }], ['Say more'])),
    );
  });
  const chatting = chat(echo, { input, output }, json);
  input.end(lines);
  await chatting;
  return String(output.read() ?? '');
}

describe('the terminal', () => {
  // Protects scripts: from a pipe one line goes in, its replies come out, in order, the last line without a newline too.
  it('answers each line of a pipe', async () => {
    const output = await piped('one\r\ntwo\n\nthree', false);
    expect(output.match(/heard (\w*)/g)).to.deep.equal(['heard one', 'heard two', 'heard ', 'heard three']);
    expect(output).to.include('[1] Say more');
  });

  // Protects programs that read the conversation as JSON.
  it('gives one JSON line a turn', async () => {
    const turns = (await piped('one\ntwo\n', true))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(turns.map((turn) => turn.input)).to.deep.equal(['one', 'two']);
    expect(Object.keys(turns[0].replies[0])).to.include.members(['text', 'spoken', 'facts', 'sources', 'suggestions']);
  });

  // Protects readers: tables are drawn, lines fit the width, suggestions are numbered and unbroken.
  it('draws an answer within the width', async () => {
    const conversation = await startConversation();
    const [reply] = await conversation.say('What does a Release of Information Specialist earn in Alberta?');
    const drawn = reply ? renderReply(reply, 100) : '';
    expect(drawn).to.match(/│ Starting +│ +\$26\.80 │/);
    expect(drawn).to.match(/^\[1\] /m);
    expect(Math.max(...drawn.split('\n').map((line) => line.length))).to.be.at.most(100);
  });

  it('breaks lines at spaces and keeps long words whole', () => {
    expect(wrap(`short ${'x'.repeat(40)} end`, 20).split('\n')).to.deep.equal(['short', 'x'.repeat(40), 'end']);
  });

  it('does not show what is no reply', async () => {
    const silent = new ConsoleAdapter(async (context) => {
      await context.sendActivities([{ type: 'typing' }, { type: 'trace' }]);
    });
    expect(await silent.say('hello')).to.deep.equal([]);
  });
});

describe('npm run lookup', () => {
  // Protects the shape that others rely on.
  it('tells decision and candidates with the reason in words', async () => {
    const { lookup } = await shippedKnowledge();
    const view = JSON.parse(await lookupOne(lookup, en, 'RN', true));
    expect(view).to.include({ query: 'RN', decision: 'match' });
    expect(view.candidates[0]).to.include({
      code: '31301',
      title: 'Registered nurses and registered psychiatric nurses',
      why: 'RN, abbreviation of registered nurse',
    });
    expect(view.candidates[0].score).to.be.within(0.5, 1);
  });

  it('reads titles from a stream, one JSON line each, and refuses nonsense', async () => {
    const { lookup } = await shippedKnowledge();
    const input = new PassThrough();
    input.end('plumber\nasdf qwer\n1413.3\n');
    const lines: string[] = [];
    await lookupLines(lookup, en, input, (line) => lines.push(line));
    const views = lines.map((line) => JSON.parse(line));
    expect(views.map((view) => view.decision)).to.deep.equal(['match', 'none', 'match']);
    expect(views[2].candidates[0].why).to.equal('NOC 2006 code 1413.3: Health Records Technicians');
  });

  it('prints for people what to do with the result', async () => {
    const { lookup } = await shippedKnowledge();
    expect(await lookupOne(lookup, en, 'B513', false))
      .to.include('ask which one is meant')
      .and.to.include('12112');
  });
});
