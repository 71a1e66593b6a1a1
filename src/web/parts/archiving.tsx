import { Button } from "@mantine/core";
import { Sure } from "./sure.tsx";
import { Trouble } from "./trouble.tsx";

interface ArchivingProps {
  readonly of: string;
  readonly archived: boolean;
  /** What will be once it is archived. */
  readonly means: string;
  readonly change: { readonly isPending: boolean; readonly error: unknown };
  readonly onChange: (archived: boolean) => void;
}

/** Takes something off every list, or puts it back; nothing is ever deleted. */
export function Archiving({ of, archived, means, change: { isPending, error }, onChange }: ArchivingProps) {
  if (!archived)
    return <Sure {...{ of, means, error }} word="Archive" busy={isPending} onSure={() => onChange(true)} />;
  return (
    <div>
      <Button size="compact-sm" variant="default" loading={isPending} onClick={() => onChange(false)}>
        Bring back
        <span className="hidden"> {of}</span>
      </Button>
      <Trouble error={error} />
    </div>
  );
}
