/**
 * Words of everyday English that descriptions often use, for {@link readingPieces}. Names and abbreviations are not among
 * them, nor is a word that is also one (ICE, IT, MAY, GLOCK) or is mostly part of one (CAMP EAST MONTANA). What is missing here stays in capitals.
 */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `
  able about above abstract abuse academy accept access accommodate account accounts accuracy achieve
  acknowledge acquire acquires across action actions active actual add added addendum adding address adds
  adequate adjust adjusts admin adult adults advisor aerial affairs after against agency agent agents agile
  aging agreed aided aids aiming air airborne aircraft airfield airframe airline airport alarm alarms alert
  alien aliens align all allied allow allows alone along already also alternate amend ammo among amount
  amounts an analog analysis analyst analysts analytic analyze analyzer and animal annex annual another
  antenna antennas anti any anywhere apparatus apparel appendix apply appoint appoints approach approval
  approve approver approves architect archival are area areas armed armor armory arms around array arrest
  articles artifacts arts as asbestos asphalt assault assess asset assets assign assist at athletes athletic
  attach attorney attorneys attributes audio audit audits auto automatic automobile avail avenue avoid award
  awards aware awning back backbone background backup backups badge badges bag bags baking ball ballistic
  band bank bar barcode barracks barrels barrier base based basic basin basis bathroom bathrooms batons
  battery be because bed beds been before begin behalf being below belt belts bend benefit benefits best
  better between beverage beyond bicycle bicycles big bike bilateral bill bin binocular binoculars bins
  biometric biotechnology bit black blade blank blanket blankets blind block blower blue board boards boat
  body boiler bold bolt bolts bond bonds book books boom booth booths border both bottle bottles box boxed
  boxes boys braille brakes branch brand break breakdown breakfast bridge bridges briefs bring broadband
  broken broker brown bucket buckshot budget build buildout built bulb bulk bullet bump bundle bureaus burns
  bus buses but button buys by cabinet cabinets cable cables cage calendar caliber call called calls camera
  cameras campaign camper campus cancel cancels cane canine canines cannon canopy canvas capital caps car
  carbine carbon card cardiac cards care career caregiver cargo carpet carry cars cart cartons cartridge
  cartridges carts case cases cash casino cat catalog catalogs cause caused cell cells cellular center
  central centro cents ceremony certain certify chain chairs chamber change changes chaplain charge charges
  charter charts check checkpoint checkpoints checks chest chief child childcare children chiller circuit
  circuits citizen citizens civic civil claim claims clarify class classes classroom clause clauses clean
  cleanup clear clearinghouse clerk clerks client close closed closeout closes closet closets clothes cloud
  club coast coat code codes coffee cohort coin coincide cold collect college colleges color combat coming
  command commerce common communicate compact company compete competency complete complex comply composite
  compounds compute computer concept concepts concrete conduct conflicts connect construct consular contact
  contacts container continue continues contraband contract contractor contracts contravenes control
  controls convert copier copies copy copyright cord core cores coronavirus corps correct corrects cost
  costs could council counsel counter counterfeit courier course courses court courtroom courts cover
  coverage covers covert cpu craft craftsmen crane cranes crash crates create credit crew crime crimes
  criminal crisis cross crowd cruise crystal cubicle cubicles cultural cup curriculum curved custodian
  custody custom customer customs cut cyber cycles daily damage dashboard dashboards data database databases
  date dated dates day days deaf death debt deck decrease decreases deemed defense deficiency define degree
  delay delays delete deliver deliverables deliveries delivery demand demo denial dental dentifrices
  deobligate deploy deposit derricks design designs desk desks desktop desktops details detainee detainees
  detect detector determine develop developer develops device devices devise diagnostic diesel digital
  dining dinner direct directorate disconnect discovery discrepancy dish dismantle display displays disposal
  dispose dock docket dockets does dog dollar domain domestic done door doors double down drains drawer
  drive driven drives drone drones drop drug drugs dry dryers dual due dump during duties duty dynamic each
  eagle early earth economic edge edits effect efficiency effort efforts eight elastic electric electronic
  email emergency employee employees enable enables encase end ended ending endpoint ends energy engine
  engineer engines ensure enterprise entire entirety entity entry environmental epoxy equal equine equip
  equity error errors establish establishes estate event exact exam exams exceed except excess exchange
  exchanges execute exemplars exempt exercise exercises exhaust exhibit exit exits expand expense expenses
  expert expertise experts expire express extend extends exterior external extra extract eye fabric face
  facial facilitate facing factor failed fall falls families family fan fans fare fats federal fee feed fees
  female fence fences ferry few fiber field fifty file files filing fill film filter final finger
  fingerprint fingerprints finish fire firearm firearms firebreak firewall firewalls firing firm first
  fiscal fit five fix fixed flags flash flashlight flashlights flat fleet flight flights floor floors flow
  fly foam focus follow follows food foods foot footwear for forage force forced foreign forensic fork
  forklift forks form format formats former forms fortify forum found four fourteen fourth frame free
  freedom freight frequency from front frontline frozen fuel fuels fulfill full fully fund funded funds
  furnace furnish furs fuse future gallon gang gap gaps garage garden gas gasoline gate gates gateway gather
  gauge gear general generator geodetic geographic girls give glass global gloves goals goggles going good
  goods gooseneck grade grain grand grant graph graphic gray great green grip grocery ground grounds group
  groups growth guarantee guard guards guide guidelines gun guns gutter gymnastic had hall halt hammer hand
  handcuffs handgun handguns handheld handsets handtool handwash handwear hangar hanger harbor hard harmed
  has hat have having hazard he head headset headsets health healthcare heart heat heater heavy height held
  helicopter helmet helmets help helpdesk her here hereby hero hiatus high higher highway highways him hired
  hires hiring his historic hit hoist hoists hold holder holiday holographic home homeland honor hood
  horizon horse horses hosiery host hot hotel hotels hotline hour hourly hours house housed household houses
  human hurricane hybrid hydrogen hygiene ideal identify if illegal illicit image images impact improve in
  inch inches include includes incorporate incorrect increase increases incremental indefinite individual
  indoor industry inert initiate injury ink inked input insect insert inside insight insignia inspect
  install institute instructor intake intent inter intercept interest interim interior internal internet
  interview interviews into intranet invoice invoices involves iron irons is issue issued issues it'd item
  items its jacket jackets jail job joint judge judges junior junk justice juvenile keep kennel kennels key
  keyboard keyboards kind kinds kit kitchen kits knob knowledge known lab labor labs ladder lamp lamps land
  landscape lane language lapse laptop laptops large laser last later latest laundry law lawn laying layout
  lead leader leads league leak lease leased leases left leg legacy legal legs lens less lethal level
  liaison license licenses lid life lifecycle lifetime lift lifts light lights lightweight like line linear
  linen linens lines link liquid list listed live lives load loader loan lobby local lock locker locks
  locksmiths lodge log logic logistic long longer look lot lots loud low lower lumber lunch machine
  machinery machines made magazine magazines magnet magnetic mail mailroom main mainframe maint maintain
  major make makes making male manage manager manner manufacturer map maps marine mark marker market
  marketplace marks marksman mask masks mass mat match matrix mats matter mattresses maximum meal meals
  means mechanic medals media medium meet memo memorandum memory men mental merchandise mesh message metal
  meter meters method methodology methods mice micro microphone microphones microscope miles milestone mills
  mini minimum mining miniwarehouses minor minors minute minutes mix mixed mobile mod mode model models
  modem modern modify mods modular module modules mold molecular money monitor monorail month months more
  most motel motels motion motor motorcycle motorcycles motors mount mountain mounts move movie moving mud
  multi multimedia multiple must mutual name names nanotechnology narcotic nasal nationwide natural nature
  naval near need needed needs net network networks new newly news newsprint next night nightwear nine
  nitrile no node noise non nonalcoholic noncitizens nonmetallic nonself nor normal not note notebook
  notebooks noted notes notice number nut object obligate obsolete obtain obtains occupancy occur ocean of
  off offer office officer offices offsite oil oils old older on once one ones online only onsite onto open
  operator optic optics option options optoelectronic or order orders original other our out outdoor
  outerwear outfit outfits outlet outlets output outreach outside over overall overhead oversight overstay
  overtime own owned owner oxygen pace pacific pack package packs pad pads page paid paint pair pairs pallet
  pallets pamphlets pan pandemic panel panels panoramic paper paperboard parcel parent parks parole part
  parts party pass passenger past patch patches patrol pave pay peace pedestrian peer pen penal pencils per
  perform performs perimeter period periods permit permits person personal personnel pest pesticides pet
  petroleum pharmacy phase phases phone phones phonographs photo photographic photography physicians pick
  pickup pieces pier pilot pin pipe pistol pistols pixels place placed plan planet plans plant plants
  plaques plate plates platform platforms please plus pneumatic pocs point points pole poles police policy
  polish polygraph pool portal ports post postage postal pot pouch pouches poured power practice practices
  premier premium prep prepare preserve price priced prices prime principal print printer prints prior
  prison privacy private probe problem problems process processes product products proficiency profile
  program programmatic programs progress project projectiles projects promote prompt proof propane proper
  property proposal protect protest protocol protocols provide provides public publishes pull pump pumps
  purchase purchases pure purpose purposes pursuits push quantum quartermaster quest quick quote quoted rack
  racks radar radars radio radiology radios rail railways raised ramp range ranger ranges rapid rate rates
  ratify rating raw read reader ready real realign realigns reallocate rear reason rebuild rebuilds receipt
  receiver recent recharge recommend recompete recon record records recovery recruit red reduce reduces
  reflect refresh region regions regular relay release relief relocate remain remainder remains remedy
  remodel remote removal remove removes renew renewal renews rent rental repair repairs replace replaces
  report reporter reports request requests require requires rescind rescue reseal research reserve
  resiliency resin resolve resource resources respond response responses restore restraint restraints
  restroom restrooms result results retrofit retrofits return revenue reverse review reviews revise revises
  ribbon ride ridge rifle rifles right rights risk rivers road roads roadway robot robotic rodent role roles
  roll rollout roof roofs rooftop room rooms root rotary round rounds route router routine row royal rubber
  rug rugged rule run runner runways sacks safe safeguard safely safes safety sale salt same sample samples
  satellite satisfy saw saws scale scales scan scanner scenario scene schedule school schools scientific
  scope scopes screen screens sea seal search seats second sector secure see seek seeks seized select self
  semi seminar send senior sensor septic serial series serve server serves service services sess set sets
  setup seven several severe sew sewage sewer sexual shade shall shape share shared shares she sheet sheets
  shelter shield shields shift ship shirts shoe shoes shop short shorten shot should show showcase shower
  shutdown shuttle side sided sidewalk siding sight sights sign signage signal signed signs silo similar
  since single sink sit site sites six sixteen sixty size skid skills skip skirt sky sleeve slide slides
  slip small smart smooth snack snacks sniper snow so soap social socioeconomic socks soft soil solar sole
  solid some soon sound source sources space spaces spare spares spec specialist specialty specific specimen
  spectrometer spectrum speed spill split sport sports spots spray sprinkler staff stair stairs stairway
  stakes stand standalone standard standards stars start stat state states stationery status stay steel
  steer stenotype step still stop storage store stores storm strategic strategy stream streamline street
  streets stress strict strike string strong structural studio study sub subject submit subsidy subsurface
  such suit suite suits summit sun super supplemental supplies supply support supports surface surge surgery
  surplus survey surveys survival suspend sustain swift switch switches synthetic system systems table
  tablet tablets tag taken takes taking talk tall tank tanks tap tape tapes target targets task tasks tax
  taxes taxiways tea team teams tech technician technicians techniques technology telecom telegraph
  telephone telephones telephonic telephony teleradiology temp template ten tenancy tender tents term
  terminal terminate terms terrain test tester tests text textile textiles than that the their them then
  there thermal these they third thirty this those threat threats three threshold through throughout thru
  tie tier tiered tiles time timeline timely times timeshare tip tire tires tissue title to toilet toiletry
  toilets tokens toner toners too tool toolkit tools toothbrushes toothpaste top tops total touch tow towel
  towels tower towers town toy trace track tracks trade traffic trail trailer trainee transfer transit
  transmit transport trap trash trauma travel traveler tray treadmills treasury trial troubleshoot truck
  trucks trust try tub tube tubes tunnel tunnels turn turnkey twelve twenty two type types typo ultimate
  under underground underwear unforeseen uniform uniforms unilateral unique unison unit united units until
  unused up update upgrade upgrades upkeep upon upper urgent urine usable usage use used user users uses
  using utensils vaccines vacuum value values valves van vans vault vaults vehicle vehicles vehicular vendor
  venue verify very vessel vessels via victim victims video videos view viewer virgin virtual virus visa
  vision visitor visits visual vitro voice volume volumes wage wages waistbands walkway wall walls war
  warehouse warm warranty was wash washer washes waste watch water wave waveguides wax waxes way ways we
  weapon weapons weather web website websites week weekly weeks welfare well went were wet what wheel when
  where which while white who wholesale wide wifi will win winches wind window windows wing winter wire
  wired wiring with within without women wood work worker workflow workflows workforce workload workplace
  works workspace world worldwide worn worth would wrap wraps wristbands writer writes wrong yard year
  yearly years yes yet you young zero zip zone
  `
    .trim()
    .split(/\s+/),
);
