import dns from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** Microsoft's clouds answer a machine about itself here, though the range is public. */
const metadata = new Set(["168.63.129.16"]);

/** Is it an address of the open internet: no private, local, shared or reserved range, nor one that stands for such? */
export const isPublic = (address: string): boolean =>
  ipaddr.isValid(address) && !metadata.has(address) && ipaddr.process(address).range() === "unicast";

/** The address leads into a network of someone's own, where we send nothing. */
export class NotPublic extends Error {}

/**
 * Looks a name up for the very connection that is being made, and refuses it where any of what it found is not public: a
 * name that has come to lead elsewhere since it was typed leads nowhere.
 */
export const publicLookup =
  (lookup: typeof dns.lookup = dns.lookup): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (fault, found) => {
      if (fault) return callback(fault, "");
      const [first] = found;
      if (!first || !found.every(({ address }) => isPublic(address))) return callback(new NotPublic(), "");
      return options.all ? callback(null, found) : callback(null, first.address, first.family);
    });
  };

/** The name or number of an address, without the brackets of IPv6. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");

/** Does an address name a machine by a number that is not public? No name is looked up for such a one. */
export const namesPrivateNumber = (url: URL): boolean => isIP(hostOf(url)) !== 0 && !isPublic(hostOf(url));

/** Is it this very machine, by a name that cannot lead elsewhere? */
export const isThisMachine = (url: URL): boolean => ["127.0.0.1", "::1", "localhost"].includes(hostOf(url));
