import { Button, Popover } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { UnitKind } from "../../core/org/contract.ts";
import { type Sharing, shareMeasure, sharing } from "../../core/sharing/contract.ts";
import { ask, asking, queries } from "../client.ts";
import { dayText } from "./dates.ts";
import styles from "./sharing-line.module.css";
import { Trouble } from "./trouble.tsx";

interface SharingLineProps {
  readonly slug: string;
  readonly kind: UnitKind;
  readonly name: string;
  /** The measure's id. */
  readonly measure: string;
}

/** Who sees a measure of a team or group, and for those who belong to it the way to share it or take it back. */
export function SharingLine({ slug, kind, name, measure }: SharingLineProps) {
  const { data } = useQuery(asking(sharing, { slug }));
  const change = useMutation({
    mutationFn: (audience: string | null) => ask(shareMeasure, { slug, measure, with: audience }),
    onSuccess: (now) => {
      queries.setQueryData(asking(sharing, { slug }).queryKey, now);
    },
  });
  if (!data || kind === "organisation") return null;
  const shared = data.shares.find((one) => one.measure === measure);
  return (
    <div className={styles.line}>
      <p className="soft small" role="status">
        {shared ? (
          <>
            Everyone in <span dir="auto">{shared.with.name}</span> sees these figures since{" "}
            {dayText(shared.since)}, and none of the rows.
          </>
        ) : (
          <>
            Only <span dir="auto">{kind === "team" ? "your team" : name}</span> sees this.
          </>
        )}
      </p>
      {data.can.share && (
        <>
          {shared && (
            <Button
              size="compact-xs"
              variant="default"
              loading={change.isPending}
              onClick={() => change.mutate(null)}
            >
              Take it back
            </Button>
          )}
          <ShareWith
            audiences={data.audiences.filter((one) => one.slug !== shared?.with.slug)}
            words={shared ? "Share with others instead" : "Share"}
            onChoose={change.mutate}
          />
        </>
      )}
      <Trouble error={change.error} />
    </div>
  );
}

interface ShareWithProps {
  readonly audiences: Sharing["audiences"];
  readonly words: string;
  readonly onChoose: (slug: string) => void;
}

/** What sharing means is said before it is done. */
function ShareWith({ audiences, words, onChoose }: ShareWithProps) {
  const [open, setOpen] = useState(false);
  if (audiences.length === 0) return null;
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      width={320}
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button size="compact-xs" variant="default" onClick={() => setOpen(!open)}>
          {words}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Share with">
        <p className="small">
          They see the figures and the chart, and count it in their own. The changes and deployments behind it
          stay with you. You can take it back at any time.
        </p>
        <ul className={styles.audiences}>
          {audiences.map(({ slug, name }) => (
            <li key={slug}>
              <Button
                fullWidth
                variant="default"
                classNames={{ label: styles.audience }}
                onClick={() => {
                  setOpen(false);
                  onChoose(slug);
                }}
              >
                Everyone in&nbsp;<span dir="auto">{name}</span>
              </Button>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
