/** One page of every kind. */
export const pageKinds = [
  "/",
  "/contracts",
  "/contracts/70CTD022FR0000170",
  "/companies",
  "/companies/geo-group",
  "/companies/palantir/brief",
  "/brands",
  "/brands/microsoft",
  "/places",
  "/places/otay-mesa-detention-center",
  "/agencies",
  "/agencies/7012",
  "/agencies/7012/offices/70CTD0",
  "/vehicles",
  "/vehicles/GS35F0086U",
  "/ending",
  "/changes",
  "/changes/2026-W33",
  "/find?amount=29.8M",
  "/checks",
  "/search?q=detention",
  "/data",
  "/method",
  "/method/style",
];

/** Pages of the hostile site, whose records and addresses have markup in them. */
export const hostilePaths = [
  "/",
  "/contracts",
  "/data",
  "/contracts?q=%3Cscript%3Ealert(4)%3C%2Fscript%3E&psc=%3Cimg%20src%3Dx%20onerror%3Dalert(5)%3E",
  "/contracts/%3Cscript%3Ealert(6)%3C%2Fscript%3E",
  "/search?q=%3Cscript%3E",
  "/companies",
  "/companies?grouped=no&sort=company",
];
