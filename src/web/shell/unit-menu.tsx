import { Popover, TextInput, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ListedUnit } from "../pages/first-page.ts";
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
  const shown = units.filter((unit) => unit.name.toLowerCase().includes(wanted.trim().toLowerCase()));
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
          <ul className={styles.units}>
            {shown.map((unit) => (
              <li key={unit.slug} style={{ paddingInlineStart: wanted ? 0 : 14 * depth(unit, units) }}>
                <Link
                  to="/units/$slug"
                  params={{ slug: unit.slug }}
                  onClick={() => setOpen(false)}
                  dir="auto"
                >
                  {unit.name}
                </Link>
              </li>
            ))}
          </ul>
        </Popover.Dropdown>
      </Popover>
    </nav>
  );
}

function depth(unit: ListedUnit, units: readonly ListedUnit[]): number {
  const parent = units.find(({ slug }) => slug === unit.parent);
  return parent ? 1 + depth(parent, units) : 0;
}
