import type { Problem } from "../../src/platform/errors.ts";
import { asker } from "../../src/platform/http/ask.ts";
import type { AskOf, Contract } from "../../src/platform/http/contract.ts";
import type { TestProduct } from "./open-test-product.ts";

/** Somebody's browser: it keeps its cookies. */
export function visitorTo(product: TestProduct, headers: Record<string, string> = {}) {
  const jar = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answered = await product.as({ ...headers, ...(cookie ? { cookie } : {}) })(path, init);
    for (const set of answered.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/max-age=0/i.test(set)) jar.delete(name);
      else jar.set(name, value);
    }
    return answered;
  };
  return {
    jar,
    send,
    ask: asker(send),
    /** What came back where an answer is refused. */
    async refused<C extends Contract>(contract: C, input: AskOf<C>): Promise<Problem> {
      try {
        await asker(send)(contract, input);
      } catch (error) {
        return (error as { problem: Problem }).problem;
      }
      throw new Error(`${contract.path} was allowed.`);
    },
  };
}

export type Browser = ReturnType<typeof visitorTo>;

/** What stands behind the # of a link. */
export const tokenOf = (url: string): string => new URL(url).hash.slice(1);
