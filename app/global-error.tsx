"use client";

import "./globals.css";

interface SiteFailedProps {
  error: Error & { digest?: string };
  retry: () => void;
}

/** The page for a failed layout, most likely because the records cannot be opened. */
export default function SiteFailed({ error, retry }: SiteFailedProps) {
  return (
    <html lang="en">
      <head>
        <meta name="robots" content="noindex" />
        <title>ICE contracts: this page could not be shown</title>
      </head>
      <body>
        <main className="statement">
          <h1>This page could not be shown</h1>
          <p>The records could not be opened. Please try again in a minute.</p>
          {error.digest && (
            <p>
              Reference: <code>{error.digest}</code>
            </p>
          )}
          <button type="button" onClick={retry}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
