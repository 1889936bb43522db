import { seeded } from './data.ts';

/**
 * Text that is no title, made up for fitting the sense model: mashed keys, invented words, everyday words, small talk, numbers, code.
 * Made apart from test/data/nonsense.csv, which stays unseen by the fit and is what the result is measured on.
 */

const EVERYDAY =
  `sandwich mango cucumber yogurt pancake cinnamon walnut lobster muffin blueberry kitten squirrel penguin moose beaver
  spider butterfly dolphin elephant river mountain island forest desert ocean sunrise rainbow blizzard fog Monday Wednesday August
  Easter midnight yesterday orange violet crimson silver tiny huge fuzzy lovely boring noisy gentle lazy brave silly pillow blanket
  curtain spoon ladder bicycle balloon candle mirror pencil necklace umbrella guitar violin trumpet hockey puck stadium castle dragon
  wizard pirate ghost zombie robot planet comet galaxy atom triangle circle seventeen ninety dozen Calgary Toronto Montreal Iceland
  Brazil Tokyo Edmonton Starbucks Google Toyota Nike Spotify cousin nephew auntie friend baby puppy hello goodbye maybe never always
  sometimes whatever okay sure nope thanks please sorry wow hmm because although nevertheless chaise fromage lapin maison jardin pluie
  neige soleil bonjour merci demain jamais toujours fenetre montagne`
    .trim()
    .split(/\s+/);

const TALK =
  `what is the weather today|tell me a joke|how do you feel|I am bored|are you there|can we talk|where do you live|I had soup for lunch|
  it was raining last night|my dog ate my shoes|see you tomorrow|that is so cool|what day is it|who won the game|sing me a song|
  do you have a name|I want to go home|it hurts|happy new year|good night|no thank you|never mind|this is stupid|you are wrong|
  let us dance|the moon is full|my favourite movie is sad|we went swimming|she sells sea shells|jingle bells|mary had a little lamb|
  quel beau temps|comment vas tu|j'ai soif|il fait froid|bonne nuit|je ne sais pas|hola como estas|guten tag|konnichiwa|
  why did the chicken cross the road|is there life on mars|how tall is mount everest|when does summer start|which one is it|
  I have two cats and a fish|the train was late again|he laughed out loud|nobody knows|over the hills and far away|give me five|
  humpty dumpty sat on a wall|an apple a day|better late than never|what goes up must come down|two plus two is four`
    .split('|')
    .map((line) => line.trim());

/** Words that titles have too, sung: what is said three times is no title. */
const SINGSONG = [
  'truck',
  'fish',
  'paper',
  'tree',
  'sing',
  'dance',
  'run',
  'wheel',
  'night',
  'home',
  'money',
  'drum',
  'bell',
  'ship',
];

const CODE =
  `select name from table;|rm -rf /tmp|while(true){}|<p>hi</p>|http://foo.example/x?y=z|a@b.example|{"x":1}|undefined is not a function|
  import os|print(x)|${'$'}{x}|../../x|0xff|1.2.3.4|%20%20|&amp;|#!/bin/sh|let a = b;|null null|[1,2,3]|C:\\dir\\file.doc|</div>|true|--help`
    .split('|')
    .map((line) => line.trim());

export function madeNonsense(count: number): string[] {
  const random = seeded(99);
  const pick = (list: readonly string[] | string): string => list[Math.floor(random() * list.length)] ?? '';
  const many = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const mash = (): string => Array.from({ length: many(3, 12) }, () => pick('asdfghjklqwertyuiopzxcvbnm')).join('');
  const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'poiuytrewq', 'lkjhgfdsa'];
  const walk = (): string => {
    const row = pick(rows);
    const at = many(0, 3);
    return row.slice(at, at + many(3, 6)).repeat(many(1, 2));
  };
  const syllables = (): string =>
    Array.from(
      { length: many(2, 4) },
      () => pick('bcdfghklmnprstvwz') + pick('aeiou') + pick(['', '', 'n', 'rk', 'mp', 'st', 'l', 'zz']),
    ).join('');
  const makers: readonly (() => string)[] = [
    mash,
    () => `${mash()} ${mash()}`,
    walk,
    () => pick('abcdefgjkmpqtwxz').repeat(many(3, 12)),
    syllables,
    syllables,
    () => `${syllables()} ${syllables()}`,
    () => pick(EVERYDAY),
    () => pick(EVERYDAY),
    () => `${pick(EVERYDAY)} ${pick(EVERYDAY)}`,
    () => `${pick(EVERYDAY)} ${pick(EVERYDAY)} ${pick(EVERYDAY)}`,
    () => pick(TALK),
    () => pick(TALK),
    () => pick(TALK),
    () => `${pick(TALK)} ${pick(EVERYDAY)}`,
    () => `${`${pick(SINGSONG)} `.repeat(many(2, 4))}${pick(EVERYDAY)}`,
    () => `${pick(SINGSONG)} ${pick(EVERYDAY)} ${pick(SINGSONG)}`,
    () => `the ${pick(EVERYDAY)} is ${pick(EVERYDAY)}`,
    () => pick(CODE),
    () => String(Math.floor(random() * 10 ** many(1, 9))),
    () => `${many(1, 30)} ${pick(EVERYDAY)}`,
  ];
  return Array.from({ length: count }, (_, at) => (makers[at % makers.length] ?? mash)());
}
