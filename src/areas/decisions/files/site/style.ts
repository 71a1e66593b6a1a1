/** Plain, for screens of any width and for paper; light and dark as the reader has it. */
export const STYLE = `:root { color-scheme: light dark; --ink: #1c1d1f; --soft: #5c6066; --line: #dcdfe3; --paper: #fff; --link: #1a5fb4; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e7e9; --soft: #a4a9b0; --line: #3a3e44; --paper: #17181a; --link: #8ab4f8; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0.5rem 0; }
h2 { font-size: 1.2rem; margin-top: 2rem; }
a { color: var(--link); }
.soft { color: var(--soft); font-size: 0.925rem; }
ol.records { list-style: none; padding: 0; }
ol.records li { padding: 0.7rem 0; border-top: 1px solid var(--line); }
ol.records a { font-weight: 600; text-decoration: none; }
.status { border: 1px solid var(--line); border-radius: 99px; padding: 0.05rem 0.6rem; font-size: 0.85rem; white-space: nowrap; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; }
dt { color: var(--soft); } dd { margin: 0; }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid var(--line); border-radius: 6px; }
table { border-collapse: collapse; display: block; overflow-x: auto; } td, th { border: 1px solid var(--line); padding: 0.3rem 0.6rem; }
blockquote { margin: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: 0.4rem; } }
`;
