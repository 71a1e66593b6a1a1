import type { Page } from "playwright-core";
import { setUpAccount } from "../../src/core/people/account/contract.ts";
import { signInLink } from "../../src/core/people/contract.ts";
import { acceptInvitation, invite } from "../../src/core/people/invitations/contract.ts";
import { tokenOf, visitorTo } from "../product/visitor.ts";
import type { Site } from "./site.ts";

const password = "mauve tractor 7";

/** The browser of somebody whom the owner, who settled for it, has invited, and who came in. */
export async function guestOf({ product, stranger, address }: Site, name: string): Promise<Page> {
  const owner = visitorTo(product);
  await owner.send(new URL((await product.ask(signInLink, {})).url).pathname);
  await owner.ask(setUpAccount, { name: "Olive", email: "olive@example.org", password });
  const { url } = await owner.ask(invite, { email: `${name.toLowerCase()}@example.org`, name });
  const guest = visitorTo(product);
  await guest.ask(acceptInvitation, { token: tokenOf(url), name, password });
  const page = await stranger();
  await page
    .context()
    .addCookies([...guest.jar].map(([cookie, value]) => ({ name: cookie, value, url: address })));
  return page;
}
