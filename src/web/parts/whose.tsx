import { Link } from "@tanstack/react-router";

interface WhoseProps {
  /** `null` is one's own. */
  readonly unit: { readonly slug: string; readonly name: string } | null;
  /** What stands below it: "Loop". */
  readonly here: string;
}

/** Whose a thing is, above its name. */
export const Whose = ({ unit, here }: WhoseProps) => (
  <p className="soft small">
    {unit ? (
      <Link to="/units/$slug" params={{ slug: unit.slug }} dir="auto">
        {unit.name}
      </Link>
    ) : (
      <Link to="/me">Me</Link>
    )}{" "}
    › {here}
  </p>
);
