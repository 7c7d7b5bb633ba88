/** The number in part of an address; 0, which nothing has, for anything else. */
export const numberIn = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0);
