import { Popover, UnstyledButton } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { me, signOut } from "../../core/people/contract.ts";
import { ask, asking } from "../client.ts";
import { beginAnew } from "../parts/begin-anew.ts";
import { Trouble } from "../parts/trouble.tsx";
import styles from "./person-menu.module.css";

/** What is the reader's own, under their name. */
export function PersonMenu() {
  const person = useQuery(asking(me, {})).data?.person;
  const [open, setOpen] = useState(false);
  if (!person) return null;
  const close = () => setOpen(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={240}
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <UnstyledButton className={styles.person} title={person.name} onClick={() => setOpen(!open)}>
          <PersonMark />
          <span dir="auto" className={styles.name}>
            {person.name}
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="What is yours">
        <ul className={styles.own}>
          <li>
            <Link to="/account" onClick={close}>
              Your account
            </Link>
          </li>
          <li>
            <Link to="/reminders" onClick={close}>
              Reminders
            </Link>
          </li>
          <li>
            <Link to="/tokens" onClick={close}>
              API tokens
            </Link>
          </li>
          {person.administrator && (
            <li>
              <Link to="/invitations" onClick={close}>
                Invitations
              </Link>
            </li>
          )}
          <li>
            <Link to="/held" onClick={close}>
              What is held about you
            </Link>
          </li>
          <li>
            <Link to="/log" search={{}} onClick={close}>
              What was done
            </Link>
          </li>
          <li>
            <SignOut />
          </li>
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function SignOut() {
  const leave = useMutation({
    mutationFn: () => ask(signOut, {}),
    onSuccess: () => beginAnew("/sign-in"),
  });
  return (
    <>
      <button type="button" disabled={leave.isPending} onClick={() => leave.mutate()}>
        Sign out
      </button>
      <Trouble error={leave.error} />
    </>
  );
}

/** Stands for the name where there is no room for it. */
const PersonMark = () => (
  <svg className={styles.mark} width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
    <circle cx="9" cy="6" r="3.2" fill="none" stroke="currentColor" strokeWidth="1.4" />
    <path d="M2.8 15.5a6.2 6.2 0 0 1 12.4 0" fill="none" stroke="currentColor" strokeWidth="1.4" />
  </svg>
);
