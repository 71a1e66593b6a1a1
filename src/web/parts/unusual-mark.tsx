/** The diamond of what is unusual, as it is on the charts. */
export function UnusualMark() {
  return (
    <svg aria-hidden="true" width="10" height="10" viewBox="-6 -6 12 12">
      <path d="M0-6 6 0 0 6-6 0z" fill="var(--unusual)" />
    </svg>
  );
}
