/** Names of people, places and products that descriptions have, as they are written. Other words of six letters and more are taken for names. */
export const properWords: ReadonlySet<string> = new Set(
  `
  Aaron Abbott Abigail Abraham Abrams Acacia Acrobat Adams Addison Adobe Adrienne Afghan Aguadilla Aileen
  Airbus Airlock Ajo Akron Alabama Alaska Alaskan Albany Albuquerque Alejandro Alexandra Alexandria
  Alfredo Allen Allentown Allie Allison Alma Altair Altoona Amanda Amarillo Amazon America American
  Americans Ames Amtrak Andrea Andrew Android Angeles Angelo Anna Anthony Antilles Antone Antonio
  Appalachian AppDynamics Apple AppleCare Appleton April ArcGIS Archer Arizona Arkansas Arlington Armour
  Armstrong Arrowhead Arthur Aruba Ashley Asian Atlanta Atlantic Atlas August Augustine Aurora Austin
  AutoCAD Avaya Avengers Aventail Aventura Avignon Avon Axiom Ayers Azure Babel Baker Bakersfield Baldwin
  Baltimore Bangor Barbara Barceloneta Barnes Barre Batten Bayonne Beacon Beatrix Beaumont Becker Bedrock
  Belgium Belinda Bellingham Benning Bergen Bernardo Bess Bethesda Betty Bettye BeyondTrust BigFix Billy
  Birmingham Bishop Bissau Blackberry BlackBerry Blackthorn Blaine Blake Blanca Blazer Bliss Bloomington
  Bluebird Bluetooth Blythe Bobcat Bogota Boise Bono Boomer Bosch Bose Boston Bowie Bowman Brad Bradenton
  Bradley Brenda Brendan Brian Brighton Brittany Broadway Brooklyn Brownsville Brunswick Brussels Bryan
  Buchanan Bucharest Buckeye Buffalo Burke Burlington Burton Butler Butte Cabrera Caiman Calais Caldwell
  Calexico Calhoun California Cambridge CamelBak Cameo Canaan Canada Canadian Canon Canton Capstone
  Caribbean Carlos Carmen Carol Carolina Caroline Carson Carver Cary Casey Casper Cassandra Castillo
  Catalyst Cebu Cessna Chameleon Champlain Chang Charlene Charles Charleston Charlie Charlotte Chattanooga
  Cherokees Cheryl Chestnut Chevrolet Chevy Cheyenne Chicago China Chris Christi Christian Christie
  Christine Christmas Chuck Churchill Cincinnati CipherTrace Cisco Citibank Claire Cleveland Clifton Clint
  Clinton CloudBees Cobalt Cobb Cobra Cobwebs Cole Collins Colo Colombia Colorado Colt Columbia Columbus
  CompTIA Concord Connecticut Conroe Cooper Copilot CoreCivic Corona Corpus Cortes Cortex Costar Courtney
  CradlePoint Craig CrowdStrike Cuba Curlew Cynthia Cypress Dada Daedalus Dakota Dallas Dalton Dana Daniel
  Darnell DataRobot David Davis Dayton Debbie Defoe Delaney Delgado Dell Deloris Delta Deming Dennis
  Denver Derby Derek DesignJet Detroit DevSecOps Diamondback Diana Diego Diem Disney Dixie Dixon Docker
  DocuSign Dodge Donahue Donna Douglas Dover Doyle Dublin Dulles Duluth Duncan Durham Dutch Dwayne Eaton
  Eden eDiscovery Edna Edward Elasticsearch Elena EliteBook EliteBooks Elizabeth Elliot Ellison Elmo Eloy
  England English Entrust Eric Erie Erin Ernest Erwin Essex Ethernet Eugene Eula Eureka Evansville
  Everglades Excel Fairfield Fajardo Falcon Faraday Fargo Fayetteville FedBid FedEx FedRAMP Ferguson
  Fernandez Fiona FirstNet Fisher Fisk Florence Flores Florida Ford Forrest Foster Francine Francis
  Francisco Franco Franklin Freda Frederick Freeman Freer French Fresno Fuentes Fujitsu Fuller Gail Galaxy
  Galloway Galveston Garcia Gary Garza Gemini Geminis Geneva George Georges Georgia GeoTab Gerald GetData
  Gettysburg Gilroy GitHub GitLab Glendale Glock Gonzales Gonzalez Google Gotham GovCloud Grace Gracie
  Graham Grande GrayKey Greene Greensboro Greenville Greenwich Greenwood Greg Gresham Griffin
  Guadalajara Guam Guantanamo Guardian Guatemala Guinea Gulfport Guzman Hagerstown Haitian Hamilton
  Hammond Hampton Hancock Hanoi Hardy Harlingen Harper Harris Harrisburg Harrison Harrisonburg Harry
  Hartford Havana Hawaii Hayworth Helena Helios Henderson Herman Hermes Hertz Hesse Hewlett Highland
  Highlands Hilton Hinton Hitachi Holman Holmes Homestead Honda Honeywell Honolulu Hoover Hopkins Houma
  Houston Howard Howe HUBZone Hudson Hugh Hunter Huntsville Huron Hyperion Idaho Illinois Imperial Inca
  Indian Indiana Indianapolis Indio Indy Inglewood Ingrid Instagram Intel Iowa iPad iPads iPhone iPhones
  Iridium Irma Irvine Irving Isabel Istanbul Ivan Jack Jackie Jackson Jacksonville Jacob Jaime Jamaica
  James Jamie Jane Janet Jared Jason Jasper Java JavaScript Javelin Javier Jeep Jeff Jefferson Jeffery
  Jeffrey Jenkins Jensen Jeremy Jerry Jersey Jessica Jimmy Joan Joann Jocelyn John Johns Johnson Jonathan
  Jones Jonesboro Jordan Jorge Jose Josephine Josephson Josh Joshua Juan Juliet Julio July June Kabul
  Kailua Kane Kangaroo Kansas Karen Karyn Kathleen Kathy Katie Keith Kelley Kelly Kennedy Kenton Kentucky
  Kenya Kern Kerr Kestrel Keystone Khalid Kimberly Kirkpatrick Knox Kojak Kristie Kristine Krome Kuwait
  LabCorp Lafayette Lakota Laredo Larry LaserJet Latitude Laura Laurel LeadTools Leavenworth Leesburg Lela
  Leon Levi Lewis Lewiston Lexington Lexis LexisNexis Libby Liberty Linda LinkedIn Linux Lipscomb Livia
  Lloyd Logan Loki Lombard Lompoc Lopez Lorenz Lott Louis Louisiana Louisville Lourdes Lowe Lubbock Lucas
  Luger Luis Luna Lyle Lysol MacBook MacBooks Macintosh Magellan Magnum Maine Malibu Malta Manatee Manila
  ManTech Mantis March Margie Maria Mariana Marie Marilyn Marin Marina Marne Marquez Marriott Marshall
  Marta Martha Mary Maryann Maryland Marysville Massachusetts Matt Matthew Maurice Maynard Mayra McAfee
  McAllen McClellan McCloskey McLean McNamara Meade Medley Melbourne Melissa Memphis Mercedes Mercer
  Merlin Mexican Mexico Meyer Miami Mich Michael Michele Michelle Michigan MicroFocus Microsoft
  MicroStrategy Middletown Midland Midway Midwest Miguel Mike Miller Milo Milton Milwaukee Minneapolis
  Minnesota Minotaur Miranda Missouri Mitchell Monaco Monarch MongoDB Monica Monroe Montana Monterey
  Montezuma Montgomery Moore Morris Morrison Morristown Motorola MuleSoft Munoz Murrieta Mustang Myers
  Myrtle Mystic Nairobi Nancy Naples Nashville Nassau Natalie Nathan Nebraska Nelly Nelson Nemesis NetApp
  NetBackup NetScout Nevada Newark Newport Nexis Nexus Niagara Nigel Nigeria Nighthawk Nimbus Noel Nome
  Norfolk Northrup Norton Oakland Oasis Obsidian October Oder Ogden Ohio Okla Oklahoma Oliver Olympus
  Omaha Oman OneSite Ontario Onyx OpenShift OpenText Opera Oracle Oregon Orion Orlando Orleans Ortiz Otay
  Ottawa Oxford Pacer Packard Padre Paladin Palmer Palomar Panama Panasonic Panhandle Paramount Parker
  Parrot Parsons Pasadena Pascagoula Paso Patel Patricia Patrick Patriot Paul Payne Pecos Pedro PenLink
  Pennsylvania Pensacola Peoria PepperBall PepperBalls Perforce Pete Peter Peterson Phalanx Phantom
  Philadelphia Phoenix Pierce Piranha Pittsburgh Platte PluralSight Plymouth Pogo Polaris Politico Pomona
  Pompano Ponce Porter Portland Portsmouth Potomac Potter PowerEdge PowerPoint Prado Prism ProBook
  ProBooks ProDesk Provo Puerto Queens Racine Raleigh Ramirez Ramos Ramsey Randy Raptor Raquel Raven
  Reagan Reggie Reid Reilly RelativityOne Remington Reno Rhode Richard Richmond Rick Ricky Rico Riley Rita
  Rivas Rivera Riverbed Riverside Riviera Roanoke Robbins Robert Rockford Rockwell Rodolfo Rodriguez Roger
  Rogers Rolando Romeo Ronald Roosevelt Rosa Roseau Rosenberg Rosetta Ross Ruben Ruger Russ Russell Saar
  Sabre Sacramento Sage Saginaw SailPoint Salazar Salesforce Salisbury Sally Samsung Sanchez Sandra
  Sanford Santa Sara Sarah Sarasota Savannah ScanSnap Scarborough Schenectady Schultz Scott Scottsdale
  Scranton Sean Seattle Segundo Seneca Sept Serena ServiceNow Sexton Shadow ShadowDragon Shana Shanna
  SharePoint Shaw Shawn Sheila Shelby Shepherd Sheppard Sherry Shreveport Sierra Sikorsky Simone Sioux
  SkillSoft SmartBench SMARTnet Smith SocialNet SolarWinds Somalia SonarQube Sony Soto SourceAmerica
  Soviet Spanish Sparta Spartan Speer Spokane Springfield Sprint Squirrel Stanford Stanton Starr Steele
  Stephanie Stephen Sterling Steve Stewart Stockton Stuart Suffolk Surefire Susan Swank Syracuse Tableau
  Tacoma Tahoe Taiwan Tallahassee Tammy Tampa Tangles Tarantula Taser Tasers Taylor TeleStaff Tennessee
  Teresa Terry Tesla Texas Textron Thai Theresa Thomas Thomson Thornton Tiffany Tijuana Titan Toad Todd
  Toledo Tonya Toronto Toshiba Toyota Tracy Tran Travis Trent Trillium Troy TrueSight Tucson Tulsa Turkey
  Tuscan Tuscon Ubuntu UiPath Unix Upton Ursula Vader Valerie Vazquez Vegas Velasquez Velazquez Velez Vera
  Verde Verizon Vermont Vernon Vesper Victor Victoria Victorville Vienna Viper Virginia Vista VMware Waco
  Walker Warwick Washington Waterbury Waters Watson Webb WebEOC WebEx WebInspect WebView Wells Wesson
  WhatsApp Whipple Whitefish Wichita WidePoint Wilcox Wiley Wilkes Wilkins William Williams Williamson
  Williamsport Wilmington Wilson Winston WinZip Wisconsin Wolfgang Woodlands Woodstock Woody Wright Xavier
  Xerox Yamaha Yeager York Yosemite Youngstown YouTube Ysidro Yukon Yuma Yvonne Zapata ZBook ZBooks
  Zechariah Zika Zion Zulu
`
    .trim()
    .split(/\s+/),
);

/** Words that belong to a name before them: KANSAS CITY. */
export const afterNames: ReadonlySet<string> = new Set(
  `
  bay beach canyon city county cove creek falls grove haven heights hill hills island islands park plaza
  rapids river spring springs valley
`
    .trim()
    .split(/\s+/),
);

/** Words that belong to a name after them: PORT ISABEL, EL PASO. */
export const beforeNames: ReadonlySet<string> = new Set(
  `
  big camp cape de del east eastern el fort ft golden grand la lake lakes las los lower mount mt new north
  northern point port rio rocky saint san santa silver south southern st ste upper west western
`
    .trim()
    .split(/\s+/),
);

/** Words that belong to a name on either side: OAK PARK. */
export const besideNames: ReadonlySet<string> = new Set(
  "coast desert gulf mesa mountain oak palm pine rock".split(" "),
);

/** Abbreviations of six letters and more that can be pronounced. */
export const longAbbreviations: ReadonlySet<string> = new Set(
  `
  activu arjisnet bapsle borstar bortac ciocsb cioeng cioitsr clemis comsec edsice edwosb fedramp heiops
  hieops hscedm hscemd hscems hsceop hscess hscetc hscete hsflgl hshqdc hsinet hssedi icepic intnets
  irment ncatep niprnet nitaac ocdetf oconus oplaed osdmis rsbdhs sddaeb sdvosb sevpams siprnet stratcom
  taccom taccomm telepida tririga unimac vecads
`
    .trim()
    .split(/\s+/),
);

/** Names of places that are made of ordinary words. */
export const properPhrases = [
  "big horn",
  "central valley annex",
  "delaney hall",
  "desert view",
  "golden states?",
  "north lake",
  "northwest (?:ice )?(?:detention|processing) center",
  "northwest ice",
  "rivers detention center",
  "(?:orange|torrance|worcester) county",
] as const;
