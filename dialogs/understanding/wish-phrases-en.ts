import type { Field, NoData, Setting, Wish } from '../interests/wishes.ts';

type WithoutWords<Each> = Each extends unknown ? Omit<Each, 'words'> : never;
/** What a phrase means, without the words. */
export type Meaning = WithoutWords<Wish>;

/** A phrase, what it means, and what it means behind a "no"; null where one of them is nothing that can be asked for. */
type Phrase = readonly [pattern: RegExp, meaning: Meaning | null, opposite: Meaning | null];

const atMost = (level: 'college' | 'short-college' | 'high-school' | 'none'): Meaning => ({
  kind: 'schooling',
  comparison: 'at-most',
  level,
});
const exactly = (level: 'university' | 'college'): Meaning => ({ kind: 'schooling', comparison: 'exactly', level });
const VAGUE_SCHOOLING: Meaning = { kind: 'vague', what: 'schooling' };
const VAGUE_PAY: Meaning = { kind: 'vague', what: 'pay' };

const SCHOOLING: readonly Phrase[] = [
  [
    /\b(university|universities|uni|a? ?(university |college )?degrees?|(a )?bachelor(s| s)?( degree)?|(a )?master(s| s)( degree)?|(a )?phd|(a )?doctorate)\b/,
    exactly('university'),
    atMost('college'),
  ],
  [
    /\b((a )?(two year|2 year) (college )?(diploma|program|course)|((a )?college|polytechnic|community college)( (diploma|program|certificate|course))?)\b/,
    exactly('college'),
    atMost('high-school'),
  ],
  [
    /\b(college|two years|2 years)( of (school|schooling|college|training))? (at (the )?most|or less|max|maximum)\b|\b(at most|up to|no more than|max) (college|(two|2) years( of (school|schooling|college|training))?)\b/,
    atMost('college'),
    atMost('college'),
  ],
  [
    /\b(less than|under|at most|up to|no more than|max) ((two|2|one|1|a) years?)( of (school|schooling|college|training))\b|\b(a |one |1 )?(year|months|weeks)( or (less|two))? of (school|schooling|college|training)\b|\b(a )?short (course|program|certificate|college program)\b/,
    atMost('short-college'),
    null,
  ],
  [
    /\b((only|just|with|with only|with just) )?(a |my )?(high ?school|grade (12|twelve)|ged)( (diploma|education|only|is enough|or less|at most))*\b/,
    atMost('high-school'),
    atMost('none'),
  ],
  [
    /\b(schooling|training|education|qualifications?|diplomas?|studying|post ?secondary( education| school)?|formal (schooling|training|education))( (needed|required|necessary))?\b/,
    null,
    atMost('none'),
  ],
  [/\bno post ?secondary( education| school| schooling)?\b/, atMost('high-school'), atMost('high-school')],
  [/\b(on the job training|train(ed|ing)? on the job|short training)\b/, atMost('high-school'), null],
  [
    /\b((a lot |much |a bit )?(less|shorter|not (so|as|that) (much|long)|fewer years( of)?)( of)? (school|schooling|education|training|study|studying|university|college)|(quicker|faster|easier) to (get|train|qualify|learn)( into| for)?)\b/,
    { kind: 'than-this', what: 'schooling', comparison: 'less' },
    null,
  ],
  [
    /\b(more|longer|higher|further) (school|schooling|education|training|study)\b/,
    { kind: 'than-this', what: 'schooling', comparison: 'more' },
    VAGUE_SCHOOLING,
  ],
  [
    /\b(school|back to (school|college|university)|long (school|schooling|training|studies)|years of (school|schooling|study|training))\b/,
    null,
    VAGUE_SCHOOLING,
  ],
  [
    /\b(an )?(apprenticeships?|red seal|learn a trade|apprentice)\b/,
    { kind: 'apprenticeship', wanted: true },
    { kind: 'apprenticeship', wanted: false },
  ],
  [
    /\b(licen[cs]es?|licen[cs]ing|licen[cs]ed|registration)( (needed|required))?\b/,
    { kind: 'licence', wanted: true },
    { kind: 'licence', wanted: false },
  ],
];

const PAY: readonly Phrase[] = [
  [
    /\b((the )?(highest|best|top) (paying|paid)|(the )?highest (pay|wages?|salar(y|ies)|incomes?|earnings)|pays? (the )?(most|best)|(the )?most (money|pay)|(the )?best pay)\b/,
    { kind: 'best-paid' },
    null,
  ],
  [
    /\b(pays? (much |a lot |a bit )?(more|better)|(better|higher|more) (pay|paid|paying|wages?|salary|money)|earns? more|make more money)\b/,
    { kind: 'than-this', what: 'pay', comparison: 'more' },
    null,
  ],
  [
    /\b((good|great|decent|high|well|nice|big) (pay|paid|paying|wages?|salary|money|income)|pays? (well|good|a lot|decently)|lots? of money|(low|bad|poor) (pay|paid|paying|wages?))\b/,
    VAGUE_PAY,
    VAGUE_PAY,
  ],
];

const MARKET: readonly Phrase[] = [
  [
    /\b((a )?(good|great|strong|bright|best) (job )?(outlook|prospects?|future)|in (high |great |strong )?demand|(high|strong|growing) demand|(labour |labor |worker |a )*shortages?( of (workers|people|staff))?|needs? (workers|people) badly|lots? of (openings|vacancies|jobs available|opportunities)|plenty of (openings|work|opportunities)|many (openings|opportunities)|easy to find (a job|work))\b/,
    { kind: 'outlook', condition: 'shortage' },
    null,
  ],
  [
    /\b(surplus|oversupply|too many (people|applicants|seekers)|overcrowded|crowded)\b/,
    null,
    { kind: 'outlook', condition: 'no-surplus' },
  ],
  [
    /\b(like (this|that|it)( one| job| occupation)?|(something|anything|jobs?|ones?|occupations?) (similar|like (this|that|it))( to (this|that|it)( one)?)?|similar (to (this|that|it)( one)?|jobs?|ones?|occupations?|work))\b/,
    { kind: 'like-this' },
    null,
  ],
  [
    /\b(management|managers?|managing( people)?|manage (people|others|staff)|(be|being) (a |the )?(boss|manager|supervisor)|supervis(or|ors|ing|ion)( people)?|in charge of (people|others)|leading (people|a team)|lead (people|a team))( (jobs?|roles?|positions?|work))?\b/,
    { kind: 'management', wanted: true },
    { kind: 'management', wanted: false },
  ],
];

function setting(pattern: RegExp, name: Setting, wanted = true): Phrase {
  return [pattern, { kind: 'setting', setting: name, wanted }, { kind: 'setting', setting: name, wanted: !wanted }];
}

const SETTINGS: readonly Phrase[] = [
  setting(
    /\b(outdoors?|outside(?! of)|out of doors|open air|in nature|(in the )?fresh air|(in|out in) the (sun|rain|cold|weather|field|woods|bush))( (jobs?|work|all day))?\b/,
    'outdoors',
  ),
  setting(/\b(indoors?|inside|under a roof)( (jobs?|work))?\b/, 'indoors'),
  setting(
    /\b(offices?|desks?|cubicles?)( (jobs?|work|setting|environment|building))?\b|\bat a computer all day\b/,
    'office',
  ),
  setting(/\b(heights?|high places|ladders?|roofs|scaffold(s|ing)?|climbing)\b/, 'heights'),
  setting(
    /\b((?<!truck |bus )driving( (around|all day|a (truck|car|van|vehicle|bus)))?|(to )?drive( (a (truck|car|van|vehicle|bus)|around|all day))?|behind the wheel|on the road)\b/,
    'driving',
  ),
  setting(
    /\b(sitting( (down|around|still))?( all day| for long| a lot)?|sit( (down|still))?( all day| for long| a lot)?|seated|sedentary)\b/,
    'sitting',
  ),
  setting(
    /\b(standing( up)?( all day| for long| a lot)?|stand( up)?( all day| for long| a lot)|on (my|your) feet( all day| a lot)?)\b/,
    'standing',
  ),
  setting(
    /\b(((work|working|use|using|do things|making things|make things) )?with (my|your) hands|(use|using) (my|your) hands|hands on( work| jobs?)?|manual( work| labour| labor| jobs?)?)\b/,
    'hands',
  ),
  setting(
    /\b(physical(ly)?( (work|labour|labor|jobs?|demanding|active))?|active( (work|jobs?))?|moving around|move around|on the move)\b/,
    'physical',
  ),
  setting(
    /\b((with )?(the )?(public|customers?|clients?|strangers)( (contact|service|facing))?|customer (contact|service|facing)|(serving|meeting|meet|dealing with|deal with) (people|customers|the public|clients)|with people|people contact)\b/,
    'public',
  ),
  setting(/\b((tele)?phones?( (calls?|work))?|(making |taking )?(phone )?calls|call cent(er|re)s?)\b/, 'telephone'),
  setting(/\b(noise|noisy|loud)( (places?|work|jobs?))?\b/, 'noise'),
  setting(/\b(quiet|calm and quiet|silent)( (places?|work|jobs?))?\b/, 'noise', false),
  setting(
    /\b((regular|steady|normal|fixed|predictable|set|office|standard|day ?time) (hours|schedule)|nine to five|9 to 5|9 5|monday to friday)\b/,
    'regular-hours',
  ),
  setting(/\b(irregular|unpredictable|odd|strange|changing) (hours|schedules?)\b/, 'regular-hours', false),
  setting(/\b(seasonal( (work|jobs?))?|summer only)\b/, 'seasonal'),
  setting(/\b(year ?round|all year( round)?)\b/, 'seasonal', false),
];

function field(pattern: string, name: Field): Phrase {
  const phrase = new RegExp(
    `\\b(?:the )?(?:${pattern})(?: (?:fields?|sectors?|industry|industries|jobs?|work|occupations?|careers?))?\\b`,
  );
  return [phrase, { kind: 'field', field: name, wanted: true }, { kind: 'field', field: name, wanted: false }];
}

const FIELDS: readonly Phrase[] = [
  field('business|administration', 'business'),
  field('finance|financial|accounting|bookkeeping|banking|banks?|insurance|money matters', 'finance'),
  field('clerical|secretarial|admin|administrative|paperwork', 'office'),
  field('human resources|hr', 'human-resources'),
  field('sciences?|scientific|laborator(?:y|ies)|labs?|technical', 'science'),
  field(
    '(?:with )?(?:computers?|computing|software|coding|programming|information technology|tech|itfield|it(?= (?:sector|industry|field|jobs|work)))',
    'computers',
  ),
  field('engineering', 'engineering'),
  field('health ?care|health|medical|medicine|hospitals?|nursing|(?:with )?patients|the sick', 'health'),
  field(
    'teaching|education(?= (?:sector|field|jobs))|schools?(?= (?:sector|jobs|setting))|(?:in )?(?:a |the )?(?:schools|classrooms?)',
    'education',
  ),
  field('child ?care|day ?care|(?:with )?(?:children|kids|young children)', 'childcare'),
  field('law|legal|courts?|justice', 'law'),
  field(
    'police|policing|law enforcement|fire ?fighting|military|armed forces|army|security(?= (?:work|jobs?|field|industry))|public safety|emergency services',
    'protection',
  ),
  field('social services?|social work|counsell?ing|community services?|helping people in need', 'social-services'),
  field(
    '(?:to )?(?:help|helping|care for|caring for|look after|looking after) (?:people|others|other people)',
    'helping',
  ),
  field('government|public service|public sector|civil service', 'government'),
  field('arts?|culture|music|theatre|film|media|design|creative|writing|entertainment', 'arts'),
  field('sports?|recreation|fitness|athletics', 'sport'),
  field('sales|selling|retail|stores?|shops?', 'sales'),
  field('food(?: service)?|cooking|kitchens?|restaurants?|catering|baking', 'food'),
  field('services?(?= (?:sector|industry|jobs|occupations))|hospitality|tourism|hotels?', 'service'),
  field('(?:a |the )?(?:skilled )?trades?', 'trades'),
  field('construction|building sites?|(?:building|build) (?:houses|homes|things)', 'construction'),
  field('transport|transportation|trucking|shipping|logistics|aviation|railways?|rail', 'transport'),
  field('(?:with |around )?(?:animals?|pets?|livestock|horses|dogs)', 'animals'),
  field('farming|farms?|agriculture|agricultural|crops', 'farming'),
  field(
    'natural resources|mining|mines?|oil(?: and gas)?|gas|forestry|logging|fishing|oil ?fields?',
    'natural-resources',
  ),
  field('manufacturing|factor(?:y|ies)|plants|production|assembly lines?', 'manufacturing'),
];

function unknown(pattern: RegExp, about: NoData): Phrase {
  const meaning: Meaning = { kind: 'no-data', about };
  return [pattern, meaning, meaning];
}

const UNKNOWNS: readonly Phrase[] = [
  unknown(
    /\b((night|evening|weekend|rotating|split|graveyard)s?( (and|or) (night|evening|weekend)s?)?( (shifts?|work|hours))?|shift ?work|shifts|overtime|on call|holidays? work|sundays?|saturdays?)\b/,
    'shifts',
  ),
  unknown(/\b(part ?time|full ?time|half days?|few hours( a week)?|casual( work)?)\b/, 'part-time'),
  unknown(
    /\b((work(ing)? )?(from|at) home|home office|remote(ly)?( (work|jobs?))?|telework|hybrid|online( (work|jobs?))?)\b/,
    'remote',
  ),
  unknown(
    /\b((heavy |much |any )?lifting( (heavy|anything heavy|weights))?|lift( (heavy|anything heavy|weights?|things))?|heavy (loads|things|work|labour)|carrying (heavy )?things|back ?breaking|strength)\b/,
    'lifting',
  ),
  unknown(
    /\b(travel(l?ing)?( (a lot|for work|abroad|around))?|business trips|away from home|camp (jobs?|work)|fly in fly out)\b/,
    'travel',
  ),
  unknown(/\b(benefits?|pensions?|vacation( time)?|paid holidays|sick days|dental plan|union(ized)?)\b/, 'benefits'),
  unknown(/\b(stress(ful)?|low stress|stress ?free|pressure|deadlines|relaxed|easy ?going)\b/, 'stress'),
  unknown(/\b(danger(ous)?|risky?|unsafe|safe|hazard(s|ous)?|chemicals|blood|injur(y|ies))\b/, 'danger'),
  unknown(
    /\b((work(ing)? )?(alone|by myself|on my own|independently|solo)|in a team|team ?work|with a team)\b/,
    'alone',
  ),
  unknown(
    /\b((job )?security|secure( jobs?)?|stable( jobs?)?|stability|future ?proof|automation|replaced by (ai|robots|machines)|permanent)\b/,
    'security',
  ),
  unknown(
    /\b(near me|close to home|near (my )?home|commut(e|ing)|(short )?commute|flexible( (hours|schedule))?|flexibility)\b/,
    'commute',
  ),
];

/** Every phrase that a wish is read from. Of overlapping ones the longest counts, of equal ones the first. */
export const PHRASES: readonly Phrase[] = [...SCHOOLING, ...PAY, ...MARKET, ...SETTINGS, ...FIELDS, ...UNKNOWNS];
