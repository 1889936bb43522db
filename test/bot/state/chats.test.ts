import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { tempFolder } from '../../knowledge/helpers.ts';
import { endPrograms, type Program, start } from '../../programs.ts';

describe('the state, in chats', () => {
  after(endPrograms);

  const dataDir = tempFolder();
  const chat = (): Program => start([join('bot', 'commands', 'chat.ts')], { DATA_DIR: dataDir });

  async function piped(...lines: readonly string[]): Promise<string> {
    const program = chat();
    program.child.stdin.end(lines.map((line) => `${line}\n`).join(''));
    expect(await program.ended, program.err()).to.equal(0);
    return program.out();
  }

  it('is there in the next chat, until "forget me"', async () => {
    await piped('my codes are M i d', 'start the exercise', 'love it', '2', 'pause');
    const next = await piped('what are my codes', 'continue the exercise', 'forget me');
    expect(next).to.include('METHODICAL').and.to.include('2 done so far');
    expect(await piped('what are my codes')).to.not.include('METHODICAL');
  });

  it('is kept by two chats at once', async () => {
    const both = [chat(), chat()];
    for (const line of ['plumber wage', 'my codes are M i d', 'what are my codes', 'and in Ontario?']) {
      const answered = both.map(({ says, out }) => {
        const before = out().length;
        return says(new RegExp(`^[^]{${before}}[^]*> ${line.replace('?', '\\?')}\\n[^]+\\n`));
      });
      for (const { child } of both) child.stdin.write(`${line}\n`);
      await Promise.all(answered);
    }
    for (const { child } of both) child.stdin.end();
    for (const { ended, err, out } of both) {
      expect(await ended, err()).to.equal(0);
      expect(out()).to.include('METHODICAL').and.to.include('Ontario');
    }
    expect(await piped('what are my codes', 'forget me')).to.include('METHODICAL');
  });

  // Protects a person's file and patience: a word what to do, at once, and the file is not touched.
  it('that cannot be used is told, and left as it is', async () => {
    const broken = tempFolder();
    const path = join(broken, 'state.sqlite');
    writeFileSync(path, 'no database '.repeat(1000));
    const program = start([join('bot', 'commands', 'chat.ts')], { DATA_DIR: broken });
    program.child.stdin.end('plumber\n');
    expect(await program.ended).to.equal(1);
    expect(program.err()).to.include('[STATE_UNUSABLE]').and.to.include(path).and.to.not.include('    at ');
    expect(program.out()).to.equal('');
    expect(readFileSync(path, 'utf8')).to.equal('no database '.repeat(1000));
  });
});
