const personal = new Set(
  `aol.com aol.co.uk btinternet.com btopenworld.com blueyonder.co.uk fastmail.com gmail.com gmx.com gmx.co.uk
   googlemail.com hotmail.com hotmail.co.uk icloud.com live.com live.co.uk mac.com mail.com me.com msn.com ntlworld.com
   outlook.com plus.com proton.me protonmail.com rocketmail.com sky.com talktalk.net tiscali.co.uk virgin.net
   virginmedia.com yahoo.com yahoo.co.uk ymail.com zoho.com`.split(/\s+/),
);

/** What stands after the @, in small letters. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf("@") + 1).toLowerCase();

/** Is it an address that people have for themselves rather than from an organisation? A reason to look twice, not to refuse. */
export const isPersonalAddress = (email: string): boolean => personal.has(domainOf(email));
