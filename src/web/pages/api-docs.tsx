import { useQuery } from "@tanstack/react-query";
import { ProblemError } from "../../platform/http/ask.ts";
import { PageTitle } from "../parts/page-title.tsx";
import { Pending } from "../parts/pending.tsx";
import styles from "./api/api.module.css";
import { OperationDocs } from "./api/operation-docs.tsx";
import { type OpenApi, operations } from "./api/operations.ts";

/** The OpenAPI document, to be read by people. */
export function ApiDocs() {
  const { data } = useQuery({
    queryKey: ["GET", "/api/openapi.json"],
    queryFn: readDocument,
    throwOnError: true,
  });
  if (!data) return <Pending />;
  const groups = Object.entries(Object.groupBy(operations(data), ({ tag }) => tag));
  return (
    <>
      <PageTitle>The API</PageTitle>
      <p className="soft">
        OpenAPI 3.1: <a href="/api/openapi.json">/api/openapi.json</a> · version {data.info.version}
      </p>
      <div className={styles.page}>
        <nav aria-label="Routes">
          <ul>
            {groups.map(([tag, all = []]) => (
              <li key={tag}>
                {tag}
                <ul>
                  {all.map(({ id, method, path }) => (
                    <li key={id}>
                      <a href={`#${id}`}>
                        <b>{method}</b> {path}
                      </a>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          {groups.map(([tag, all = []]) => (
            <section key={tag}>
              <h2 className={styles.tag}>{tag}</h2>
              {all.map((operation) => (
                <OperationDocs key={operation.id} operation={operation} document={data} />
              ))}
            </section>
          ))}
        </div>
      </div>
    </>
  );
}

async function readDocument(): Promise<OpenApi> {
  const response = await fetch("/api/openapi.json");
  if (!response.ok) throw new ProblemError(await response.json());
  return response.json();
}
