/**
 * What people write for what: shortenings, spelling variants, near-synonyms, and the words that carry little or much.
 * Everything here is general knowledge of how job titles are written; no entry exists for the sake of one title.
 */

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** `short short = long | other long;` -> each short form with its readings. A Map: "constructor" is a word that people type. */
function table(text: string): ReadonlyMap<string, readonly string[]> {
  const entries = new Map<string, readonly string[]>();
  for (const entry of text.split(';')) {
    const [shorts = '', longs = ''] = entry.split('=');
    const readings = longs
      .split('|')
      .map((long) => long.trim())
      .filter((long) => long !== '');
    for (const short of shorts.trim().split(/\s+/))
      if (short !== '' && readings.length > 0) entries.set(short, readings);
  }
  return entries;
}

/** Grammar only: never part of a key, never scored. */
export const FUNCTION_WORDS = words(`
  a an the of for in at on to with and or by from as into per via etc its their his her my our your
  i im me we you he she they it is am are was be been being do does did that this these those who which what where when
  de du des la le les un une et ou en au aux a pour par sur dans avec chez qui que ce cette son sa ses est suis je
`);

/** Words around a job in a sentence about it ("I work as ...", "someone who ..."): they name nothing. */
export const SENTENCE_WORDS = words(`
  person people someone somebody guy gal man woman men women individual one job work works working employed career occupation
  living stuff things thing take takes taking make makes making get gets go goes put puts have has currently now mostly mainly
  basically just also very really lot all different various other others any some own self employee travaille personne
  call called named known want wanted like would can could main about help helps up out them there back around
  over off long job's metier emploi
`);

/**
 * Everyday words that are spelt right and name no work: never "mended" into a word of some title ("love" is not "glove"), and no
 * word of a title unless the index has them.
 */
export const PLAIN_WORDS = words(`
  love like hate sure unsure hello hi hey yes no not never always often maybe please thanks thank sorry good bad nice happy sad hungry tired
  big small little tiny huge long short hot cold warm new young late early soon today tomorrow yesterday now then when where why how
  time day week month year hour minute moment morning monday tuesday wednesday thursday friday saturday sunday january february
  march april may june july august september october november december spring summer fall autumn winter christmas easter birthday
  one two three four five six seven eight nine ten twenty thirty hundred thousand million seventy ninety forty fifty sixty eighty
  red blue green yellow orange purple pink black white brown grey gray colour colours mother father brother sister friend husband wife
  son daughter cousin uncle aunt grandma grandpa boy girl baby name life world country sun moon star sky rain snow wind weather
  know think feel see hear say said tell ask want need hope wish try come came leave stay sleep dream eat drink laugh cry wait stop
  live die born happen mean seem was were had has have if because so than too again once twice every each both few many much more most
  lake river mountain ocean north south east west superior bear cat cats fish bird birds horse cow
  aime faim soif bien mal oui non merci bonjour salut bonsoir comment pourquoi quand demain hier toujours jamais jour nuit beau belle
  petit petite grand grande bon bonne tu te toi moi nous vous ils elles mon ma mes ton ta tes notre votre leur tres trop rien tout
`);

/** Rank, hours and level: they tell two people of one group apart, seldom two groups. Kept, for little. */
export const RANK_WORDS = words(`
  senior junior sr jr snr jnr intermediate principal level lvl grade class step band tier category cat lead leading
  i ii iii iv v vi vii viii ix x 1 2 3 4 5 6 7 8 9 10 1st 2nd 3rd 4th first second third
  part full time parttime fulltime pt ft casual temp temporary term seasonal permanent perm contract relief acting interim
  occasional float floater substitute retired former ex evening night day shift weekend afternoon overnight morning graveyard
  certified licensed registered qualified experienced trained professional journeyman journeyperson ticketed red seal
  self employed own owner proprietor freelance independent private various misc miscellaneous multi
  dept department division section unit team branch region regional district area local provincial federal national
  compagnon certifie diplome
`);

/** Words that place a job on a ladder: they move it to another group and are never treated as noise. */
export const MANAGEMENT_WORDS = words(`
  manager director chief president vice ceo cfo coo cio cto vp executive head dean principal superintendent administrator
  minister chairperson commissioner gestionnaire directeur directrice chef cadre governor owner
`);
/** Who owns a business is classified with those who manage it. */
export const OWNER_WORDS = words('owner proprietor proprietaire partner');
export const SUPERVISOR_WORDS = words(`
  supervisor foreman foreperson overseer leadhand leader forelady superviseur superviseure contremaitre contremaitresse surveillant
`);
export const HELPER_WORDS = words(
  'assistant helper aide labourer apprentice trainee attendant aide apprenti manoeuvre adjoint',
);

/** Function words that put the head word before them: "director of finance", "agent de securite". */
export const HEAD_BREAKERS = words('of for in at to with on de du des en a au aux pour from who that');

/** Written short -> written out; every reading is tried. */
export const SHORTENINGS = table(`
  mgr mngr mgrs = manager; mgmt mgt mngmt = management; dir = director; asst assist asstt ass = assistant;
  assoc = associate; admin = administrative | administrator | administration; adm = administrative | administration;
  sec = secretary | security; secy = secretary; supt = superintendent; supv supvr sup supr = supervisor;
  super = superintendent | supervisor; coord coor cord coordin = coordinator; co = company;
  tech = technician | technologist | technical | technology; techn techs = technician; eng = engineer | engineering;
  engr = engineer; engg = engineering; mech = mechanical | mechanic; elec = electrical | electrician | electronic;
  elect = electrical | electrician; electr = electrical | electronic; maint mtce mtnce mntc maintce = maintenance;
  rep reps = representative; acct = accountant | account | accounting; acctg = accounting;
  acc = account | accounting; accts = accounts; ap = accounts payable; ar = accounts receivable;
  recv rcvg = receiving; rec = recreation | receiving; govt gov gvt = government; univ uni = university;
  ops = operations; opr op = operator; oper = operator | operations; mfg manuf = manufacturing;
  prod = production | product; proj = project; dev = developer | development; sw = software; comp = computer;
  info = information; sys = systems; hr = human resources; it = information technology; qa = quality assurance;
  qc = quality control; pr = public relations; exec = executive; cust = customer; svc svcs serv srv = service;
  csr = customer service representative; cs = customer service; vp = vice president;
  svp = senior vice president; evp = executive vice president; pres = president; gm = general manager;
  rt = respiratory therapist | radiology technologist; pt physio = physiotherapist; ot = occupational therapist;
  intl = international; natl = national; reg regd = registered; lic = licensed; cert = certified;
  prof = professor | professional; instr = instructor | instrumentation; educ edu ed = education;
  elem = elementary; ta = teaching assistant; vet = veterinarian | veterinary; doc docs = doctor;
  chiro = chiropractor; psych = psychologist | psychiatric; rehab = rehabilitation; lab = laboratory;
  pharm = pharmacy | pharmacist; med = medical; peds = pediatric; er = emergency; icu = intensive care;
  or = operating room; auto = automotive | automobile; veh = vehicle; equip eqpt eqp = equipment;
  const constr constuct = construction; hd = heavy duty; whse = warehouse; inv = inventory; purch = purchasing;
  proc = process | processing; transp = transportation; trans = transportation | transport;
  telecom = telecommunications; comm = communications | commercial | community; comms = communications;
  mktg mktng = marketing; mkt = market; fin = finance | financial; ins = insurance; agt = agent;
  wkr wrkr = worker; clk = clerk; recept = receptionist; bkpr = bookkeeper; sgt = sergeant; cst = constable;
  env enviro = environmental; chem = chemical | chemistry; stats stat = statistics; econ = economics;
  spec specialst = specialist; cons conslt = consultant; inst = instrument | instructor;
  instrum = instrumentation; struct = structural; arch = architect | architectural; photog = photographer;
  reno = renovation; trk = truck; gen = general; lvn = licensed practical nurse; ltc = long term care;
  ppl = people; pe = physical education; phys = physical; sci = science; res = research | residential;
  tel = telephone; corp = corporate; distr = distribution; dist = distribution | district; bldg = building;
  hwy = highway; apt = apartment; hosp = hospital; ent = entertainment; biz = business; bus = bus | business;
  ind indust = industrial; comml = commercial; num = numerical; surg = surgical; dent = dental;
  diag = diagnostic; ag agri = agriculture | agricultural; oilfld = oilfield; refrig = refrigeration;
  furn = furniture; prog = programmer | program; dvlpr = developer; mus = music; lit = literature;
  lang = language; trg = training; ship = ship | shipping; shpg = shipping; shpr = shipper; rcvr = receiver;
  tchr = teacher; nrs = nurse; mtl = material; resto = restaurant; hs = high school;
  cad = computer aided design; crm = customer relationship management; ohs = occupational health safety;
  ehs = environment health safety; hse = health safety environment; whmis = health safety;
  evs = environmental services; hvac = heating ventilation air conditioning refrigeration;
  atip = access to information privacy; roi = release of information; ux = user experience;
  ui = user interface; rd = research development; bi = business intelligence; ml = machine learning;
  ai = artificial intelligence; gis = geographic information systems; ndt = non destructive testing;
  cnc = computer numerical control; ems = emergency medical services;
`);

/** Spelling variants and other words for the very same thing, folded before anything is compared. */
export const VARIANTS = table(`
  labor labors = labour; laborer laborers = labourer; counselor counselors = counsellor;
  counseling = counselling; center = centre; programme = program; jewelry = jewellery; molding = moulding;
  molder = moulder; mold = mould; tyre = tire; licenced = licensed; license = licence; licencing = licensing;
  theater = theatre; fiber = fibre; catalog = catalogue; draughtsman draughtsperson = draftsperson;
  draughting = drafting; plow = plough; grey = gray; color = colour; harbor = harbour; armor = armour;
  meter = metre; liter = litre; pediatric = paediatric; gynecologist = gynaecologist;
  anesthetist = anaesthetist; anesthesiologist = anaesthesiologist; orthopedic = orthopaedic;
  dietician = dietitian; organisation = organization; organisational = organizational;
  adviser advisers = advisor; analyser = analyzer; traveller = traveler; modeller = modeler;
  jeweler = jeweller; operater = operator; automobile automobiles = automotive; childcare = daycare;
  kid kids = child; attorney = lawyer; storefront = store; lorry = truck; orderlies = orderly;
  telephony phone = telephone; photocopy = copy; cab = taxi; movie movies = film;
  plane planes airplane aeroplane = aircraft; sheriffs = sheriff; statistical = statistics;
  mathematical maths math = mathematics; healthcare = health; homecare = home; pharma = pharmaceutical;
  handyperson = handyman;
`);

/** Near-synonyms, one ring a line: tried beside the word itself, for less. */
export const SYNONYMS: readonly (readonly string[])[] = `
  janitor custodian caretaker
  cleaner cleaning janitor housekeeper
  housekeeper housekeeping maid
  automotive car vehicle
  physician doctor
  teacher instructor educator
  farm ranch agriculture
  farmer rancher grower
  store shop retail
  salesperson sales seller sell
  cook chef
  supervisor foreman leader lead
  manager director head
  repair repairer mechanic technician fix servicing maintenance
  worker labourer helper hand
  assistant aide helper
  representative agent clerk
  technician technologist
  server waiter waitress
  advisor consultant counsellor
  specialist officer analyst consultant coordinator
  petroleum oil gas
  software computer programmer
  mail postal post
  courier delivery deliver
  hotel motel accommodation
  senior elderly old
  child children daycare babysitter
  developer programmer
  legal law
  medical health hospital
  policy program
  mechanic technician
  real property
  guard security
  operator driver
  wood lumber timber
  tree forestry silviculture
  dog pet animal
  teach teacher
  drive driver
  write writer
  computers computer information
  steward attendant
  home house residential
  hr personnel staffing
  finance financial accounting
  purchasing procurement buyer
  seniors elderly
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '));
