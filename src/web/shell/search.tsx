import { useHotkeys, useLocalStorage } from "@mantine/hooks";
import { useRef, useState } from "react";
import styles from "./search.module.css";
import { SearchBox } from "./search-box.tsx";

/** Finds teams, people and components from everywhere: by its button, by Ctrl or Cmd and K, and by the key / unless that is switched off. */
export function Search() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  // One key alone may be in the way of those who speak to their computer; WCAG 2.1.4 wants it switchable.
  const [slash, setSlash] = useLocalStorage({ key: "septet-search-by-slash", defaultValue: true });
  const show = () => {
    setOpen(true);
    dialog.current?.showModal();
  };
  const close = () => dialog.current?.close();
  useHotkeys([["mod+K", show]], []);
  useHotkeys(
    slash
      ? [
          ["/", show],
          ["shift+/", show],
        ]
      : [],
  );
  return (
    <>
      <button type="button" className={styles.button} aria-keyshortcuts="Control+K" onClick={show}>
        <svg width="15" height="15" viewBox="0 0 15 15" aria-hidden="true">
          <circle cx="6.3" cy="6.3" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.4" />
          <path d="M9.8 9.8l4 4" stroke="currentColor" strokeWidth="1.4" />
        </svg>
        <span>Search</span>
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-label="Search" onClose={() => setOpen(false)}>
        {open && (
          <>
            <SearchBox onLeave={close} />
            <div className={styles.foot}>
              <label>
                <input
                  type="checkbox"
                  checked={slash}
                  onChange={(event) => setSlash(event.currentTarget.checked)}
                />
                The key <kbd>/</kbd> opens this
              </label>
              <button type="button" onClick={close}>
                Close
              </button>
            </div>
          </>
        )}
      </dialog>
    </>
  );
}
