import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { ApiError, createRequester, isSafeBase } from "@/lib/usaspending/request";

/** What becomes of a download from an address: the sentence of the refusal, nothing of it being reachable. */
async function download(
  address: string,
  base: string,
  save: (bytes: AsyncIterable<Uint8Array>) => Promise<void> = async () => {},
): Promise<string> {
  let now = 0;
  const requester = createRequester({
    base: new URL(base),
    userAgent: "ice-contracts/1.0",
    clock: {
      now: () => now,
      sleep: async (milliseconds) => {
        now += milliseconds;
      },
    },
    signal: new AbortController().signal,
    timeout: 1_000,
    random: () => 0.5,
    onRetry: () => {},
  });
  const error = await requester.download(address, save).catch((reason: unknown) => reason);
  return error instanceof ApiError ? error.message : "";
}

it.each([
  ["http://files.example/a.zip", "https://api.example"],
  ["http://files.example/a.zip", "http://127.0.0.1:1"],
  ["http://127.0.0.1:1/a.zip", "https://api.example"],
  ["file:///etc/passwd", "https://api.example"],
])("takes no file from %s where the API is %s", async (address, base) => {
  expect(await download(address, base)).toMatch(/which is not an https address$/);
});

it("takes a file from another port of this machine where the API is on it", async () => {
  expect(await download("http://127.0.0.1:2/a.zip", "http://127.0.0.1:1")).toMatch(
    /^The download a\.zip cannot be reached \(.*\), 8 times in a row$/,
  );
});

it("says of a file that ends with its connection that it breaks off", async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-length": "1000" });
    response.write("half");
    setTimeout(() => response.destroy(), 20);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const read = async (bytes: AsyncIterable<Uint8Array>) => {
    for await (const _ of bytes);
  };
  expect(await download(`${base}/a.zip`, base, read)).toBe(
    "The download a.zip breaks off half-way, 8 times in a row",
  );
  server.close();
});

it("takes the API by https, or on this machine", () => {
  const bases = ["https://api.example", "http://localhost:4000", "http://api.example", "ftp://127.0.0.1"];
  expect(bases.map((base) => isSafeBase(new URL(base)))).toEqual([true, true, false, false]);
});
