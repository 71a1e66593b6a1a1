import styles from "./api.module.css";
import { curl, type OpenApi, type Operation } from "./operations.ts";
import { shapeText } from "./shape.ts";

/** One route: what it does, what it takes, what it answers, and how to try it. */
export function OperationDocs({ operation, document }: { operation: Operation; document: OpenApi }) {
  const { id, method, path, summary, parameters, body, answer } = operation;
  return (
    <article id={id} className={styles.operation}>
      <h3>
        <code>
          <b>{method}</b> {path}
        </code>
      </h3>
      <p>{summary}</p>
      {parameters.length > 0 && (
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">parameter</th>
                <th scope="col">in</th>
                <th scope="col">takes</th>
              </tr>
            </thead>
            <tbody>
              {parameters.map((parameter) => (
                <tr key={parameter.name}>
                  <th scope="row">
                    <code>{parameter.name}</code>
                    {parameter.required ? " (needed)" : ""}
                  </th>
                  <td>{parameter.in}</td>
                  <td>
                    {parameter.schema && shapeText(parameter.schema, document)}
                    {parameter.schema?.default !== undefined &&
                      `, else ${JSON.stringify(parameter.schema.default)}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {body && <Shape title="Body" text={shapeText(body, document)} />}
      {answer && <Shape title="Answer" text={shapeText(answer, document)} />}
      <Shape title="Try it" text={curl(operation, location.origin)} />
    </article>
  );
}

function Shape({ title, text }: { title: string; text: string }) {
  return (
    <>
      <h4>{title}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre tabIndex={0} className={styles.shape}>
        {text}
      </pre>
    </>
  );
}
