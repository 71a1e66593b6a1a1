/** What a style that is made here must carry, as the content security policy lets no other in. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
