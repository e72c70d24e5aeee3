/** Names of people, places and products that descriptions have, as they are written. Other words of six letters and more are taken for names. */
export const properWords: ReadonlySet<string> = new Set(
  `
  Aaron Abbott Abigail Abraham Abrams Acacia Acrobat Adams Addison Adobe Adrienne Afghan Aguadilla Aileen
  Airbus Airlock Ajo Akron Alabama Alaska Alaskan Albany Albuquerque Alejandro Alexandra Alexandria Alfredo
  Allen Allentown Allie Allison Alma Altair Alto Altoona Amanda Amarillo Amazon America American Americans
  Ames Amtrak Andrea Andrew Android Angeles Angelo Anna Anson Anthony Antilles Antone Antonio Appalachian
  AppDynamics Apple AppleCare Appleton April ArcGIS Archer Arizona Arkansas Arlington Armour Armstrong
  Arrowhead Arthur Aruba Ashley Asian Atlanta Atlantic Atlas August Augustine Aurora Austin AutoCAD Avaya
  Avengers Aventail Aventura Avignon Avon Axiom Ayers Azure Babel Baker Bakersfield Baldwin Baltimore Bangor
  Barbara Barceloneta Barnes Barre Batten Bayonne Beacon Beatrix Beaumont Becker Bedrock Belgium Belinda
  Bellingham Benning Bergen Berla Bernardo Bess Bethesda Betty Bettye BeyondTrust BigFix Billy Birmingham
  Bishop Bissau BlackBerry Blackberry Blackthorn Blaine Blake Blanca Blazer Bliss Bloomington Bluebird
  Bluetooth Blythe Bobcat Boca Bogota Boise Bono Boomer Boone Bosch Bose Boston Bowie Bowman Brad Bradenton
  Bradley Brenda Brendan Brian Brighton Brittany Broadway Brooklyn Brownsville Brunswick Brussels Bryan
  Buchanan Bucharest Buckeye Buffalo Buren Burke Burlington Burton Butler Butte Cabrera Caiman Cajon Calais
  Caldwell Calexico Calhoun California Cambridge CamelBak Cameo Campo Canaan Canada Canadian Canon Canton
  Capstone Caribbean Carlos Carmen Carol Carolina Caroline Carson Carver Cary Casey Casper Cass Cassandra
  Castillo Catalyst Cebu Cessna Chameleon Champlain Chang Charlene Charles Charleston Charlie Charlotte
  Chase Chattanooga Cherokees Cheryl Chestnut Chevrolet Chevy Cheyenne Chicago China Chris Christi Christian
  Christie Christine Christmas Chuck Chula Churchill Cincinnati CipherTrace Cisco Citibank Clair Claire
  Clark Clay Cleveland Clifton Clint Clinton CloudBees Cobalt Cobb Cobra Cobwebs Cole Collins Colo Colombia
  Colorado Colt Columbia Columbus CompTIA Concord Connecticut Conroe Cooper Copilot CoreCivic Corona Corpus
  Cortes Cortex Costar Courtney CradlePoint Craig Croix CrowdStrike Cuba Curlew Cynthia Cypress Dada
  Daedalus Dakota Dale Dallas Dalton Dana Daniel Darnell DataRobot David Davis Dayton Debbie Defoe Delaney
  Delgado Dell Deloris Delta Deming Dennis Denver Derby Derek DesignJet Detroit DevSecOps Diamondback Diana
  Diego Diem Disney Dixie Dixon Docker DocuSign Dodge Donahue Donna Douglas Dover Doyle Doña Dublin Dulles
  Duluth Duncan Durham Dutch Dwayne Eaton Eden eDiscovery Edna Edward Elasticsearch Elena EliteBook
  EliteBooks Elizabeth Elliot Ellison Elmo Eloy England English Entrust Eric Erie Erin Ernest Erwin Essex
  Ethernet Eugene Eula Eureka Evansville Everglades Excel Fairfield Fajardo Falcon Faraday Fargo
  Fayetteville FedBid FedEx FedRAMP Ferguson Fernandez Fiona FirstNet Fisher Fisk Florence Flores Florida
  Floyd Fonda Ford Forrest Foster Francine Francis Francisco Franco Frankfort Franklin Freda Frederick
  Freeman Freer French Fresno Fuentes Fujitsu Fuller Gail Galaxy Galloway Galveston Garcia Gary Garza Gemini
  Geminis Geneva George Georges Georgia GeoTab Gerald GetData Gettysburg Gilroy GitHub GitLab Glendale Glock
  Gonzales Gonzalez Google Gotham GovCloud Grace Gracie Graham Grande GrayKey Greene Greensboro Greenville
  Greenwich Greenwood Greg Gresham Griffin Guadalajara Guam Guantanamo Guantánamo Guardian Guatemala Guinea
  Gulfport Guzman Hagerstown Hagåtña Haile Haitian Hamilton Hammond Hampton Hancock Hanoi Hardy Harlingen
  Harper Harris Harrisburg Harrison Harrisonburg Harry Hartford Havana Havre Hawaii Hayne Hayworth Helena
  Helios Henderson Herman Hermes Hertz Hesse Hewlett Highland Highlands Hilton Hinton Hitachi Holman Holmes
  Homestead Honda Honeywell Honolulu Hoover Hopkins Houma Houston Howard Howe HUBZone Hudson Hugh Hunter
  Huntsville Huron Hutto Hyperion Idaho Illinois Imperial Inca Indian Indiana Indianapolis Indio Indy
  Inglewood Ingrid Instagram Intel Iowa iPad iPads iPhone iPhones Iridium Irma Irvine Irving Irwin Isabel
  Islip Istanbul Ivan Jack Jackie Jackson Jacksonville Jacob Jaime Jamaica James Jamie Jamul Jane Janet
  Jared Jason Jasper Java JavaScript Javelin Javier Jeep Jeff Jefferson Jeffery Jeffrey Jena Jenkins Jensen
  Jeremy Jerry Jersey Jessica Jimmy Jira Joan Joann Jocelyn Joe John Johns Johnson Jonathan Jones Jonesboro
  Jordan Jorge Jose Josephine Josephson Josh Joshua Juan Juliet Julio July June Kabul Kailua Kane Kangaroo
  Kansas Karen Karyn Kathleen Kathy Katie Keith Kelley Kelly Kennedy Kenton Kentucky Kenya Kern Kerr Kestrel
  Keystone Khalid Kimberly Kirkpatrick Knox Kojak Kona Kristie Kristine Krome Kuwait LabCorp Lafayette Lajas
  Lakota Laredo Larry LaserJet Latitude Laura Laurel LeadTools Leavenworth Leesburg Leica Lela Leon Levi
  Lewis Lewiston Lexington Lexis LexisNexis Libby Liberty Linda LinkedIn Linn Linux Lipscomb Livia Lloyd
  Logan Loki Lombard Lompoc Lopez Lords Lordsburg Lorenz Lott Louis Louisiana Louisville Lourdes Lowe
  Lubbock Lucas Lucie Luger Luis Luna Lyle Lysol MacBook MacBooks Macintosh Magellan Magnum Maine Malibu
  Malta Manatee Manila ManTech Mantis March Marfa Margie Maria Mariana Marie Marilyn Marin Marina Marne
  Marquez Marriott Marshall Marta Martha Mary Maryann Maryland Marysville Mason Massachusetts Matt Matthew
  Maurice Maynard Mayra McAfee McAllen McClellan McCloskey McFarland McLean McNamara Meade Medley Melbourne
  Melissa Memphis Mercedes Mercer Merlin Mexican Mexico Meyer Miami Mich Michael Michele Michelle Michigan
  MicroFocus Microsoft MicroStrategy Middletown Midland Midway Midwest Miguel Mike Milan Miller Milo Milton
  Milwaukee Minneapolis Minnesota Minot Minotaur Miranda Missouri Mitchell Monaco Monarch MongoDB Monica
  Monroe Montana Monterey Montezuma Montgomery Moore Morris Morrison Morristown Moss Motorola MuleSoft Munoz
  Murrieta Mustang Myers Myrtle Mystic Nairobi Nancy Naples Nashville Nassau Natalie Nathan Navy Nebraska
  Nelly Nelson Nemesis NetApp NetBackup NetScout Nevada Newark Newport Nexis Nexus Niagara Nigel Nigeria
  Nighthawk Nimbus Noel Nome Norfolk Northrup Norton Nuys Oakland Oasis Obsidian October Oder Ogden Ohio
  Okla Oklahoma Oliver Olympus Omaha Oman OneSite Ontario Onyx OpenShift OpenText Opera Oracle Oregon Orion
  Orlando Orleans Ortiz Otay Otero Ottawa Oxford Ozark Pacer Packard Padre Paladin Palmer Palo Palomar
  Panama Panasonic Panhandle Paramount Paris Parker Parrot Parsons Pasadena Pascagoula Paso Patel Patricia
  Patrick Patriot Paul Pauls Payne Paz Pecos Pedro PenLink Pennsylvania Pensacola Peoria PepperBall
  PepperBalls Perforce Pete Peter Peterson Phalanx Phantom Pharr Phelps Philadelphia Phoenix Pierce Pike
  Pima Piranha Pittsburgh Platte Plattsburgh PluralSight Plymouth Pogo Polaris Politico Polk Pomona Pompano
  Ponce Porter Portland Portsmouth Potomac Potter PowerEdge PowerPoint Prado Prism ProBook ProBooks ProDesk
  Provo Puerto Queens Racine Raleigh Ramey Ramirez Ramos Ramsey Randy Raptor Raquel Raton Raven Reagan
  Reggie Reid Reilly RelativityOne Remington Reno Rhode Richard Richmond Rick Ricky Rico Ricoh Rigby Riley
  Rio Rita Rivas Rivera Riverbed Riverside Riviera Roanoke Robbins Robert Rockford Rockwell Rodolfo
  Rodriguez Roger Rogers Rolando Rolla Roma Rome Romeo Ronald Roosevelt Rosa Roseau Rosenberg Rosetta Ross
  Ruben Ruger Russ Russell Saar Sabre Sacramento Sage Saginaw SailPoint Salazar Salem Salesforce Salisbury
  Salle Sally Samsung Sanchez Sandra Sanford Santa Sara Sarah Sarasota Sarpy Sauer Sauk Sault Savannah
  ScanSnap Scarborough Schenectady Schultz Scott Scottsdale Scranton Sean Seattle Segundo Seneca Sept Serena
  ServiceNow Sexton Shadow ShadowDragon Shana Shanna SharePoint Shaw Shawn Sheila Shelby Shepherd Sheppard
  Sherry Shreveport Sierra Sikorsky Simone Sioux SkillSoft SmartBench SMARTnet Smith SocialNet SolarWinds
  Somalia SonarQube Sony Soto SourceAmerica Soviet Spanish Sparta Spartan Speer Splunk Spokane Springfield
  Sprint Squirrel Stanford Stanton Starr Steele Stephanie Stephen Sterling Steve Stewart Stockton Strafford
  Stuart Suffolk Surefire Susan Swank Syracuse Tableau Tacoma Tahoe Taiwan Tallahassee Tammy Tampa Tangles
  Tarantula Taser Tasers Taylor TeleStaff Tennessee Teresa Terry Tesla Texas Textron Thai Theresa Thomas
  Thomson Thornton Tiffany Tijuana Titan Toad Todd Toledo Tom Tonya Toronto Toshiba Toyota Tracy Tran Travis
  Trent Trillium Troy TrueSight Tucson Tulsa Turkey Tuscan Tuscon Ubuntu Uinta UiPath Unix Upton Ursula
  Vader Valerie Valle Vazquez Vegas Velasquez Velazquez Velez Vera Verde Verizon Vermont Vernon Vesper
  Victor Victoria Victorville Vienna Villa Viper Virginia Vista VMware Waco Walker Ward Warwick Washington
  Waterbury Waters Watson Webb WebEOC Weber WebEx WebInspect WebView Wells Wesson WhatsApp Whipple Whitefish
  Wichita WidePoint Wilcox Wiley Wilkes Wilkins William Williams Williamson Williamsport Wilmington Wilson
  Winn Winston WinZip Wisconsin Wolfgang Woodlands Woodstock Woody Wright Wyatt Xavier Xerox Yamaha Yeager
  York Yosemite Youngstown YouTube Ysidro Yukon Yuma Yvonne Zapata ZBook ZBooks Zechariah Zika Zion Zulu
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
  big camp cape casa de del des don east eastern el fort ft golden grand la lake lakes las los lower mount mt
  new north northern point port rocky saint san santa silver south southern st ste upper val west western
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
