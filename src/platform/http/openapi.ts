import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { failures } from "../errors.ts";
import { type Contract, pathNames, scopeOf } from "./contract.ts";

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(failures) as [string, ...string[]]),
    detail: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({
    id: "Problem",
    description: "RFC 9457 problem document; errors name the fields at fault and what would be right.",
  });

export interface About {
  readonly title: string;
  readonly version: string;
  readonly description: string;
}

/** The OpenAPI 3.1 document of everything that can be asked, made from the contracts alone. */
export function openApi(about: About, contracts: readonly Contract[]): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const one of contracts) {
    const path = one.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: operation(one) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: { ...about },
    paths,
    security: [{ session: [] }, { token: [] }],
    components: {
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "septet-….session_token",
          description: "Set at sign-in; its name holds a part of its own for each installation.",
        },
        token: {
          type: "http",
          scheme: "bearer",
          description: "An API token, good for what its scopes say.",
        },
      },
    },
  });
}

/** What a token's scope is not enough for takes a session. */
function security(one: Contract): Record<string, string[]>[] {
  const scope = scopeOf(one);
  return scope === "session" ? [{ session: [] }] : [{ session: [] }, { token: [scope] }];
}

function operation(one: Contract): ZodOpenApiOperationObject {
  const names = new Set(pathNames(one.path));
  const shape = one.input.shape as Record<string, z.ZodType>;
  const inPath = Object.fromEntries(Object.entries(shape).filter(([name]) => names.has(name)));
  const rest = Object.fromEntries(Object.entries(shape).filter(([name]) => !names.has(name)));
  const inQuery = one.method === "GET" || one.method === "DELETE";
  return {
    summary: one.summary,
    ...(one.open ? { security: [] } : { security: security(one) }),
    tags: [one.path.split("/")[2] ?? "api"],
    requestParams: { path: z.object(inPath), ...(inQuery ? { query: z.object(rest) } : {}) },
    ...(inQuery ? {} : { requestBody: { content: { "application/json": { schema: z.object(rest) } } } }),
    responses: {
      "200": { description: "The answer.", content: { "application/json": { schema: one.output } } },
      default: {
        description: "What went wrong.",
        content: { "application/problem+json": { schema: Problem } },
      },
    },
  };
}
