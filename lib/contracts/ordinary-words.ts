/**
 * Words of everyday English that descriptions use, for {@link readingPieces}, with their frequent misspellings. Abbreviations
 * that are also words (ICE, IT, POP, COR) are not among them. A word of seven letters and more that ends like one needs no entry.
 */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `
  able about above abreast abroad abstract abuse academy accept accepts access accommodate accomplish
  accordion account accounts accuracy achieve acid acknowledge acknowledges acoustic acquire acquires acres
  across act action actions active acts actual adapt add added addendum adding additional address addresses
  adds adequate adhere adjust adjusts admin administrative admins adrenaline adult adults advice advisor
  advocacy aerial aerobic aerosol aerospace aerostat affairs affect affects after against age aged agency
  agenda agent agents agile aging ago agree agreed ahead aid aide aided aids aim aiming air airboat airboats
  airborne aircraft aircrafts airfield airframe airline airlines airport airports airtime alarm alarms alert
  alerts alfalfa algorithm alien aliens align aligns alike all allied allot allow allows alone along alpha
  alpine already also alter alternate alters aluminum amend amends amino ammo among amongst amount amounts
  an analog analogues analyses analysis analysist analyst analysts analytic analyze analyzer anaylsis anchor
  and angel angels angles animal annex annual another antelope antenna antennas anti antivirus any anywhere
  apostle app apparatus apparel appendices appendix apply appoint appoints approach approaches approval
  approve approver approves apps apron arch architect archival are area areas arena arm armbands armed armor
  armory arms army around array arrays arrest arrests arrow arsenic art article articles artifacts arts as
  asbestos ascertain ash aside aspects asphalt assault assaults assess asset assets assign assigns assist
  assistance assistants assume assure asylum at athletes athletic atrium attach attache attacks attend
  attendees attorney attorneys attributes audio audios audit audits augur austere authentic auto autoclave
  autocomplete automatic automobile avail avenue avoid await awaits award awardee awards aware away awning
  axis axle babies baby back backbone backer backfill backflow backflows background backhoe backlog backpack
  backpacks backs backup backups bacon badge badges bag bags bail baking bales ball ballistic band bandwidth
  bandwidths bang banger bangs bank banks banner bar barbed barcode barn barracks barrel barrels barrier
  base based baseline bases basic basics basin basis bassinet bassinets batch bath bathroom bathrooms
  bathtub baton batons battery battlefield bay be beach beagle beam bear because become bed bedroom beds
  been before begin begun behalf being bell belly below belt belts bench benches benchtop bend benefit
  benefits best better between beverage beyond bicycle bicycles bid big biggest bike bikes bilateral bill
  billboard billboards billed bin binocular binoculars bins biohazard biometric biotechnology bird bit bites
  bitmap black blade bland blank blanket blankets blanks blast blind blinds blitz block blockchain
  blockchains blocks blower blue bluffs board boards boat boathouse bodies body boiler bold bollard bollards
  bolt bolts bond bonded bonds book books boom boot booth booths border bore borehole boring borne both
  bottle bottles bought boulevard bound bounty bowl box boxed boxes boys bracket braille brakes branch brand
  brass breach breaches break breakdown breakfast breakroom breaks breeds breeze bridge bridges brief
  briefcases briefs bright bring broad broadband broadcast brocade broke broken broker bronze brow brown
  brownfield brownsfield brush bucket buckshot budget buffer bug build buildout builds built bulb bulbs bulk
  bulkhead bullet bump bumper bumps bundle bundles bunk bunker buoy bureau bureaus burn burner burns bus
  buses businesses buster but button buttons buy buyout buyouts buys by bypass byte cabinet cabinets cable
  cables cache cadre cafeteria cage cages calendar calendars caliber call called calls came camera cameras
  camp campaign campaigns camper campus can canal cancel cancels cane canine canines cannabis cannon cannot
  canopy cans canvas canyon cape capital capped caps capsicum car carbine carbon card carder cardiac cards
  care career caregiver cares cargo carpet carport carports carrot carry cars cart cartons cartridge
  cartridges carts case cases casework cash casing casino cat catalog catalogs catalytic catch caterpillar
  cats cattle caulk cause caused causes cedar cell cellphone cellphones cells celluar cellular cement cent
  center central centro cents ceramic ceremony certain certify chain chains chair chairs challenges chamber
  chance change changes channel channels chaplain charge charges chart charter charts chassis check
  checkpoint checkpoints checks chef cherry chest chief chiefs child childcare children childrens chill
  chiller chip chips chloride choice choose chorus chromatograph chromatography chrome circle circuit
  circuits cistern cite cited cities citizen citizens city civic civil claim claims clarify class classes
  classic classify classroom classrooms clause clauses claws clean cleanup clear clearinghouse clerk clerks
  client cliff climb clinic clinician clips cloeout close closed closeoeut closeoiut closeout closes closet
  closets closoeut clothes cloths cloud clouds club coach coast coat coax cobweb code codec codecs coded
  codes codify codon coffee cohort coil coils coin coincide cold coliseum collab collar collect collects
  college colleges color colors column columns combat combine combo come comes coming command commerce
  committee commode common communicate compact company compass compete competency complete completes complex
  comply components composite compound compounds compresses compute computer concept concepts concern
  concerns concertina concourse concrete concur condense conduct conduit conferences conflicts conforms
  connect connects consistency console consoles constraints construct consular consume contact contacts
  container context continue continues contra contraband contract contractor contracts contrast contravenes
  control controls convert cool cooler coop copier copies copper copy copyright cord cords core cores corner
  coronavirus corps corral correct corrects correspond cosmetic cost costly costs cotton could council
  councils counsel counsels count counter counterfeit countertops country county couple courier course
  courses court courthouse courtroom courts cove cover coverage coveralls covers covert cow coyote cpu
  cradle craft craftsmen crane cranes crash crates crawl crawlspace create credential credit credits creek
  crew crews crime crimes criminal crises crisis criteria cross crossfire crossroads crow crowd crown cruise
  crypto cryptocurrency cryptography crystal cube cubic cubicle cubicles cuffs cultural culvert cup cups
  curb cure currency curriculum curtain curtains curved cushion custodian custodians custody custom customer
  customhouse customs cut cuts cutter cyber cybercrime cybercrimes cycle cycles daily dairy dam damage dance
  danger dark dart dashboard dashboards data database databases dataset datasets date dated dates datum day
  daylight days dead deadline deaf deal death deaths debris debt deck deconstruct decrease decreases deduct
  deemed deep deer default defense deficiency define defund degree degrees deivery delay delays delete
  deletes deliver deliverables deliveries delivery delivey deluxe demand demands demo demob democratic
  demolish demolishes denial dental dentifrices deobligate deploy deposit deputy derricks descope desert
  design designs desk desks deskside desktop desktops despite destroy detail details detain detainee
  detainees detect detector detention deter determine deters develop developer development develops device
  devices devise diagnostic dialogue diamond did die dies diesel difficulty digital dining dinner direct
  directorate directs dirt discharge disconnect discontinue discount discounts discovery discrepancy
  discrete dish dishes disk disks dismantle dispatch display displays disposal dispose dispute distress
  district ditch divert diverts divide diving divison dock docket dockets docks doctor does dog doghouse
  dogs dollar dollars domain dome domestic domicile domino done dongles door doors dorm dorms dose dosimetry
  double down download downspouts downtime downtown downturn downwind dozer dozers drafty drag dragon drain
  drains drawer dredge drier driers drift drill drip drive driven driver drives driveway drone drones drop
  drops drug drugs dry dryer dryers drywall dual duct ductwork due dues dummy dump duplex duress during dust
  duties duty dynamic each eagle ear earbuds early earphones earpieces earplug earplugs earth earthquake
  earthwork ease easily east eastern easy eat ebony economic ecosystem edge edger edit edits effect
  efficiency effort efforts egg eight eighteen either elastic electric electron electronic eleven elicit
  elite elliptic else email embed emergency emphasis employee employees enable enables encase enclose
  encrypts end ended ending endoscopy endpoint endpoints ends energy enforce engage engine engineer engines
  enhanced enhancement enough ensure enter enterprise enterprises entire entirety entity entry environmental
  epoxy equal equestrian equine equip equipment equity erect error errors escape escort escrow essay
  establish establishes estate ethics even evenly event events ever every evidence exact exam exams exceed
  except excercise excess exchange exchanges execise execute executes exemplars exempt exercise exercises
  exericse exhaust exhibit exhibits exist exit exits expand expedite expense expenses expert expertise
  experts expire expires explain exploit expo export expose express expressway expressways ext extend
  extends exterior external extra extract extracts extreme eye fabric facades face facial facilitate
  facilities facility facilty facing fact factor facts fail failed fair fairgrounds fairly fall fallen falls
  familiar families family fan fans fare farm fast fastback faster fatigue fats fault faulty fax federal fee
  feed feedback feeder fees feet fells female fence fenced fences fender fentanyl ferrule ferry few fiber
  field fieldwork fifteen fifth fifty fig file filed files filing fill filled filler film filter final find
  finder finds fine finger fingerprint fingerprints finish finishes fire fireamrs firearm firearmrs firearms
  firebreak fired firewall firewalls fireworks firing firm first fiscal fish fishbowl fist fit five fix
  fixed fixing flag flags flame flap flare flash flashlight flashlights flat fleece flees fleet flex flight
  flights flip flood floor floors flow flu fluid fly foam focus fold folk follow follows food foods foot
  footer footprints footwear for forage force forced forces forearm foreign forensic foresight forest fork
  forklift forklifts forks form format formats formed former forms formula forth fortify forty forum found
  fountain four fourteen fourth frame frames fraud free freedom freeze freight frequency fresh friends
  fringe from front frontline frozen fuel fueled fuels fulfill fulfills full fully fuming fun fund funded
  funding fundng funds furlough furnace furnish furnitre furniture furs fuse fusion future gain gallon
  gallows game games gamma gang gantry gap gaps garage garden gas gasket gaskets gasoline gate gates gateway
  gateways gather gauge gave gear gearbox gearboxes gears gel gems gender general generator genset gensets
  genuine geodetic geographic get gets ghost giant ginger girls gist give given givers gives glare glass
  glitch global globe glove gloves goals goggle goggles going gold golden golf gone goo good goods goose
  gooseneck governance grade grader grain grains grand granite grant graph graphic graphs grass grate grates
  gravel gray great green grid griddle grills grip grit grocery ground group groups grout grove growth
  guarantee guard guardrail guardrails guards guest guests guide guidelines guides gulf gum gun guns gutter
  gym gymnastic hack hacker had halal half hall hallways halt hammer hand handbook handbooks handcuff
  handcuffs handguards handgun handguns handheld handhelds handle handouts hands handset handsets handtool
  handwash handwear hangar hanger harbor hard harden hardware hare harmed has hat hatch hatches hauler have
  haven having hay hazard hazmat he head headbands header headlamps headphones heads headset headsets heal
  health healthcare healthy heart heat heated heater heavy hedgehog height heights held helicopter helipad
  heliport helium helmet helmets help helpdesk helps hen her here hereby herein hero hiatus hider hiders
  high higher highlight highway highways hill hills him hinder hinge hinged hip hips hire hired hires hiring
  his historic hit hoist hoists hold holder holds hole holes holiday holidays holistic holographic home
  homeland homes honor hood hoods hook hooks hookup hopper horizon horn horse horsemen horses hose hoses
  hosiery host hosted hostile hosts hot hotel hotels hotline hour hourly hours house housed household houses
  hub hubs huddle human humane humanitarian hurricane hutches hybrid hydraulic hydrogen hygene hygiene hyper
  hypertext ideal identify ideology if ignite ill illegal illicit image imaged imager images imagine impact
  impacts import impound improve in inbox inch inches incline includ include includes incorporate incorrect
  increase increases incremental indefinite index indexes individual indoor industry inert influenza influx
  inform informaiton infra infrastructure ingest inhibit initiate injury ink inked inmate inn input inputs
  inquiry insect insert inserts inside insight insights insignia inspect install installation installs
  instead institute instructor intake intent inter interagency intercept intercepts intercom interest
  interface interfaces interfere interim interior internal internet interview interviews into intranet
  introduce invent investigations invoice invoices involve involves ion iron irons is island islands issue
  issued issues it'd item items its jacket jackets jacks jail jails jams jet jewelry job jockey joint joints
  journeyman judge judges juggernaut jugs jump juncos jungle junior junk justice juvenile keep kennel
  kennels key keyboard keyboards keyed keypad keys kid kids kind kinds kinetic kiosks kit kitchen kits
  knight knights knives knob knoll know knowledge known kosher lab labels labor labs lace lacing lack ladder
  laid lake lakes lamp lamps land landline landscape lane lanes langauge language lap lapel lapse lapsed
  laptop laptops large larger laser lasers last late latent later latest lattice launch laundry law lawn
  laws laying layout leach lead leaded leader leads league leak lean learn lease leased leases leave ledger
  left leg legacy legal legged legs lemur length lens less let lethal lets letter levee level levels lever
  liaison license licensees licenses lid lien liens lieu life lifecycle lifecycles lifetime lift lifted
  lifts light lights lightweight like limit limits line linear linen linens liner liners lines linguistic
  link lintel liquid liscense list listed lists lithium little live lives living load loader loads loan
  lobby local locate lock lockbox lockboxes locker locks locksmith locksmiths lodge log logic logistic logos
  logs long longer look lookup loop loops lose losing loss lot lotion lots loud love low lowboy lower lug
  lumber lumen lunch lunches machine machinery machines macroeconomic made magazine magazines magic magnet
  magnetic magneto mail mailed mailroom main mainframe mainly maint maintain maintains maintenace
  maintenance major make maker makers makes making male manage manager manger manifest manikins mannequin
  manner manual manufacturer manure many map maps marathon marine maritime mark marker market marketplace
  marks marksman mask masks masonry mass mast master mat match matches matrix mats matter mattress
  mattresses mature maximum maze meadow meal meals means measles measurement meats mechanic medal medallion
  medallions medals media medial medic medicine medics medium meet meets megabits member membrane membranes
  memo memorandum memory men mental mentor menu menus merchandise mercury merge merged meridian mesa mesh
  message metabolic metadata metal meter meters metes methamphetamine method methodology methods metric
  metro metropolitan mezzanine mice micro microchip microphone microphones microscope microscopes microwave
  mics mid midfield mild milepost miles milestone milestones mills mine miner mini minimum mining minis
  miniwarehouses minor minors minute minutes missed mistake misty mitts mix mixed mobile mobiles mock mod
  mode model models modem modems modern modes modificaion modificaiton modification modificatoin modificaton
  modify mods modular module modules moist molasses mold molecular money monitor monitors monochrome
  monocular monoculars monorail month months mop more mosaic mosquito most mostly motel motels mothball
  motion motor motorbikes motorcycle motorcycles motors mount mountain mounts mouse mouses mouth move moved
  mover movers moves movie moving much mud mulberry mules multi multiband multimedia multiple multirole
  multitude museum music must muster mutual muzzle my naloxone name named names naming nanotechnology
  napkins narcotic nasal nation nations nationwide native natural nature naval near nearby nearly nears neck
  need needed needs net network networks never new newer newest newly news newsprint newton next nice nickel
  night nights nighttime nightwear nine nitrile nitrogen no node nodes noise nomad non nonalcoholic
  noncitizens nonmetallic nonself nor normal north northeast northern northwest nose not note notebook
  notebooks noted notes notice notices now number nurse nut nylon oak oars object obligate obsolete
  obsoletes obtain obtains occupancy occur occurs ocean ocular odds of off offer offers office officer
  offices offline offset offsite oil oils old older oleoresin omega omnibus on onboard once one ones online
  only onset onsite onto open operable operations operator opioid optic optics option options optoelectronic
  or orange orbit order orders ore orient origin original osmosis other otherwise our out outage outbound
  outcome outdoor outerwear outfit outfits outflank outlet outlets outline output outreach outs outside oven
  over overall overfill overhaul overhead overlay overnight override overrun overseas oversee oversight
  overstay overtime owed own owned owner oxide oxygen ozone pace paced pacific pack package packed packer
  packets packs pad padded padlocks pads page pages paid paint pair pairs pallet pallets palm palms
  pamphlets pan pandemic panel panels panic panoramic pant pants paper paperboard paperColors paperwork
  parachute paradise paragraph paragraphs paramedic parcel parcels pare parent parish park parka parks
  parkway parole part particles particular parts party pass passed passenger passes passport password
  passwords past patch patches path pathway patio patriots patrol patrolman patrols pattern patterns pause
  pave paving pay paying payroll pays peace peak pearl pedestrian pediatric peeks peer pelican pellet pen
  penal pencils pens people pepper per perdiod perform performs perfrom perimeter period periods permit
  permits person personal personnel pest pesticides pests pet petroleum pharmacy phase phased phases phenom
  phone phones phonographs photo photographic photography photos photovoltaic physician physicians pick
  picked picker pickup picnic piece pieces pier piers pile piles pillow pillows pilot pilots pin pine
  pinhole pins pipe piracy pistol pistols pit pivot pixels pizza placard placards place placed places plain
  plan plane planet plans plant plants plaques plasma plastic plate plated plates platform platforms play
  playback player plaza please plexiglass plow plug plum plus pneumatic pocket pocs podiums point points
  poker pole poles police policy polish poll polls polygraph polyurethane polyvinyl pond pool pooled pools
  poor pornography port portal ported portfolio ports poser poses post postage postal posted postpaid posts
  pot pots potty pouch pouches pound poured powder power practice practices prairie predict premier premises
  premium prep prepare prescribe preserve press pretax price priced prices pride prime principal principle
  print printer printers prints prior prison privacy private probe probes problem problems process processes
  produce product production products proficiency profile profiles prognosis program programmatic programs
  progress project projectile projectiles projects promote prompt proof propane proper property proposal
  propriety protect protection protest protocol protocols prototype protrusions provide provides public
  publishes pull pulled pump pumps punch purcahse purchase purchases purchsase pure purely purge purple
  purpose purposes pursuit pursuits push pushed pusher put quad qualify quantum quartermaster quartery
  quartz queen query quest quick quiet quorum quote quoted quotes rack racks radar radars radii radio
  radiography radiology radios rag raid rail rails railway railways rain rainbow raise raised rake ramp rams
  ranch random range ranger ranges rape rapid rapids rate rated rates rather ratify rating ratio rations raw
  ray razor reach reachback read reader ready real realign realigns realistic reallocate reaper rear reason
  reasons reassemble reassign reassigns rebate rebuild rebuilds rebuilt receipt receiver recent receptacle
  receptacles recharge reclassify recoil recommend recompete recon reconcile reconnect record records recoup
  recovery recruit recycle red redesign redirect redo reduce reduces redundancy reels refer refill refills
  refinish refit reflect reflects reflex refresh refuge refugee refunds refurbish refuse regard region
  regions registry regular rehab reimburse reissue relay release relief relocate remain remainder remains
  remedy remodel remote removal remove removes rename renew renewal renews rent rental reoccur reopen
  repaint repair repairs repalce repave repeat replace replaces replenish replica report reporter reports
  reprice reprogram republic republican request requests require required requirements requires reschedule
  rescind rescinds rescue reseal research resend reserve reset resiliency resin resolve resort resource
  resources respond response responses rest restart restore restraint restraints restripe restroom restrooms
  resubmit result results resume retain retire retreat retrieve retrofit retrofits return returns reuse
  revenge revenue reverse reverses review reviews revise revises revmod rewire rework ribbon ribbons ride
  rides ridge ridges rifle rifled rifles right rights rings riot riots ripped rips rise risers risk risks
  river rivers road roads roadway roadways roam robot robotic robots robust rock rocky rod rodent role roles
  roll rolled rollout rolls roof roofs rooftop room rooms root rope rotary rotor rotors rouge rough round
  rounds route routed router routine row royal rubber rug rugged rugs rule run runner runs runtime runway
  runways rural rust rusted sack sacks safari safe safeguard safely safes safety said saint sale sales
  sallyport salt same sample samples sand sandbox satcom satellite satisfy save saving saw saws scalable
  scalar scale scales scan scanner scanners scans scenario scenarios scene schedule schedules school schools
  scientific scope scoped scopes scout scrap scrape screen screens scribe scrip script sea seal sealed seals
  seam seaport seaports search searches season seasons seat seats second secret secretariat sector secure
  security see seed seek seeks seismic seized select self seller sells semi seminar seminars send senior
  sense senses sensor sent sentry septic sercvice sercvices serial series serivces serivice serivices
  servces servcs serve served server servers serves service services servics sess set sets settle setup
  seven seventy several severe sevices sew sewage sewer sex sexual shack shade shaft shall shallow shampoo
  shape shaped share shared shares shark sharp shave she shed sheet sheets shelf shell shelter shelves
  sheriff sheriffs shield shields shift shin shiny ship shirt shirts shock shoe shoes shoot shop shops
  shoreline short shorten shortens shortfall shot shotgun shotguns should show showcase shower shown shows
  shred shroud shrouds shrubs shut shutdown shutdowns shuttle side sided sidekick sides sidewalk sidewalks
  siding sighs sight sights sign signage signal signed signs silicone silo silver similar simplify simulcast
  since single sink sinks sirens sit site sites six sixteen sixth sixty size sized sizes sizing skid skills
  skin skip skirt skis sky skyjack skylight skylights slab slant slats sled sleeve sleeves slide slides
  slight sling slip slips slope slot slow slower sludge slug slugs small smart smartcard smartphone
  smartphones smarty smiths smooth snack snacks snake snakes snare sniper snorkel snow snowmobile
  snowmobiles snowstorm so soap social socioeconomic socks sod soda soft software soil solar sold sole
  solicit solid solidify some sonata soon sound soundproof sounds source sources south southeast southern
  southwest southwestern space spacer spaces span spare spares sparks spear spec specialist specialty
  specific specify specimen specs spectrometer spectrometeris spectrometry spectroscope spectroscopy
  spectrum speech speed spend spent spigots spike spikes spill spirit split sport sports spots spouts spray
  spreadsheet spreadsheets spring springs sprinkler sprints squares stable stack stacks staff stage stair
  stairs stairway stairways stakes stall stand standalone standard standards standoff stands starlight stars
  start starts startup stash stat state stated states stateside statewide static stationery statistician
  statisticians stats status stay stays stealth steam steel steer stenotype step steps stereo stick sticks
  still stock stocks stone stones stools stop stopgap stops storage store stored storefront stores storm
  storms straddle straps strategic strategy stream streamline streams street streetlight streets strength
  strengthen stress strict strike string strip stripe stripes strong stronghold structural stucco studio
  study style stylus sub subcontract subject subjects subline submit subpoena subsidy substitute subsurface
  subsystem subsystems subterranean success such sucrose sugar suicide suit suite suites suits sum summer
  summit sump sun sunshade super suport suppl supplemental supplies supply support supports suppport
  supppport surcharge surcharges surface surge surgery surges surplus surprise survey surveys survival
  suspect suspend sustain swamp swap swaps sweatshirts sweep sweet swift swing switces switch switchback
  switchboard switches switchs swithces swivel symbol symposium synthetic system systems sysytem tab table
  tables tablet tabletop tablets tactic tag tags tail take taken takes taking talent talk tall tampons tan
  tandem tank tanks tap tape tapes taps target targets tariff task tasks tassels tax taxes taxiways tea teal
  team teams tear tech technician technicians technique techniques technology techs telecom telegraph
  telephone telephones telephonic telephony teleport teleradiology telescopic telework temp template tempo
  ten tenancy tender tensile tent tents terabyte term terminal terminate termite termites terms terrace
  terrain test tested tester testimony tests text textile textiles than that the theft their them then
  therapy there thereby therefore thermal thermostat these thesis they thigh thin things third thirteen
  thirty this thorn those though threat threats three threshold throat through throughout throw throwbots
  thru thus ticket tie tied tier tiered tight tile tiles tiling till tilt time timeline timely timer times
  timeshare timing tin tint tip tire tires tissue titans title titled to toe toilet toiletry toilets token
  tokens told toliet toll tomography tomorrow toner toners too took tool toolbox toolkit toolkits tools
  toolset toolsets toothbrushes toothpaste top tops tornado torsos total touch touches touchscreen
  toughbooks tourniquet tourniquets tours tow toward towards towel towels tower towers town toy trace tracer
  track tracks tracts trade trader trades traffic trail trailer train trainee trainees training trainng
  trains trans transcribe transcript transfer transform transit transmit transparency transport
  transportation trap traps trash trauma traumatic travel traveler travels tray trays treadmill treadmills
  treasury treat tremor trench trend trends triage trial trials tribal trim trip triple tripod tripods troll
  trolley troubleshoot troubleshot trough truck trucks true trunk trust truth try trying tshirts tub tube
  tuberculosis tubes tugs tune tuning tunnel tunnels turbine turn turnkey turns twelve twenty twice twin two
  type types typo typos ultimate ultra unable under underbid underground underneath underway underwear
  unforeseen uniform uniforms unilateral union unique unison unit united units unity unknown unlocks unpaid
  until unused up update upfit upfits upfront upgrade upgrades upholstery upkeep uplift upload upon upper
  urgent urinal urine usable usage use used useful user users uses using utensils vacancy vaccine vaccines
  vacuum valid valley valor value valued values valve valves van vans variety vault vaults vechicle vehicle
  vehicles vehicular veil vendor venom vents venue verbatim verification verify versa vertex very vessel
  vessels vest vests vet veteran veterans veterinarian vetted via victim victims video videos videoscope
  videoscopes view viewer viewport vine vinyl virgin virtual virus visa visas vision visit visitor visits
  visors visual vital vitro vocal voice void volatile volt voltaic volume volumes vortex wade wage wages
  waist waistbands waited walk walkway walkways wall walled wallets walls war wardrobe ware warehouse
  warehouses warm warranty was wash washer washes waste waster watch watches water waterborne watercraft
  waterproof wave waveguides wax waxes way ways we weaknesses weapon weapons wear weather weatherproof web
  webcam webcams website websites week weekend weekly weeks weigh weight weights welcome welder welfare well
  went were west western wet what wheel wheelchair wheels when where whereas whereby which while whips
  whirlpool white whiteboard whiteboards who wholesale whorl why wide widescreen width wifi wildlife will
  willow wills win winches wind window windows windscreen windshield wing winter wipes wire wired wires
  wiretaps wiring wise wish with withdrawn within without women wood wooden word work workbench workbenches
  worked worker workflow workflows workforce workload workman workout workplace works worksheet workshop
  worksite workspace workspaces world worldwide worn worth would wounds wrap wraparound wraps wreath wrist
  wristband wristbands write writer writes written wrong yard yards year yearly yearn years yes yet you
  young your youth zero zinc zip zone zones
`
    .trim()
    .split(/\s+/),
);
