import { Popover, TextInput, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ListedUnit } from "../pages/first-page.ts";
import { ApartWords, useApart } from "../parts/apart.tsx";
import { outlineOf } from "../parts/outline.ts";
import styles from "./shell.module.css";

/** From how many on a list is quicker to search than to read. */
const MANY = 8;

interface UnitMenuProps {
  readonly units: readonly ListedUnit[];
  /** The one whose name the menu bears. */
  readonly here: ListedUnit;
  /** Its page, or a page of its own, is the one that is open. */
  readonly current: boolean;
}

/** The organisation, its groups and teams, as a tree of links. */
export function UnitMenu({ units, here, current }: UnitMenuProps) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState("");
  return (
    <nav aria-label="Teams and groups" className={styles.place} data-here={current}>
      <Popover
        opened={open}
        onChange={setOpen}
        position="bottom-start"
        width={300}
        shadow="md"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <UnstyledButton className={styles.chooser} display="flex" onClick={() => setOpen(!open)}>
            <span dir="auto">{here.name}</span>
            <svg aria-hidden="true" width="9" height="6" viewBox="0 0 9 6" style={{ flex: "none" }}>
              <path d="M1 1l3.5 3.5L8 1" fill="none" stroke="currentColor" strokeWidth="1.4" />
            </svg>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label="Choose a team or group">
          {units.length > MANY && (
            <TextInput
              aria-label="Find a team or group"
              placeholder="Find"
              value={wanted}
              onChange={(event) => setWanted(event.currentTarget.value)}
              mb="xs"
            />
          )}
          <UnitLinks units={units} wanted={wanted} onGo={() => setOpen(false)} />
        </Popover.Dropdown>
      </Popover>
    </nav>
  );
}

interface UnitLinksProps extends Pick<UnitMenuProps, "units"> {
  readonly wanted: string;
  readonly onGo: () => void;
}

/** Drawn only while the menu is open, as there may be a thousand of them. */
function UnitLinks({ units, wanted, onGo }: UnitLinksProps) {
  const apart = useApart();
  return (
    <ul className={styles.units}>
      {outlineOf(units, wanted).map(({ unit: { slug, name }, depth }) => (
        <li key={slug} style={{ paddingInlineStart: 14 * depth }}>
          <Link to="/units/$slug" params={{ slug }} onClick={onGo} dir="auto">
            {name}
          </Link>
          <ApartWords apart={apart.get(slug)} inTree />
        </li>
      ))}
    </ul>
  );
}
