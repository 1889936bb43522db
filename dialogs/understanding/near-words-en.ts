/**
 * Words of English, of job titles and names that are one slip away from a word that asks or names a place: "wager" is no "wages", "tailor" no
 * "sailor". They are correct as they stand and never taken for the other. A new word that asks may bring new neighbours: the tests
 * that walk the stored job titles and common words find them.
 */
export const NEAR_WORDS: readonly string[] =
  `aboard abound accompanies accordion accosting accreted accruing accusation accusations addition additions adjective
  adjusto adulation advances advent adverb adverbs advertise advertisement advertiser advertisers advertises advise
  advised advises advisory afferent affording afield afterward agence agente aground aires airing alain albeit alberg
  albers alberto alert aliah alice alienate alive alley alpert alter alternates alternation alternator altitude
  altitudes alton ambridge amenagement amount ample amply anneal anterior antone apartment appalachia appeal apple
  applicant approaches aptly arenas arens argas argent arias arlington armas ashare ashore askew asocial asses assets
  assignation associating athabascan atmospheres atmospheric atonally attitude attitudes atypical autistic averages
  aversion avert averts avery avoidable awhile bache badder baily baked balled balls bander bandon barbie bards bared
  baring barns barre barrington barrio barris barry basel baser bases bashed basis basked basking basses batch batches
  bated bater bates bather bathers batter bayed beach beading beady beallsville beans beard beardown beards bears
  beast beater beatification became becomes beers began beggar begun belated belin bello belter benin berms bernie
  berson berton beset beton bette bettner bevel bevels biased biches bickering biddle bigger billing bills bince
  binding bites bitter bitting bladder blain blakes blandon blinks blower boast boded bodes boeing bolder bonneville
  booking books borden border bordering boring borner bough bought bounty bourse bourses bovard bower brace bradford
  brain branca brande brando branford brannon branson braser breading bretton brice bridge brieff brien brine brink
  briny briton britten brock brood broods brooke broom brooms bruch bruck brunch brunches brute brutish bryce bucky
  buick bulks bunks buren burned bused busing busses butter cabled caches cachet cages calculator calvary camry cancer cancerous
  candidate cannons canons canted canton cantoni canyons capita capitan capitol cappy carder careen carey caribou
  carny carre carrie carrington carter cartons cartridge carts carty carver carvers carwash casks casper castleman
  catch catches categorize categorized cater caught causes caved caving ceded cello centrale centrex centri
  certificant certifie certifiee certifier certifies cestre chance chanced chancel chane chanel chang changes chanted
  chase chatha chaudieres cheek cheques chick chile chills ching choices choke chole chooses choosy chore chosen chuck
  cites cladder clanged clarification clarified classifier classifiers classifies clause clean cleary cleat cleave
  cliente clime clint clone closes closet clove clover coalition coalitions coarse coats cochran cocky coeds coffered
  coiner cokes coles collage collages collars collect comes comex command commande commandes commando commandos
  commendation commended commends commun compagnie compania companion companions compaore comparably compares
  compasses compassion compatible compensating compensator compete completes complies comptable compute computed
  computes concentrate concentrates concentrateur concentrating concentrator conceptor concession concision concoction
  concordant conduction coner cones coney confection conformance conformation conger congestion connection conner
  conservation constitute constitutes constitution constitutions contention continues continuo contract contrition
  convection convention conversion conviction convictions coper copes corded corder cored cores corked corker corkers
  corking corks cornball cornea corney coroner corry costing cough councillor councilor counseled counsels count
  countryside counts cours courtesan courtesy courtney coverall covert coves covet coveted covey cowed cower crain
  crampton crary crates crating creak credited creed creel creep crook crooks cross crossways crowing crust ctrain
  culled cupper currant currency curry curse curses cynically dailey dairy daisy dally dalton dames darlington darts
  dates dauphine dayton deans dearly decade decanting deceit deceiving decertified decides declaring decode decree
  dedication deduction deeds defective defending deference deferent deferred defile defines definitive deformation
  deland delia delinking della delon demeaning demon denigration departement depending deplaning deplete deployment
  depositions derails deregulated deregulation deride descent describes descriptive descriptor designating destination
  destitute detaining detective detour devcon dever devery devices devin devise devol dickering diddle diety differed
  differences differing difficile diffidence digestive digit diplomat directing direction directives directrice
  disciple disciples discord discovery dissociation distributing distributive distributor dites ditty diver
  diversities diversity diving docent doddering doffer doles doling dollar doping doting dough dourly douse dover
  dower dozing drain draining dreading drinking drove drying dualities ducks duration durcan dyeing earls early
  earring earrings eased easter eater eating edison eduard educating educator eduction edwardh edzard efficient elated
  elder elias elvis emery emission employe employee employees empowers emulated emulator entex entice entre enver
  environnement envoy epson epuration equality equation equipement erases ernie esteban ether ethers evocation eward
  exclaimed exclamation exercises exhort exorcise expediency experiences experimented expert explode exploited
  exploration explores expositions extort eying faber faces facets facilities facto factual factually fails faint
  faking falklands falla famed fames farmlands farther fates father fathers fault fears feast federally feeds felling
  fending fever fiche fiddle fiend fights figura filed filing fille filth finis finition finks finnish fireman fires
  firmer fission fisted fitting flakes flesh flickering flower folder forcer forder foremen foresman foret forge
  forged forgeman forger forges forgot forked forker forking forks forman forth fortifications fortified fortman
  fought foundering fountain fours frail framer frampton frankford frazer frequented fridge fright frisky fucks funder
  funding furious fusing futures gabor gages gaily galled galley galls games garner garry gastineau gater gates gather
  gears geeing gender genera generale generali generality generically gentry georges georgi germs gerome gestionnaire
  ghose gifting glace glasow glove glowing goldin goode goosey gorge gough gouvernement grabs grady grail grain
  graining grais grams grand grands grange granny grass grater grates grating grave grays greaser greate greek greet
  greeter greve greville grids grief gritten groat groove grope groping grote groth ground groupe grout grovel groves
  growling growthy gunder haber halls halving hander hanged hanks hannah hannam hanwa harbridge hares harpy harry
  hatch hatches hates hatton hawing haying hazzard heading heady healy hearn heave heaving hector heeded heeds hells
  helton henna hides hiding hikes hiking hillis hilly hilton hindering hines hirey hitting hoard hoards hoffer holden
  holder holes honey hooking horner horse horseshoes hospitable hospitalist hosses hostages hosted hosting hover
  hovered howell hulls humana humane hyacinths hyman idealistic identity importance importing importunities impotent
  inception includes incomes incomparable indifference indifferent industria industriale industriali industrie
  industriel industriels industrious inefficient inexperience inexperienced inference inferior informatics informative
  infuriation inland inline innovate innovation inscription instigate instigation instituto inter interacts
  intercepted intercepts interface interjected interjects interlace interlaced interlacer interlayer interline
  interlude intermeshed inventor inventors investigate investigating investigation investor investors involves
  irresponsibility istituto james jeers jidge jinks jiving karns kasper katharine kearns kerson khare kicked kingstown
  kitting knight knights labow lacer laces ladler lander landon lanes lange lankford larder larry larval laser latch
  latches latex lather lathers latitudes latour latter lauder lauer lauren laurene laurentian laurentiis lawson layer
  lazard leach leale leaning leans leapt leary lease leash leasure leaves leeds legalistic legion legions lester levee
  leven lever levers levies levin lewis liabilities liability libor licensee lichen licked licks lidder liddle lieppe
  lights liken lille liming linen linger linus linville lisping liste listen liter litter litters locate locater
  locates locking logger loner loney longley looming looping looting loper loser losses lotter loudon louse lowell
  lowery lucks lumber lunch lunger lying lyndon mache maire maitland males malls manages manes manger manly manor
  manors maples marche mares marge margie maria mariel marin marine mario maris marked markel marker markey marking
  marne marrie marry marts masked masket masking masks mater mates mather mating mauch maughan maurice mayne mayor
  mayors mazes meals mears measures meats meddle medication medicines mello melton menager menton mercantile meteo
  metre middles midge mighty mille milling mills mince minks misted mitch mites moaning moans modes moise molder
  molton monel monet monex monger monkey monty mooing mooney moore morey morgen morose morse mortification mosey
  mother mothers moths motioned mough mound moune mouse mouth mouths mower mowing mrads mucks muddle musing nacional
  naked narration nasional nationality nationalize nationaux naught naval nazionale neave necessarily necessity
  needled needy neilson nerds neveh neversink neveu newer niche nicked nickeling nielson nilson nineteenth nodes noire
  norma normalcy norman norte notte nought nouveaux nouvelles nover numbed oases objecting objection objectives ocher
  officiel omission operater opining orange organised organize organizer organizers organizes origen otter otters
  ought overage pabor paces packed pacts padder pages paint palace palaces pandering panted pants pappy parcs paris
  parkland parry parson parte parti party pascale pasted pastern pasting patch patches patent pater pates paunch pause
  paved paving peach peake peale pearce pearly pears pearson pease pecked peeking peers peint pembridge pence peoples
  percentage perceptible perceptive perfecta peron perquisites persona personae personalize personnel pesce petitions petrified
  petro petty phare phoney phony picket picketed picketing pickled pickling picturing pierson pilfering pilling pills
  pinched pinches pinked pinks pinscher pitcher pitting plaid plane plate plater plates playes pleas pleases plein
  pocketing podell point poles polishes pondering portions posed posing positron possibly postage poste postel potion
  potions pottage potted potting pouted power prairies precedence precious prefect preferred prescription preset
  pression presume prevost price pricked primate princes prins probation procession processional professing
  professionnel professor professors profiles profili profusion progressive projectile projectiles projecting
  projectionist projective projector projectors projects promote promoter promotes promoting prompted prone propects
  proportion proportions proration prosecuted prosecution prosecutions prospectus prospers protected protection
  protections protects protested prove provincie prudential publiques published publisher publishers puckering puits
  puncher punishes purdue purse pursues quack qualite quantification quantities questionnaires quince quint quinta
  quintet quirk quote races racing radiates radiation raether rafter rafting rages raging rakes raking rales rally
  ranch ranches rande rander rangel ranges rangy ranke ranted rapes raping raring rasper rational rationale rationally
  ratner raved raves raving rawson raymon raymonda raymont razing reach realists realty reaming reaping rearing rears
  reassessment rebated recertification reciting reclassification reclassified reclining recommence recompence recond
  recondition recording recounting recreating recrutement rectification rectified rector recuperation recurrently
  redding redefinition redesignation redistribution redlining reduction reeds reedy reeking reference referenced
  references refine reformation regeneration regent regine register registers regression regulate regulateur
  regulating regulative reheat reidy reilly reina reinstitution rejected rejection rejections relate relates relation
  relayed relent reliables reliably relicensing remake remand remanded remanding reminding removes remunerative
  rendering rendition renditions renter reoccupation reorganization reorganizations reorganized repeal representation
  representatives reputation requesters requests reregulation resew resignation resignations respects ressources
  restitution resumes retina retirement retirements retro revel revelation revelatory revels reverence revery
  rewriting rhone riche riddle rider ridges riger riles rilling rinks riser rites riven rivera rivet roast robes
  robles rockville rolex rolfes rolland rolls ropes roses rotational rouge rough rouse routes rover roving rowell
  rower rowing rules runge ruppert saber sadder sages salman salomon salon saloon salton salve sander sanding sands
  sante sappy saull saves sayed scala scald scales scali scalp scape scare scared schelling schilling schmoozing
  scooping scooting scope scoped scores scorn scorned scotian scoured scowling scratchy scuff sears seasonality
  seating secondaire secondarily secord sedition seduction seeded seeding seeds seeping seers seething senora sentor
  sentry sequester setters settler settling sever sewing shade shaft shafts shake shall shame shane shank shape shares
  shari shark sharp sharpe shaved shaving shifte shifty shills shing shinton shires shirking shirt shirts shitts shone
  shoot shooting shopped shores shorn shortest shout shove shrieking shrift shrilling shrimping shuman sickening sides
  sidney sifting sights sikes silencing sills simes singe sinks sinton situs sixth sizes skits skull skulls slain
  slate slater slaves slavs slithers slits slitting slopped slower slowest smale smart smarted smarting smarts smell
  smoothing snare sneak snort snuff sociale socialize soften solder soldering soles soothing sourly sours southeastern
  sowell spare spear specialise specialisee specialises specialist specialiste speciality specializes speck spector
  spills spits spitting spooling sprinkling sprint sprinting sprue squeamish stadt stafford staid stale stall stamford
  stancs stanford stans stapf starch stare stared stares staring stark starling starr starred starring stars startled
  startling starved starving stated statement stating stats stave staved steak steers steinbeck stems stenhach stephan
  stepped sternbach stews stile stinking stint stogy stoll stomped stone stooped stopper storeperson story strain
  straining strait straits strand stranding strands strang stratforde strengthen strengthens striking string stringing
  stropped strung stuart studios studs stuffy stull sturdy suave subjective suing suitably suite summertime sunbury
  sunder sundry superior supervise supervised supervises superviseur supervisory supper support suture swart synonymy
  tabber tache tacks tactual tactually taint talley talton tamer tanks taper tapes tarry tawer tears teems teens teeth
  teich tendering tenter tents terraces terrified territoire territorial testified thanh thant theme theses thick
  thicket thills thine thoma thomae thomson thong thorough thought threes threw thrust tiber ticked ticker tiers tiles
  tinkering tirade tires tiring tithes titre titres toady toast tomas tonal toney tonger tootal topical topped tosses
  touch tours tower township trace tract tracts trawl treading treat treater trial tributes troubles trough troup
  trove truce truest trusk truss tryst tuber tuned tupper turin tusks twain tying typicality umber unavailable
  uncertified uncharacteristic unclassified understaffs understate understated understood unemployment unexplained
  unger unimportant uninterested unitil universality unmentioned unmethodical unnecessary unorganized unprofessional
  unrealistic unregistered unregulated unreliability untie updates upped urbanization urbanized urgently usine
  utilities vahid vainly validation valin vallee vallez valuation vander varner vaughn vault vector vectors veers
  veille verification verified vernor verses viale victorian villa vince vocation volland volley voute vying waite
  waited waits wakes waking walbridge wales walled walls walton wames wanda wander wandering wanderings waned wares
  warner warners warning warnings warns warts wasted watch watches water watts waved waves waving weaning wears weave
  weeded weeds weinbach wellsville weslock westminister wetland whine whistle whistled whistles whitehouse whites
  whitey whitten wholes whore wicked wicket wield wields william wilton wince winding winton wires wiring witkin
  witten woodcock worded wording words workhorse workpiece workpieces world worms worth worthiest wound wratten wright
  wring write wrung yarner yarns yates yearn yearning yearnings yeast yeats yield yields yorktown youth`.split(/\s+/);
