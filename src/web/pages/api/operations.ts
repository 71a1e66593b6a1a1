/** The parts of an OpenAPI 3.1 document that the page reads. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly description?: string;
  readonly default?: unknown;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

interface Route {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
}

export interface OpenApi {
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Route>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

export interface Operation {
  readonly id: string;
  readonly tag: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
  readonly answer: Schema | undefined;
}

const methods = ["get", "post", "put", "patch", "delete"];
const json = (content: Content | undefined) => content?.content?.["application/json"]?.schema;

/** Every route of the document, in its order. */
export function operations({ paths }: OpenApi): Operation[] {
  return Object.entries(paths).flatMap(([path, routes]) =>
    Object.entries(routes)
      .filter(([method]) => methods.includes(method))
      .map(([method, route]) => ({
        id: `${method}${path}`.replaceAll(/[^a-z0-9]+/gi, "-").replace(/-$/, ""),
        tag: route.tags?.[0] ?? path.split("/")[2] ?? "api",
        method: method.toUpperCase(),
        path,
        summary: route.summary ?? "",
        parameters: route.parameters ?? [],
        body: json(route.requestBody),
        answer: json(route.responses?.["200"]),
      })),
  );
}

/** A call that can be pasted into a shell. `origin` is where this installation answers. */
export function curl({ method, path, parameters, body }: Operation, origin: string): string {
  const needed = parameters.filter((each) => each.in === "query" && each.required);
  const query = needed.map(({ name }) => `${name}=${name.toUpperCase()}`).join("&");
  const address = `${origin}${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase())}${query && `?${query}`}`;
  const required = Object.fromEntries((body?.required ?? []).map((name) => [name, "…"]));
  const data = body ? ` \\\n  --json '${JSON.stringify(required)}'` : "";
  return `curl${method === "GET" || (method === "POST" && body) ? "" : ` -X ${method}`} -H "Authorization: Bearer $SEPTET_TOKEN" "${address}"${data}`;
}
