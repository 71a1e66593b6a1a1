import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** Shades around the accent of tokens.css. White can be read on the seventh, in light and dark. */
const ledger: MantineColorsTuple = [
  "#eef3f8",
  "#dbe5ef",
  "#b9cde1",
  "#94b3d2",
  "#8db6df",
  "#4f7fae",
  "#2f5d8a",
  "#284f76",
  "#204163",
  "#18324e",
];

export const theme = createTheme({
  colors: { ledger },
  primaryColor: "ledger",
  primaryShade: 6,
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  fontFamily: "var(--sans)",
  fontFamilyMonospace: "var(--mono)",
});

/** Mantine's own colours follow tokens.css, so that a colour is changed in one place. */
export const variables: CSSVariablesResolver = () => ({
  variables: {
    "--mantine-color-body": "var(--paper)",
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-dimmed": "var(--soft)",
    "--mantine-color-anchor": "var(--accent)",
    "--mantine-color-default": "var(--card)",
    "--mantine-color-default-color": "var(--ink)",
    "--mantine-color-default-border": "var(--hair)",
    "--mantine-color-default-hover": "var(--accent-wash)",
    "--mantine-color-placeholder": "var(--soft)",
    "--mantine-color-error": "var(--unusual)",
  },
  light: {},
  dark: {},
});
