const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Nouns for people and for groups of people outside a team, in the singular. Plurals in -ers, -ors, -ists … are known by their endings. */
export const PEOPLE = listed(`
  adult advertiser agent airline applicant artist author baby bank borrower boy businesses buyer cafe carer charity chef child citizen
  claimant cleaner client clinic clinician club colleague commuter consumer cook coworker crew customer cyclist dentist designer
  developer doctor donor driver editor elder employee employer engineer family fan farm farmer father fisher gamer girl grower guest
  host hospital hotel household inventor investor journalist judge kid landlord lawyer leader learner lender listener man manager
  mechanic member merchant midwife migrant mother neighbor neighbour newcomer nurse operator owner parent participant partner passenger
  patient pedestrian pensioner people person pharmacist pharmacy physician pilot planner player practitioner programmer publisher pupil
  reader refugee reporter researcher resident restaurant retailer rider sailor school scientist seller senior shop shopkeeper shopper
  staff student subscriber supplier surgeon survivor taxpayer teacher teen tenant therapist trader traveler traveller tourist university
  user vendor vet victim viewer visitor volunteer voter woman worker writer
`);

/** Plurals that end like words for people, and verbs: “servers”, “covers”, “exists”, “grants”. */
export const NO_PEOPLE = listed(`
  adapters administers agrees alters anchors answers barriers batters behaviors behaviours bolsters borders browsers buffers calculators
  cancers centers chapters characters chargers checklists clusters coffees colors colours committees compilers computers connectors
  considers consists constants containers controllers corners counters covers crawlers degrees delivers differs dinners discovers
  disorders dividers doors empowers encounters enters errors exists factors favors favours fees fibers figures filters fingers floors
  flowers folders footers fosters frees gathers generators grants guarantees handlers headers helpers hinders identifiers implants
  indicators insists instants iterators lasers layers letters lists lowers masters matters meters mirrors monitors motors newsletters
  numbers offers orders papers parameters persists pillars plants playlists pointers powers prefers printers processors reactors recovers
  refers registers reminders remembers renders resists routers rulers scanners schedulers sectors sensors servers shelters shortlists
  showers simulators stakeholders suffers summers timers towers trackers transfers transplants trees triggers twists uncovers validators
  variants vectors waiters winters wishlists wrappers
`);

/** A team's own words for its work. Beside one of the words behind it, it has the meaning that it has for everybody. */
export const JARGON: readonly { readonly word: string; readonly beside?: string }[] = [
  {
    word: "platforms?",
    beside: "trains?|railways?|stations?|trams?|buses|passengers?|drilling|oil|political|diving",
  },
  { word: "features?", beside: "films?|movies?|articles?|landscapes?|faces?" },
  { word: "(?:micro|web)[- ]?services?" },
  { word: "leverag(?:e|es|ing)", beside: "loans?|debts?|investors?|funds?" },
  { word: "apis?" },
  { word: "back-?ends?" },
  { word: "front-?ends?" },
  { word: "infrastructure", beside: "rail|railways?|roads?|bridges?|water|city|cities|towns?|villages?" },
  { word: "pipelines?", beside: "gas|oil|water|hydrogen" },
  { word: "kubernetes" },
  { word: "(?:tech|full)[- ]?stack" },
  { word: "cloud-native|(?:public|hybrid|multi)[- ]?cloud" },
  { word: "architectures?", beside: "buildings?|houses?|architects?|city|cities" },
  { word: "solutions?", beside: "saline|pupils?|chess|puzzles?|crosswords?" },
  { word: "deliverables?" },
  { word: "roadmaps?" },
  { word: "backlogs?", beside: "courts?|patients?|appeals?|claims?" },
  { word: "sprints?", beside: "runners?|athletes?|races?" },
  { word: "story points?|user stor(?:y|ies)" },
  { word: "code ?bases?|refactor(?:s|ed|ing)?" },
  { word: "ci/cd|devops|devsecops" },
  { word: "kpis?|okrs?" },
  { word: "stakeholders?" },
  { word: "synerg(?:y|ies)" },
  { word: "scalab(?:le|ility)" },
  { word: "best-in-class|world-class|cutting-edge|state-of-the-art|next-generation" },
  { word: "end-to-end", beside: "encrypt(?:ed|ion)" },
  { word: "digital transformation|value streams?|(?:business|customer) value" },
  { word: "frameworks?", beside: "laws?|legal|lawyers?" },
  { word: "tooling" },
];

/** What a team does to a thing of its own. After “we”, without what comes of it, it says nothing of those who have the thing. */
export const MAKING = listed(`
  are build create deliver design develop do engineer handle have implement maintain manage operate own provide run ship work
`);

/** Capitals that everybody knows wherever they work, or that JARGON asks about already; emphasis; numbers. */
export const KNOWN_CAPITALS = listed(`
  A&E AI ALL AM AND ANY API APIS ATM CD CEO CI CO2 CV DIY DNA DVD ER EU FAQ GP GPS HIV HR IBAN ICU ID II III IT IV IVF KPI KPIS NATO NGO
  NHS NO NOT OK OKR OKRS ONE PC PDF PIN PM QR SMS TV UK UN US USA VAT VIP WC
`);

/** Words by which English is told from other languages, and such by which it is told to be another one. */
export const ENGLISH = listed("we our the and to that they their with who can people every each");
export const FOREIGN = listed(`
  wir und für damit dass der das nicht mit nous des une qui dans aux que para los las una nosotros che gli della noi uma het een voor dat
  zodat wij och att som vi för og så się żeby aby nie
`);
