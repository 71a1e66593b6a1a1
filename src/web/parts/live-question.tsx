import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { deploymentWays, type GitImport, gitImports, importGit } from "../../core/connectors/git/contract.ts";
import { ask, asking, every, queries } from "../client.ts";
import { Card } from "./card.tsx";
import { manyText } from "./count.ts";
import styles from "./live-question.module.css";
import { Trouble } from "./trouble.tsx";

const deployments = { one: "deployment", many: "deployments" };

interface LiveQuestionProps {
  readonly component: string;
  /** The import that an answer began. */
  readonly onStart?: (begun: GitImport) => void;
  /** Someone would rather write the answer. */
  readonly onAnother?: () => void;
}

/** Merges can be counted without knowing what is live; waiting and failing can't. So it asks, with what each answer would find. */
export function LiveQuestion({ component, onStart, onAnother }: LiveQuestionProps) {
  const ways = useQuery(asking(deploymentWays, { component }));
  const choose = useMutation({
    mutationFn: (rule: string) => ask(importGit, { path: ways.data?.path ?? "", deployments: rule }),
    onSuccess: (begun) => {
      onStart?.(begun);
      return queries.invalidateQueries(every(gitImports));
    },
  });
  // What is told by tags or a branch, and finds nothing, is mostly a slip.
  const rule = ways.data?.current?.includes(":") ? ways.data.current : undefined;
  const offered = ways.data?.ways.filter(({ rule }) => rule !== "none") ?? [];
  return (
    <Card className={styles.question}>
      <h2 dir="auto">How do you know that {component} is live?</h2>
      <p className="soft">
        {rule === undefined
          ? "Nothing in its history says so yet."
          : `As it is told now (${rule}), there is no deployment: is it written right?`}{" "}
        Until then there are merges to count, but no waiting time and no failures.
      </p>
      <ul className={styles.ways}>
        {offered.map(({ rule, says, deployments: n }) => (
          <li key={rule}>
            <Button
              variant="default"
              classNames={{ root: styles.way, label: styles.wayLabel }}
              loading={choose.isPending && choose.variables === rule}
              onClick={() => choose.mutate(rule)}
            >
              {says.charAt(0).toUpperCase() + says.slice(1)}
            </Button>
            <span className="soft small">{manyText(n, deployments)}</span>
          </li>
        ))}
      </ul>
      {ways.data && (
        <p className={styles.another}>
          <Link to="/repository" search={{ path: ways.data.path }} {...(onAnother && { onClick: onAnother })}>
            Tell it in another way
          </Link>
        </p>
      )}
      <Trouble error={ways.error ?? choose.error} />
    </Card>
  );
}
