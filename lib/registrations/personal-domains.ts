import { domainOf } from "@/lib/outbox/email-address";

const personal = new Set(
  `163.com blueyonder.co.uk btinternet.com btopenworld.com duck.com fastmail.com freeserve.co.uk fsmail.net gmail.com
   googlemail.com hey.com icloud.com mac.com mail.com mail.ru me.com msn.com ntlworld.com o2.co.uk orange.net plus.com
   pm.me proton.me protonmail.com qq.com rediffmail.com rocketmail.com sky.com supanet.com talk21.com talktalk.net
   tesco.net tiscali.co.uk tuta.com tutanota.com virgin.net virginmedia.com wanadoo.co.uk ymail.com zoho.com`.split(
    /\s+/,
  ),
);

/** Those that have an ending for each country: yahoo.co.uk, hotmail.it. */
const inEachCountry = /^(aol|gmx|hotmail|live|outlook|yahoo|yandex)\.(com|net|co|[a-z]{2})(\.[a-z]{2})?$/;

/** Is it an address that people have for themselves rather than from an organisation? A reason to look twice, not to refuse. */
export function isPersonalAddress(email: string): boolean {
  const domain = domainOf(email);
  return personal.has(domain) || inEachCountry.test(domain);
}
