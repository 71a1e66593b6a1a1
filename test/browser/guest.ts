import type { Page } from "playwright-core";
import { setUpAccount } from "../../src/core/people/account/contract.ts";
import { signInLink } from "../../src/core/people/contract.ts";
import { acceptInvitation, invite } from "../../src/core/people/invitations/contract.ts";
import { tokenOf, visitorTo } from "../product/visitor.ts";
import type { Site } from "./site.ts";

const password = "mauve tractor 7";

/** The browser of somebody whom the owner, who settled for it, has invited, and who came in. */
export const guestOf = async (site: Site, name: string): Promise<Page> =>
  (await guestsOf(site, [name]))[0] as Page;

/** The same for several, one after the other. */
export async function guestsOf(site: Site, names: readonly string[]): Promise<Page[]> {
  const owner = visitorTo(site.product);
  await owner.send(new URL((await site.product.ask(signInLink, {})).url).pathname);
  await owner.ask(setUpAccount, { name: "Olive", email: "olive@example.org", password });
  const pages: Page[] = [];
  for (const name of names) {
    const { url } = await owner.ask(invite, { email: `${name.toLowerCase()}@example.org`, name });
    pages.push(await cameIn(site, name, tokenOf(url)));
  }
  return pages;
}

async function cameIn({ product, stranger, address }: Site, name: string, token: string): Promise<Page> {
  const guest = visitorTo(product);
  await guest.ask(acceptInvitation, { token, name, password });
  const page = await stranger();
  await page
    .context()
    .addCookies([...guest.jar].map(([cookie, value]) => ({ name: cookie, value, url: address })));
  return page;
}
