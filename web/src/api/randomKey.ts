/** 128 random bits in hexadecimal: crypto.randomUUID() is missing on a page that came by plain HTTP. */
export const randomKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((octet) => octet.toString(16).padStart(2, '0')).join('')
