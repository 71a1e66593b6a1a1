export interface TextPart {
  readonly text: string;
  /** Where it leads, for an address in the text. */
  readonly href?: string;
}

const address = /(https?:\/\/[^\s<>"']+)/;

/** A text in parts, with the addresses in it apart. Anything but http and https stays text. */
export function linked(text: string): TextPart[] {
  return text
    .split(address)
    .flatMap((part, index) => (index % 2 === 1 ? addressIn(part) : [{ text: part }]))
    .filter((part) => part.text !== "");
}

/** A full stop or a closing bracket after an address belongs to the sentence. */
function addressIn(part: string): TextPart[] {
  const href = part.replace(/[).,;:!?]+$/, "");
  return [{ text: href, href }, { text: part.slice(href.length) }];
}
