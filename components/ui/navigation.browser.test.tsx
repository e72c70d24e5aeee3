import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";

import {
  addresses,
  arrive,
  hold,
  openAt,
  requests,
  usePathname,
  useSearchParams,
} from "@/components/testing/navigation";
import { PageFrame } from "@/components/testing/page-frame";

const main = page.getByRole("main");
const link = (name: string) => page.getByRole("link", { name, exact: true });
const focus = (name: string) => (link(name).element() as HTMLElement).focus();
const enter = async (name: string) => {
  focus(name);
  await userEvent.keyboard("{Enter}");
};

/** A list of companies and the page of each. */
function CompanySite() {
  const path = usePathname();
  const params = useSearchParams();
  const filters = params.getAll("fy");
  return (
    <>
      <nav>
        <details data-escapes>
          <summary>Menu</summary>
          <a href="/places">Places</a>
        </details>
        <a href="/agencies">Agencies</a>
      </nav>
      <PageFrame>
        {path === "/companies" ? (
          <>
            <a href="/companies?size=500">More</a>
            <a href="/companies/corecivic" aria-haspopup="dialog">
              Details
            </a>
            <a href="/companies/corecivic">CoreCivic</a>
            <a href="/companies?page=2#P">P</a>
            <p id="P">Palantir</p>
            <a href="/companies?page=2#Q">Q</a>
            <details>
              <summary>More companies</summary>
              <p id="Q">Quest</p>
            </details>
            {filters.length > 0 && (
              <ul aria-label="Filters" id="filters">
                {filters.map((year) => (
                  <li key={year}>
                    <a
                      href={`/companies?${filters.flatMap((one) => (one === year ? [] : `fy=${one}`)).join("&")}`}
                    >
                      {`Remove FY${year}`}
                    </a>
                  </li>
                ))}
              </ul>
            )}
            <form action="/companies" method="get">
              <input name="name" aria-label="Name" />
              <input name="empty" defaultValue=" " />
              <button type="submit">Show</button>
            </form>
            <form action="/companies" method="post" onSubmit={(event) => event.preventDefault()}>
              <button type="submit">Post</button>
            </form>
            <a href="/contracts" data-keeps-scroll="">
              Keeps place
            </a>
          </>
        ) : (
          <a href="/vehicles">Vehicles</a>
        )}
      </PageFrame>
    </>
  );
}

async function open(address: string) {
  openAt(address);
  return render(<CompanySite />);
}

test("another page begins at its content, and Back returns to the link that led away", async () => {
  await open("/companies");
  await enter("CoreCivic");
  expect(addresses()).toEqual(["/companies/corecivic"]);
  await expect.element(main).toHaveFocus();
  await userEvent.keyboard("{Tab}");
  await expect.element(link("Vehicles")).toHaveFocus();
  (document.activeElement as HTMLElement).blur();
  history.back();
  await expect.element(link("CoreCivic")).toHaveFocus();
});

test("a link of the menu leads to the content too", async () => {
  await open("/companies");
  await enter("Agencies");
  await expect.element(main).toHaveFocus();
  history.back();
  await expect.element(link("CoreCivic")).toBeVisible();
  await expect.element(main).toHaveFocus(); // no link of the content led away
});

test("the target of a fragment gets the focus, and Tab continues from there", async () => {
  await open("/companies");
  await enter("P");
  const place = page.getByText("Palantir");
  await expect.element(place).toHaveFocus();
  await userEvent.keyboard("{Shift>}{Tab}{/Shift}");
  await expect.element(link("P")).toHaveFocus();
  await expect.element(place).not.toHaveAttribute("tabindex");
});

test("Escape closes the menu that has the focus", async () => {
  await open("/companies");
  await page.getByText("Menu").click();
  focus("Places");
  await userEvent.keyboard("{Escape}");
  await expect.element(link("Places")).not.toBeInTheDocument();
  await expect.element(page.getByText("Menu")).toHaveFocus();
});

test("a folded target of a fragment is unfolded", async () => {
  await open("/companies");
  await enter("Q");
  await expect.element(page.getByText("Quest")).toBeVisible();
  await expect.element(page.getByText("Quest")).toHaveFocus();
});

test("on the same page the focus stays where it is", async () => {
  await open("/companies");
  await enter("More");
  await expect.poll(addresses).toEqual(["/companies?size=500"]);
  await expect.element(link("More")).toHaveFocus();
});

test("when the focused link disappears, its nearest remaining ancestor gets the focus", async () => {
  await open("/companies?fy=2024&fy=2025");
  await enter("Remove FY2024");
  await expect.element(page.getByRole("list", { name: "Filters" })).toHaveFocus();
  await userEvent.keyboard("{Tab}");
  await expect.element(link("Remove FY2025")).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(main).toHaveFocus();
});

test("without a focused element, the focus does not move", async () => {
  await open("/companies?fy=2024");
  (document.activeElement as HTMLElement).blur();
  (link("Remove FY2024").element() as HTMLElement).click();
  await expect.poll(addresses).toHaveLength(1);
  await expect.poll(() => link("Remove FY2024").elements()).toEqual([]);
  expect(document.activeElement).toBe(document.body);
  expect(document.documentElement.hasAttribute("tabindex")).toBe(false);
});

test("the page is busy and soon dimmed until the next one is ready", async () => {
  await open("/companies");
  hold();
  await link("More").click();
  await expect.element(main).toHaveAttribute("aria-busy", "true");
  await expect.poll(() => getComputedStyle(main.element()).opacity).toBe("0.55");
  await expect.element(link("CoreCivic")).toBeVisible();
  arrive();
  await expect.element(main).not.toHaveAttribute("aria-busy");
  await expect.poll(() => getComputedStyle(main.element()).opacity).toBe("1");
});

test("a quick response dims nothing", async () => {
  await open("/companies");
  const dimmed = vi.fn();
  new MutationObserver(dimmed).observe(main.element(), { attributeFilter: ["data-stale"] });
  await link("More").click();
  await expect.element(main).not.toHaveAttribute("aria-busy");
  await new Promise((resolve) => setTimeout(resolve, 200)); // longer than the delay
  expect(dimmed).not.toHaveBeenCalled();
});

test("a request for the current address dims nothing", async () => {
  await open("/companies?size=500");
  hold();
  await link("More").click();
  await expect.poll(addresses).toEqual(["/companies?size=500"]);
  await expect.element(main).not.toHaveAttribute("aria-busy");
});

test("a form submits its filled fields only", async () => {
  await open("/companies");
  await page.getByRole("textbox", { name: "Name" }).fill(" geo & co ");
  await page.getByRole("button", { name: "Show" }).click();
  expect(requests()).toEqual([{ address: "/companies?name=geo+%26+co", scroll: true, replace: false }]);
});

test("a link can keep the scroll position", async () => {
  await open("/companies");
  await link("Keeps place").click();
  expect(requests()).toEqual([{ address: "/contracts", scroll: false, replace: false }]);
});

test("files, other windows, other sites and posts are left to the browser", async () => {
  await open("/companies");
  const left: string[] = [];
  // Runs after `Navigation` and stops what that leaves to the browser.
  const note = (event: Event) => {
    if (!event.defaultPrevented) left.push((event.target as Element).textContent ?? "");
    event.preventDefault();
  };
  window.addEventListener("click", note);
  const add = (text: string, attributes: Record<string, string>) => {
    const added = Object.assign(document.createElement("a"), { textContent: text });
    for (const [name, value] of Object.entries(attributes)) added.setAttribute(name, value);
    document.getElementById("main")?.append(added);
    return added;
  };
  const click = (element: Element, init: MouseEventInit = {}) =>
    element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...init }));
  click(add("file", { href: "/contracts.csv?fy=2025" }));
  click(add("api", { href: "/api/companies" }));
  click(add("elsewhere", { href: "https://www.usaspending.gov/" }));
  click(add("download", { href: "/data", download: "" }));
  click(add("window", { href: "/data", target: "_blank" }));
  click(add("place", { href: "#P" }));
  for (const key of ["ctrlKey", "metaKey", "shiftKey", "altKey"]) {
    click(add(key, { href: "/data" }), { [key]: true });
  }
  click(add("middle", { href: "/data" }), { button: 1 });
  expect(left).toEqual([
    "file",
    "api",
    "elsewhere",
    "download",
    "window",
    "place",
    "ctrlKey",
    "metaKey",
    "shiftKey",
    "altKey",
    "middle",
  ]);
  expect(addresses()).toEqual([]);
  window.removeEventListener("click", note);
  await page.getByRole("button", { name: "Post" }).click();
  expect(addresses()).toEqual([]);
});
