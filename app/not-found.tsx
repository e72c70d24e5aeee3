import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Nothing at this address" };

/** What is shown at an address that names nothing here. */
export default function NotFound() {
  return (
    <div className="statement">
      <h1>Nothing at this address</h1>
      <p>
        The address may have been cut off when it was copied, or it names a contract that these records do not
        hold. Search above by company, contract number or a word in a description, or look through{" "}
        <Link href="/contracts">all contracts</Link>.
      </p>
    </div>
  );
}
