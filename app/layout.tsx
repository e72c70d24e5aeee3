import "./globals.css";

import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { SuggestField } from "@/components/search/suggest-field";
import { ExactOnTap } from "@/components/ui/exact-on-tap";
import { GlossaryEntries } from "@/components/ui/glossary-entries";
import { Link } from "@/components/ui/link";
import { MainNav, SkipLinks } from "@/components/ui/main-nav";
import { Navigation } from "@/components/ui/navigation";
import { OfflineNotice } from "@/components/ui/offline-notice";
import { ThemeChoice } from "@/components/ui/theme-choice";
import { paperColors, themeCookie, themeMark } from "@/components/ui/themes";
import { canExpire } from "@/lib/store/expiring";
import { NoSnapshot, openStore, type Store } from "@/lib/store/open";

import { sans, serif } from "./fonts";
import styles from "./layout.module.css";

export const metadata: Metadata = {
  title: { default: "ICE contracts", template: "%s – ICE contracts" },
  description:
    "Contract actions signed by U.S. Immigration and Customs Enforcement since October 2020, from the federal record.",
  referrer: "strict-origin-when-cross-origin",
  formatDetection: { telephone: false, date: false, address: false, email: false, url: false },
};

export const viewport: Viewport = {
  themeColor: Object.entries(paperColors).map(([theme, color]) => ({
    media: `(prefers-color-scheme: ${theme})`,
    color,
  })),
};

/** The layout of every page. It awaits the request, so that each page's scripts have its nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get(themeCookie)?.value;
  const store = await publishedStore();
  return (
    <html lang="en" className={`${sans.variable} ${serif.variable}`} data-theme={themeMark(theme)}>
      <head>
        {/* Not in `viewport`, which Next rewrites on each page: the browser would repaint everything. */}
        <meta name="color-scheme" content={themeMark(theme) ?? "light dark"} />
      </head>
      <body>
        <SkipLinks />
        <header>
          <div className={styles.header}>
            <Link className={styles.brand} href="/">
              ICE contracts
            </Link>
            <MainNav />
            <search>
              <form action="/search" className={styles.search}>
                <SuggestField
                  picks="page"
                  aria-keyshortcuts="/"
                  name="q"
                  maxLength={500}
                  aria-label="Search companies, contracts, brands, words"
                  placeholder="Search companies, contract numbers, brands, words"
                />
                <button type="submit" aria-label="Search">
                  <svg aria-hidden="true" viewBox="0 0 16 16">
                    <circle cx="6.5" cy="6.5" r="4.5" />
                    <path d="m10 10 4.5 4.5" />
                  </svg>
                </button>
              </form>
            </search>
            <ThemeChoice chosen={theme} />
          </div>
        </header>
        <main id="main" tabIndex={-1}>
          {store ? children : <NothingImported />}
        </main>
        <Footer
          canExpire={store !== null && (await canExpire(store).catch(() => false))}
          hasSubcontracts={store !== null && store.lookups.subcontractor.size > 0}
        />
        <GlossaryEntries />
        <Navigation />
        <OfflineNotice />
        <ExactOnTap />
      </body>
    </html>
  );
}

async function publishedStore(): Promise<Store | null> {
  try {
    return await openStore();
  } catch (error) {
    if (error instanceof NoSnapshot) return null;
    throw error;
  }
}

function NothingImported() {
  return (
    <div className="statement">
      <h1>No records have been imported yet</h1>
      <p>
        To import them, run <code>npm run data -- import</code> on the server. The pages appear when it is
        done.
      </p>
    </div>
  );
}

function Footer({ canExpire: isAlive, hasSubcontracts }: { canExpire: boolean; hasSubcontracts: boolean }) {
  return (
    <footer className={styles.footer}>
      <div>
        <nav aria-labelledby="footer-lists">
          <h2 id="footer-lists">More lists</h2>
          <ul className={`${styles.lists} targets`}>
            <li>
              <Link href="/brands">Brands named in contracts</Link>
            </li>
            <li>
              <Link href="/places">Places named in contracts</Link>
            </li>
            <li>
              <Link href="/vehicles">Vehicles (umbrella contracts)</Link>
            </li>
            <li>
              <Link href="/checks">Published figures, compared with the records</Link>
            </li>
            {hasSubcontracts && (
              <li>
                <Link href="/subcontracts">Subcontracts as reported</Link>
              </li>
            )}
            {isAlive && (
              <li>
                <Link href="/expiring">Contracts that end soon</Link>
              </li>
            )}
          </ul>
        </nav>
        <section aria-labelledby="footer-left-out">
          <h2 id="footer-left-out">What these figures leave out</h2>
          <p>
            Agreements with counties, cities and the U.S. Marshals, subcontracts, purchase cards and
            micro-purchases, grants, and orders that other agencies placed for ICE or CBP. Amounts are
            obligations: what the government committed to pay, not what it has disbursed.{" "}
            <Link href="/method#left-out">More about what is left out</Link>
          </p>
        </section>
        <section aria-labelledby="source">
          <h2 id="source">Source</h2>
          <p>
            Contract actions published by <a href="https://www.usaspending.gov/">USAspending.gov</a>, a public
            domain record of the U.S. government. Company groups are our own. <Link href="/data">Data</Link>
            {" · "}
            <Link href="/method">Method and glossary</Link>
            {" · "}
            <Link href="/method/style">Style</Link>
          </p>
        </section>
        <section aria-labelledby="reuse">
          <h2 id="reuse">Reuse</h2>
          <p>
            Every list can be downloaded, and every figure links to the records behind it. The program is free
            software under the MIT License. No accounts, no analytics, no third-party requests.
          </p>
        </section>
      </div>
    </footer>
  );
}
