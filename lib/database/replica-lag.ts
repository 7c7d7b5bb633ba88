/** Where the main server's log stood at a moment, in milliseconds of this process's clock. */
interface Mark {
  at: number;
  position: bigint;
}

/** A position in the log as PostgreSQL writes it, "16/B374D848", in bytes from the log's beginning. */
export function bytesOf(position: string): bigint {
  const [high, low] = position.split("/");
  if (!/^[0-9A-F]+$/i.test(high ?? "") || !/^[0-9A-F]+$/i.test(low ?? ""))
    throw new Error(`"${position}" is no position in the log`);
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}

/**
 * Where the main server's log stood, and when, for some minutes back. A replica that has replayed as far as it stood at
 * a moment shows everything that was acknowledged before: no server's clock is asked, and a replica that hears nothing
 * more from the main server does not pass for one that has caught up.
 */
export class Marks {
  private readonly marks: Mark[] = [];

  constructor(private readonly most = 600) {}

  /** Notes where the log stood at a moment that is not before the last one noted. */
  note(at: number, position: bigint): void {
    const last = this.marks.at(-1);
    if (last && position < last.position) this.marks.length = 0;
    if (last?.position === position) last.at = at;
    else this.marks.push({ at, position });
    if (this.marks.length > this.most) this.marks.shift();
  }

  /** Up to which moment a replica that has replayed so far shows everything; null if that is longer ago than we noted. */
  shownUpTo(replayed: bigint): number | null {
    return this.marks.findLast(({ position }) => position <= replayed)?.at ?? null;
  }

  /** How many bytes of the log it has still to replay. */
  bytesBehind(replayed: bigint): number {
    const last = this.marks.at(-1);
    return last && last.position > replayed ? Number(last.position - replayed) : 0;
  }
}
