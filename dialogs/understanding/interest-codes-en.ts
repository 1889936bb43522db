import { CWPI_INTERESTS, type CwpiInterest, type InterestCode } from '../../knowledge/model.ts';
import { type CodeChange, interestNamed, MOST_CODES } from '../interests/codes.ts';
import { codeChangesIn } from './interest-changes-en.ts';

/** More than three; one of them twice; letters of another system; scores instead of an order; a "what if" that is not understood. */
export type FaultyCodes = 'too-many' | 'repeated' | 'holland' | 'scores' | 'what-if';

/** What a message says about the person's own interest codes. */
export type InterestCodeTalk =
  | {
      readonly kind: 'codes';
      readonly codes: readonly InterestCode[];
      /** False where nothing tells strong from weaker ("Methodical, Innovative"): all are then taken as equals, which no fit minds. */
      readonly strengthsKnown: boolean;
    }
  /** Meant as codes, but none that can be taken. */
  | { readonly kind: 'faulty'; readonly why: Exclude<FaultyCodes, 'what-if'> }
  | { readonly kind: 'changes'; readonly changes: readonly CodeChange[]; readonly whatIf: boolean };

/** How sure the words around them make it that codes follow. */
type Cue = 'asked' | 'named' | 'self' | 'none';

const GREETING = /^(?:(?:hi|hello|hey|ok|okay|well|yes|so|actually|thanks|please)\b[\s,.!-]*)+/i;
const NAMED_CUE =
  /^(?:(?:i (?:already )?(?:know|have) (?:my|them|the) ?(?:own )?(?:cwpi |interest )?(?:codes?|interests?)?[\s,.:;-]*(?:they|it)?(?:['’]re| are|['’]s| is)?)|(?:(?:change|set|update|correct) )?(?:my|the|these are my|here are my)(?: own)?(?: cwpi| careerinsite| strongest| top)*(?: interests?)?(?: (?:codes?|interests?|results?|profile|type))(?: (?:on|from|in) (?:careerinsite|alis|the cwpi))?(?: (?:is|are|was|were|to|came out as|say|should be))?|careerinsite (?:says|gave me|told me)(?: (?:i am|i['’]m))?|(?:interest )?codes?(?: (?:is|are))?)(?=[\s:=-]|$)[\s:=-]*/i;
const SELF_CUE = /^(?:i['’]?m|i am|i got|i have|i was|it says|they are|they['’]re|it['’]s)(?: an?)?(?=[\s:-])[\s:-]*/i;
const TAIL =
  /[\s,]*(?:\(?(?:on|from|in|according to|says?) (?:careerinsite|alis|the (?:cwpi|inventory|exercise|test|website)|my (?:cwpi|results?))\)?|please|thanks|thank you|[.!])+$/i;
const STRONG_WORD = /^(?:strong|stronger|strongly|very|high|big|capitals?|mostly)$/i;
const WEAK_WORD = /^(?:weak|weaker|weakly|low|lower|slightly|small|somewhat|bit|less)$/i;
const GLUE_WORD = /^(?:a|and|then|also|case|is|in|plus|first|second|third)$/i;

const HOLLAND = /^(?:[raec]|realistic|investigative|artistic|enterprising|conventional)$/i;
const INTEREST = /^(?:[dimos]|directive|innovative|methodical|objective|social)$/i;
/** `m=3 i=3 d=3`, `Methodical 80%` */
const SCORES =
  /^(?:(?:[dimos]|directive|innovative|methodical|objective|social)\s*[=:]?\s*\d+(?:[./]\d+)?\s*%?[\s,;]*)+$/i;

/**
 * Reads what a person says of their codes: the codes themselves, or changes to them. Null when the message does not plainly do so: "I am
 * social" is small talk and "is it methodical work?" a question. `asked` tells that codes were asked for, so that one word is enough.
 */
export function understandInterestCodes(message: string, asked = false): InterestCodeTalk | null {
  const text = message.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (text === '' || text.length > 200) return null;
  const changes = codeChangesIn(text);
  if (changes) return { kind: 'changes', ...changes };
  return text.includes('?') ? null : codesIn(text, asked);
}

function codesIn(text: string, asked: boolean): InterestCodeTalk | null {
  let rest = text.replace(GREETING, '').replace(TAIL, '');
  let cue: Cue = asked ? 'asked' : 'none';
  const named = NAMED_CUE.exec(rest);
  const self = named ? null : SELF_CUE.exec(rest);
  // "I m o" are three codes, not somebody who is "o".
  const letters = lettersOf(rest);
  if (named && named[0].length < rest.length) {
    rest = rest.slice(named[0].length);
    cue = 'named';
  } else if (self && !letters) {
    rest = rest.slice(self[0].length);
    if (!asked) cue = 'self';
  }
  if (cue === 'named' || cue === 'asked') {
    if (isHolland(rest)) return { kind: 'faulty', why: 'holland' };
    if (SCORES.test(rest)) return { kind: 'faulty', why: 'scores' };
  }
  const read = lettersOf(rest) ?? compactOf(rest, cue) ?? namesOf(rest, text);
  if (!read || !isPlain(read, cue)) return null;
  const interests = read.codes.map(({ interest }) => interest);
  if (new Set(interests).size < interests.length) return { kind: 'faulty', why: 'repeated' };
  if (interests.length > MOST_CODES) return { kind: 'faulty', why: 'too-many' };
  return { kind: 'codes', codes: read.codes, strengthsKnown: read.strengthsKnown };
}

/** `R I A`, `RIA`, `S O C`, `Realistic, Investigative`: at least one that is Holland's alone, and nothing else. */
function isHolland(text: string): boolean {
  const words = /^[RIASECDMO]{2,6}$/.test(text)
    ? [...text]
    : text.split(/[\s,;/+-]+/).filter((word) => word !== '' && word.toLowerCase() !== 'and');
  return words.some((word) => HOLLAND.test(word)) && words.every((word) => HOLLAND.test(word) || INTEREST.test(word));
}

interface Read {
  readonly codes: readonly InterestCode[];
  readonly strengthsKnown: boolean;
  readonly form: 'letters' | 'compact' | 'names';
  /** Written with capitals, as codes are and adjectives in a sentence are not. */
  readonly capitals: boolean;
}

/** `M i d`, `M, i and d` */
function lettersOf(text: string): Read | null {
  const words = text.split(/[\s,;/+-]+/).filter((word) => word !== '' && word.toLowerCase() !== 'and');
  if (words.length === 0 || words.some((word) => word.length > 1)) return null;
  return fromLetters(words, 'letters');
}

/** `Mid`; a word in lower case or with one capital is an everyday word ("mid", "dim") unless the words before it name codes. */
function compactOf(text: string, cue: Cue): Read | null {
  if (!/^[dimos]{2,5}$/i.test(text)) return null;
  const surely = cue === 'named' || cue === 'asked' || /^[A-Z]{3}$|[a-z][A-Z]|^[A-Z]{2}[a-z]$/.test(text);
  return surely && text.length !== 4 ? fromLetters([...text], 'compact') : null;
}

function fromLetters(letters: readonly string[], form: Read['form']): Read | null {
  const codes: InterestCode[] = [];
  for (const letter of letters) {
    const interest = interestNamed(letter);
    if (!interest) return null;
    codes.push({ interest, strong: letter === letter.toUpperCase() });
  }
  const capitals = codes.some(({ strong }) => strong);
  return { codes, strengthsKnown: capitals, form, capitals };
}

/** `METHODICAL innovative`, `strong Methodical, weaker Social`. Null when any word is left over. */
function namesOf(text: string, message: string): Read | null {
  // In a message all in capitals these say nothing.
  const shouting =
    message === message.toUpperCase() &&
    /\b(?!DIRECTIVE|INNOVATIVE|METHODICAL|OBJECTIVE|SOCIAL)[A-Z]{2,}/.test(message);
  const codes: InterestCode[] = [];
  let known = false;
  let capitals = false;
  for (const part of text.split(/[,;/+.)]+|\b(?:and|then)\b/i)) {
    const words = part.split(/[\s(:-]+/).filter((word) => word !== '' && !GLUE_WORD.test(word));
    const names = words.filter((word) => interestByName(word));
    const said = words.filter((word) => STRONG_WORD.test(word) || WEAK_WORD.test(word));
    if (names.length + said.length < words.length || (said.length > 0 && names.length !== 1)) return null;
    for (const name of names) {
      const interest = interestByName(name);
      if (!interest) continue;
      const written = !shouting && name === name.toUpperCase();
      codes.push({ interest, strong: said.length > 0 ? said.some((word) => STRONG_WORD.test(word)) : written });
      known ||= written || said.length > 0;
      capitals ||= name.charAt(0) === name.charAt(0).toUpperCase();
    }
  }
  return codes.length === 0 ? null : { codes, strengthsKnown: known, form: 'names', capitals };
}

function interestByName(word: string): CwpiInterest | undefined {
  return CWPI_INTERESTS.find((interest) => interest.toLowerCase() === word.toLowerCase());
}

/** Whether these are meant as codes: the less the words around them say so, the more they must look the part. */
function isPlain({ codes, form, capitals }: Read, cue: Cue): boolean {
  if (cue === 'asked' || cue === 'named') return true;
  if (form === 'compact') return true;
  if (form === 'letters') {
    // "I m" and "I d" are a hasty "I'm" and "I'd".
    return codes.length > 2 || (codes.length === 2 && capitals && codes[0]?.interest !== 'Innovative');
  }
  if (cue === 'none') return codes.length > 1;
  return codes.length > 2 || (codes.length === 2 && capitals);
}
