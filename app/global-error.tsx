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
        <title>We could not show this page – ICE contracts</title>
      </head>
      <body>
        <main className="statement">
          <h1>We could not show this page</h1>
          <p>We could not open the records. Please try again in a minute.</p>
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
