import { expect, test } from "vitest";
import { curl, type OpenApi, operations } from "./operations.ts";
import { shapeText } from "./shape.ts";

const document: OpenApi = {
  info: { title: "Septet", version: "1" },
  components: { schemas: { Day: { type: "string", format: "date" } } },
  paths: {
    "/api/units/{slug}/delivery": {
      get: {
        summary: "What is notable",
        tags: ["units"],
        parameters: [
          { name: "slug", in: "path", required: true },
          { name: "weeks", in: "query" },
          { name: "unit", in: "query", required: true },
        ],
      },
    },
    "/api/imports/git": {
      post: {
        requestBody: {
          content: { "application/json": { schema: { properties: { path: {} }, required: ["path"] } } },
        },
      },
    },
  },
};

test("a shape is read as people write types", () => {
  const shape = shapeText(
    {
      properties: {
        n: { type: "integer" },
        from: { $ref: "#/components/schemas/Day" },
        points: {
          items: {
            properties: { value: { anyOf: [{ type: "number" }, { type: "null" }] } },
            required: ["value"],
          },
        },
      },
      required: ["n", "points"],
    },
    document,
  );
  expect(shape).toBe(
    "{\n  n: whole number\n  from?: date\n  points: list of {\n    value: number or null\n  }\n}",
  );
});

test("the example fills in what is needed and leaves the rest", () => {
  const [delivery, git] = operations(document);
  expect(delivery && curl(delivery, "http://x")).toBe(
    'curl -H "Authorization: Bearer $SEPTET_TOKEN" "http://x/api/units/SLUG/delivery?unit=UNIT"',
  );
  expect(git && curl(git, "http://x")).toContain(`--json '{"path":"…"}'`);
});

test("a route without a tag is grouped by its path", () => {
  expect(operations(document).map(({ tag }) => tag)).toEqual(["units", "imports"]);
});
