import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importPeople } from "../../src/core/catalog/contract.ts";
import { addPerson, people, person, unit } from "../../src/core/org/contract.ts";
import { setUpAccount } from "../../src/core/people/account/contract.ts";
import { changeAddress } from "../../src/core/people/address/contract.ts";
import { me, signInLink } from "../../src/core/people/contract.ts";
import { acceptInvitation, invite } from "../../src/core/people/invitations/contract.ts";
import { openTestProduct, type TestProduct } from "./open-test-product.ts";
import { type Browser, tokenOf, visitorTo } from "./visitor.ts";

const password = "mauve tractor 7";
/** Ann has an address in it; of Bo and Cy only the names are known. */
const list = { name: "hr.csv", text: "name,email,team\nAnn Lee,ann@acme.example,Shop\nBo,,Shop\nCy,,Shop\n" };

let product: TestProduct;
let owner: Browser;
beforeAll(async () => {
  product = await openTestProduct();
  await product.ask(importPeople, { files: [list], apply: true });
  owner = visitorTo(product);
  await owner.send(new URL((await product.ask(signInLink, {})).url).pathname);
});
afterAll(() => product?.close());

const idOf = async (name: string) =>
  (await product.ask(people, { search: name })).people.find((each) => each.name === name)?.id as string;
const emailOf = async (id: string) => (await product.ask(person, { id })).email;

async function comeIn(url: string, name: string): Promise<Browser> {
  const browser = visitorTo(product);
  await browser.ask(acceptInvitation, { token: tokenOf(url), name, password });
  return browser;
}

describe("the owner's own address", () => {
  test("is not one that somebody else is listed with; the refusal says whose it is, and the way out", async () => {
    const given = { name: "Olive", email: "ANN@acme.example", password };
    const refused = await owner.refused(setUpAccount, given);
    expect([refused.status, refused.errors?.[0]?.pointer]).toEqual([409, "/email"]);
    expect(refused.detail).toMatch(
      /Ann Lee, who is listed here, has this e-mail address.*take the address away/,
    );
    expect((await owner.ask(me, {})).person).toMatchObject({ name: "Owner", unsettled: true });
  });

  test("is theirs once it was taken from who only was listed with it", async () => {
    const id = await idOf("Ann Lee");
    await owner.ask(changeAddress, { id, email: null });
    expect(await emailOf(id)).toBeNull();
    await owner.ask(setUpAccount, { name: "Olive", email: "ann@acme.example", password });
    expect((await owner.ask(me, {})).person.email).toBe("ann@acme.example");
    // Being called so made nobody of theirs.
    expect((await product.ask(unit, { slug: "shop" })).people.map((each) => each.person.name)).not.toContain(
      "Olive",
    );
  });
});

describe("somebody who is listed without an address", () => {
  test("is invited as who they are, and comes in as that, with the teams that they have", async () => {
    const id = await idOf("Bo");
    expect((await owner.ask(person, { id })).can.invite).toBe(true);
    const { url } = await owner.ask(invite, { person: id, name: "Bo", email: "Bo@acme.example" });
    expect(await emailOf(id)).toBe("bo@acme.example");
    const bo = await comeIn(url, "Bo");
    expect((await bo.ask(me, {})).person.id).toBe(id);
    const { total } = await product.ask(people, { search: "bo" });
    expect([total, (await owner.ask(person, { id })).can.invite]).toEqual([1, false]);
  });

  test("is still the same to the list that knows them by the name alone", async () => {
    const again = await product.ask(importPeople, { files: [list], apply: true });
    expect(again.changes.filter(({ what }) => /Bo|Cy/.test(what))).toEqual([]);
  });

  test("can be given an address, by which whoever is invited there is them; the one before leads nowhere", async () => {
    const id = await idOf("Cy");
    await owner.ask(changeAddress, { id, email: "cy@acme.example" });
    const { url } = await owner.ask(invite, { name: "Cy", email: "cy@acme.example" });
    await owner.ask(changeAddress, { id, email: "cyrus@acme.example" });
    const stale = await visitorTo(product).refused(acceptInvitation, {
      token: tokenOf(url),
      name: "Cy",
      password,
    });
    expect(stale.status).toBe(404);
    const second = await owner.ask(invite, { name: "Cyrus", email: "cyrus@acme.example" });
    expect((await (await comeIn(second.url, "Cyrus")).ask(me, {})).person.id).toBe(id);
  });

  test("is given no address of another, and who has an account none at all", async () => {
    const { id } = await product.ask(addPerson, { name: "Di" });
    const bo = await idOf("Bo");
    for (const email of ["bo@acme.example", "ann@acme.example"]) {
      expect(await owner.refused(changeAddress, { id, email })).toMatchObject({
        status: 409,
        errors: [{ pointer: "/email" }],
      });
    }
    expect(await owner.refused(changeAddress, { id: bo, email: "new@acme.example" })).toMatchObject({
      status: 409,
      detail: expect.stringContaining("Bo has an account"),
    });
    expect(await owner.refused(invite, { person: bo, name: "Bo", email: "new@acme.example" })).toMatchObject({
      status: 409,
      errors: [{ pointer: "/person" }],
    });
    expect(await emailOf(id)).toBeNull();
  });
});
