import styles from "./lists.module.css";

interface ArchivedSwitchProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function ArchivedSwitch({ checked, onChange }: ArchivedSwitchProps) {
  return (
    <label className={styles.switch}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      Also archived
    </label>
  );
}
