import opens from "./opens.module.css";

interface WordButtonProps {
  readonly word: string;
  /** What it is about, for those who hear it without what stands beside it. */
  readonly of: string;
  readonly busy: boolean;
  readonly onClick: () => void;
}

/** Something done at once, beside the words that open what belongs to them. */
export const WordButton = ({ word, of, busy, onClick }: WordButtonProps) => (
  <button type="button" className={opens.word} disabled={busy} onClick={onClick}>
    {word}
    <span className="hidden"> {of}</span>
  </button>
);
